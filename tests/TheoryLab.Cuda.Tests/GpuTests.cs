using TheoryLab.Core;
using TheoryLab.Problems;
using TheoryLab.Solvers;

namespace TheoryLab.Cuda.Tests;

/// <summary>The same checks on a real device; run with -trait category=gpu. Skipped, with the reason, where there is none.</summary>
[Trait("category", "gpu")]
public sealed class GpuTests : IDisposable
{
    private readonly CudaDevice? _device;
    private readonly string? _reason;

    public GpuTests() => _ = CudaDevice.TryOpen(out _device, out _reason);

    public static TheoryData<string, string> Instances => Catalogue.Instances;

    private CudaDevice Device
    {
        get
        {
            Assert.SkipWhen(_device is null, $"CUDA not available: {_reason}");
            return _device;
        }
    }

    [Theory]
    [MemberData(nameof(Instances))]
    public void Runs_agree_answer_by_answer(string family, string parameters)
    {
        using CudaSpace space = Device.NewSpace();
        LockstepTests.CheckAll(space, Catalogue.Instance(family, parameters));
    }

    [Theory]
    [MemberData(nameof(Instances))]
    public void Runs_repeat_bit_by_bit(string family, string parameters)
    {
        ProblemInstance instance = Catalogue.Instance(family, parameters);
        IMethod method = ((IDenseInstance)instance).Dense().Set is null ? new NesterovThree() : new FrankWolfeShortStep();
        double[] Gaps()
        {
            Trace<double> trace = CudaRun.Run(Device, method, instance, SampleGrid.Geometric(60, 4));
            return [.. Enumerable.Range(0, trace.Count).Select(row => trace.Row(row)[0])];
        }

        Assert.Equal(Gaps(), Gaps());
    }

    [Fact]
    public void The_self_test_passes() => Assert.Null(CudaSelfTest.Run(Device));

    [Fact]
    public void Updates_are_those_of_the_host_bit_by_bit()
    {
        using CudaSpace space = Device.NewSpace();
        Random random = Seeds.Generator(1);
        const int Length = 1_000_003;
        double[] x = CudaVectorTests.Draw(random, Length), y = CudaVectorTests.Draw(random, Length), z = CudaVectorTests.Draw(random, Length);
        HostVector<double> host = new((double[])x.Clone());
        CudaVector device = space.Vector(x);
        host.Assign(1 / 3.0, host, -0.7, new(y), 1e-3, new(z), 2, host);
        device.Assign(1 / 3.0, device, -0.7, space.Vector(y), 1e-3, space.Vector(z), 2, device);
        Assert.Equal(host.Span.ToArray(), device.ToArray());
    }

    [Fact]
    public void Vertices_of_long_directions_are_those_of_the_host()
    {
        using CudaSpace space = Device.NewSpace();
        Random random = Seeds.Generator(1);
        const int Length = 3_000_017;
        double[] direction = [.. Enumerable.Range(0, Length).Select(_ => (double)random.Next(-1000, 1000))];
        HostVector<double> vertex = new(new double[Length]);
        NormBalls.MinimizeOverL1(1, new(direction), vertex);
        CudaVector d = space.Vector(direction), s = d.NewLike();
        Device.Kernels.Vertex(s.Address, d.Address, byMagnitude: true, -1, 1, Length);
        Assert.Equal(vertex.Span.ToArray(), s.ToArray());
    }

    [Fact]
    public void Exhausted_memory_is_told_and_leaves_the_device_usable()
    {
        using CudaSpace space = Device.NewSpace();
        Assert.True(Assert.Throws<CudaException>(() => space.Allocate(Device.Memory.Total + 1)).IsOutOfMemory);
        Assert.Equal([0, 0], space.Vector(2).ToArray());
    }

    [Fact]
    public void A_batch_agrees_with_single_runs()
    {
        using CudaSpace space = Device.NewSpace();
        const int Count = 64, Dimension = 33;
        ProblemInstance[] instances = [.. Enumerable.Range(1, Count).Select(seed => Catalogue.Instance("quadratic", $"dimension={Dimension}", seed))];
        CudaBatchQuadratic batch = CudaBatchQuadratic.Of(space, instances);
        CudaBatch gradient = batch.InitialPoint.NewLike();
        batch.Gradient(batch.InitialPoint, gradient);
        double[] all = gradient.All.ToArray(), starts = batch.InitialPoint.All.ToArray();
        for (int b = 0; b < Count; b++)
        {
            Reference reference = new(((IDenseInstance)instances[b]).Dense(), instances[b].In<double>().Minimizer.Span.ToArray());
            (DoubleDouble[] exact, double[] allowed) = reference.Gradient(starts[(b * Dimension)..((b + 1) * Dimension)]);
            for (int i = 0; i < Dimension; i++)
            {
                Assert.InRange(Math.Abs((exact[i] - all[(b * Dimension) + i]).High), 0, allowed[i]);
            }
        }
    }

    public void Dispose() => _device?.Dispose();
}
