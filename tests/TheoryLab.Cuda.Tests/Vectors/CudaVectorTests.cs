using TheoryLab.Core;

namespace TheoryLab.Cuda.Tests;

public sealed class CudaVectorTests(StandInLibrary standIn)
{
    private static readonly int[] Lengths = [1, 2, 255, 256, 257, 2048, 2049, 70_001];

    [Fact]
    public void Updates_are_those_of_the_host_bit_by_bit()
    {
        using CudaSpace space = standIn.Device.NewSpace();
        foreach (int n in Lengths)
        {
            Random random = Seeds.Generator(n);
            HostVector<double>[] host = [.. Enumerable.Range(0, 5).Select(_ => new HostVector<double>(Draw(random, n)))];
            CudaVector[] device = [.. host.Select(v => space.Vector(v.Span))];
            double a = random.NextDouble(), b = -random.NextDouble(), c = random.NextDouble(), d = 1 / 3.0;
            host[0].Assign(a, host[1]);
            device[0].Assign(a, device[1]);
            Same(host, device);
            host[1].Assign(a, host[1], b, host[2]);
            device[1].Assign(a, device[1], b, device[2]);
            Same(host, device);
            host[2].Assign(a, host[1], b, host[3], c, host[2]);
            device[2].Assign(a, device[1], b, device[3], c, device[2]);
            Same(host, device);
            host[4].Assign(a, host[1], b, host[2], c, host[3], d, host[4]);
            device[4].Assign(a, device[1], b, device[2], c, device[3], d, device[4]);
            Same(host, device);
            host[3].CopyFrom(host[4]);
            device[3].CopyFrom(device[4]);
            Same(host, device);
        }
    }

    [Fact]
    public void Inner_products_agree_to_the_rounding_of_any_order_of_additions()
    {
        using CudaSpace space = standIn.Device.NewSpace();
        foreach (int n in Lengths)
        {
            Random random = Seeds.Generator(n);
            double[] x = Draw(random, n), y = Draw(random, n);
            double device = CudaVector.Dot(space.Vector(x), space.Vector(y));
            double magnitude = x.Zip(y, (v, w) => Math.Abs(v * w)).Sum();
            Assert.InRange(Math.Abs(device - Reductions.Dot<double>(x, y)), 0, Rounding.OfSums(n, magnitude));
        }
    }

    [Fact]
    public void Inner_products_of_integers_are_exact()
    {
        using CudaSpace space = standIn.Device.NewSpace();
        foreach (int n in Lengths)
        {
            double[] x = [.. Enumerable.Range(0, n).Select(i => (double)(i % 101) - 50)], y = [.. Enumerable.Range(0, n).Select(i => (double)(i % 7) + 1)];
            Assert.Equal(x.Zip(y, (v, w) => v * w).Sum(), CudaVector.Dot(space.Vector(x), space.Vector(y)));
        }
    }

    [Fact]
    public void Results_do_not_depend_on_the_order_of_threads_and_blocks()
    {
        using CudaSpace space = standIn.Device.NewSpace();
        double[] x = Draw(Seeds.Generator(1), 70_001);
        CudaVector device = space.Vector(x), vertex = device.NewLike();
        double forwards = CudaVector.Dot(device, device);
        space.Device.Kernels.Vertex(vertex.Address, device.Address, byMagnitude: true, 1, -1, vertex.Length);
        double[] first = vertex.ToArray();
        standIn.SetReversed(true);
        Assert.Equal(forwards, CudaVector.Dot(device, device));
        space.Device.Kernels.Vertex(vertex.Address, device.Address, byMagnitude: true, 1, -1, vertex.Length);
        Assert.Equal(first, vertex.ToArray());
    }

    [Fact]
    public void Only_inner_products_wait_and_only_new_vectors_allocate()
    {
        using CudaSpace space = standIn.Device.NewSpace();
        CudaVector x = space.Vector(Draw(Seeds.Generator(1), 1000)), y = x.Copy(), z = x.NewLike();
        standIn.Reset();
        z.Assign(1, x, -0.5, y);
        z.Assign(1, x, -0.5, y, 2, z, 3, x);
        z.CopyFrom(x);
        Assert.Equal(2, standIn.Calls("cuLaunchKernel"));
        Assert.Equal((0, 0), (standIn.Calls("cudaStreamSynchronize"), standIn.Calls("cudaMalloc")));
        _ = CudaVector.Dot(x, y);
        Assert.Equal((1, 0), (standIn.Calls("cudaStreamSynchronize"), standIn.Calls("cudaMalloc")));
    }

    [Fact]
    public void Fresh_vectors_are_zero_and_copies_are_apart()
    {
        using CudaSpace space = standIn.Device.NewSpace();
        CudaVector x = space.Vector([1, 2, 3]), zero = x.NewLike(), copy = x.Copy();
        x.Assign(2, x);
        Assert.Equal([0, 0, 0], zero.ToArray());
        Assert.Equal([1, 2, 3], copy.ToArray());
        Assert.Equal([2, 4, 6], x.ToArray());
        Assert.False(CudaVector.Same(x, copy));
        Assert.True(CudaVector.Same(x, x));
    }

    [Fact]
    public void Lengths_have_to_match()
    {
        using CudaSpace space = standIn.Device.NewSpace();
        CudaVector x = space.Vector(3), y = space.Vector(4);
        Assert.Throws<ArgumentException>(() => x.Assign(1, y));
        Assert.Throws<ArgumentException>(() => x.Assign(1, x, 1, y));
        Assert.Throws<ArgumentException>(() => x.CopyFrom(y));
        Assert.Throws<ArgumentException>(() => CudaVector.Dot(x, y));
        Assert.Throws<ArgumentOutOfRangeException>(() => x.CopyTo(new double[4]));
        Assert.Throws<ArgumentOutOfRangeException>(() => space.Vector(0));
    }

    internal static double[] Draw(Random random, int n) => [.. Enumerable.Range(0, n).Select(_ => (2 * random.NextDouble()) - 1)];

    private static void Same(HostVector<double>[] host, CudaVector[] device)
    {
        for (int i = 0; i < host.Length; i++)
        {
            Assert.Equal(host[i].Span.ToArray(), device[i].ToArray());
        }
    }
}
