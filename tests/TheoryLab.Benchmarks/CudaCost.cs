using System.Diagnostics;
using System.Globalization;
using System.Text;
using TheoryLab.Core;
using TheoryLab.Cuda;
using TheoryLab.Problems;
using TheoryLab.Solvers;

namespace TheoryLab.Benchmarks;

/// <summary>
/// What runs on a GPU against what its memory allows: each time is the median over rounds of marks that the device sets itself, and the bandwidth of a copy on the
/// device is measured in the same run. Without a GPU there is one sentence and no table.
/// </summary>
internal static class CudaCost
{
    private const int Rounds = 11;

    // A round repeats its work until it is this long, in seconds, so that marks and launches do not count.
    private const double RoundSeconds = 0.02;

    private static readonly int[] Orders = [1024, 2048, 4096, 8192, 16_384, 32_768];

    public static int Run(string? file)
    {
        if (!CudaDevice.TryOpen(out CudaDevice? device, out string? reason))
        {
            Console.Out.WriteLine($"CUDA not available: {reason}");
            return 0;
        }

        using (device)
        {
            string table = Measure(device);
            Console.Out.Write(table);
            if (file is not null)
            {
                File.WriteAllText(file, table);
            }
        }

        return 0;
    }

    private static string Measure(CudaDevice device)
    {
        StringBuilder table = new();
        double copy = CopyBandwidth(device);
        Line(table, $"# What runs on a GPU");
        Line(table, $"{device.Name}, driver for CUDA {device.DriverVersion}, libraries of CUDA {device.RuntimeVersion}, {DateTime.UtcNow:yyyy-MM-dd}. Doubles; medians of {Rounds} rounds.");
        Line(table, $"A copy on the device moves {copy:F0} GB/s, reads and writes counted.");
        Line(table, $"");
        Line(table, $"## Products with a dense matrix, and whole iterations, by what they read of it");
        Line(table, $"| n | work | microseconds | GB/s | share of the copy |");
        Line(table, $"|---|---|---|---|---|");
        foreach (int n in Orders.Where(n => Fits(device, 2.2 * n * n)))
        {
            Products(device, n, (work, seconds) =>
                Line(table, $"| {n} | {work} | {seconds * 1e6:F1} | {8.0 * n * n / seconds / 1e9:F0} | {8.0 * n * n / seconds / 1e9 / copy:F3} |"));
        }

        Line(table, $"");
        Line(table, $"## Work of order n^3");
        Line(table, $"| n | work | milliseconds | GFLOP/s |");
        Line(table, $"|---|---|---|---|");
        foreach (int n in Orders.Where(n => n <= 16_384 && Fits(device, 4.2 * n * n)))
        {
            Cubic(device, n, (work, seconds, operations) => Line(table, $"| {n} | {work} | {seconds * 1e3:F2} | {operations / seconds / 1e9:F0} |"));
        }

        Line(table, $"");
        Line(table, $"## Batches: gradient descent, time of one step of all instances, and the same on all {Environment.ProcessorCount} cores of this machine");
        Line(table, $"| instances | n | microseconds | cores, microseconds | ratio |");
        Line(table, $"|---|---|---|---|---|");
        foreach ((int count, int n) in new[] { (64, 256), (512, 256), (4096, 256), (4096, 64) })
        {
            if (!Fits(device, (double)count * n * (n + 4)))
            {
                continue;
            }

            double seconds = BatchSeconds(device, count, n), cores = CoreSeconds(count, n);
            Line(table, $"| {count} | {n} | {seconds * 1e6:F1} | {cores * 1e6:F1} | {cores / seconds:F1} |");
        }

        return table.ToString();
    }

    private static void Products(CudaDevice device, int n, Action<string, double> row)
    {
        using CudaSpace space = device.NewSpace();
        nint matrix = Matrix(space, n);
        CudaVector x = space.Vector(Ones(n)), y = x.NewLike();
        row("A v", Seconds(device, () => device.Blas.Multiply(matrix, n, n, 1, x.Address, 0, y.Address)));
        row("A' v", Seconds(device, () => device.Blas.MultiplyTransposed(matrix, n, n, 1, x.Address, 0, y.Address)));
        row("A v, half of A read", Seconds(device, () => device.Blas.MultiplySymmetric(matrix, n, x.Address, y.Address)));
        CudaQuadratic problem = new(matrix, x, x.NewLike());
        MethodSetup<double> setup = new(4, 1, int.MaxValue);
        row("gradient descent, a step", Step(device, CudaRun.Start(new GradientDescent(), problem, setup)));
        row("Nesterov, a step", Step(device, CudaRun.Start(new NesterovThree(), problem, setup)));
        CudaConstrained constrained = new(problem, new(SetKind.Simplex, 0, 1));
        row("Frank-Wolfe on the simplex, a step", Step(device, CudaRun.Start(new FrankWolfe(), constrained, setup)));
    }

    private static void Cubic(CudaDevice device, int n, Action<string, double, double> row)
    {
        using CudaSpace space = device.NewSpace();
        nint matrix = Matrix(space, n), product = space.Allocate(8L * n * n);
        CudaVector x = space.Vector(Ones(n)), g = x.NewLike();
        double cube = (double)n * n * n;
        row("A B", Seconds(device, () => device.Blas.Product(matrix, matrix, product, n, n, n)), 2 * cube);
        CudaQuadratic problem = new(matrix, x, x.NewLike());
        row("Cholesky factor, with a copy of A", Seconds(device, () => problem.Factor(x, 1)), cube / 3);
        problem.Gradient(x, g);

        // A step of Newton solves the quadratic at once, so it is taken apart from its method: gradient, factor, solution, update.
        CudaVector d = g.NewLike(), z = x.Copy();
        row("Newton, a step", Seconds(device, () =>
        {
            problem.Gradient(x, g);
            problem.Factor(x, 1);
            problem.Solve(g, d);
            z.Assign(x - d);
        }), cube / 3);
    }

    private static double BatchSeconds(CudaDevice device, int count, int n)
    {
        using CudaSpace space = device.NewSpace();
        nint matrices = space.Allocate(8L * count * n * n);
        double[] matrix = new double[(long)n * n];
        for (int b = 0; b < count; b++)
        {
            Fill(matrix, n, 0, n, b);
            space.Write(matrices + (nint)(8L * b * n * n), matrix);
        }

        CudaBatch x = new(space.Vector(Ones(count * n)), count);
        CudaBatchQuadratic problem = new(matrices, x, x.NewLike());
        IIteration<CudaBatch> iteration = new GradientDescent().Start<CudaBatch, double, CudaBatchQuadratic>(problem, x, new(4, 1, int.MaxValue));
        int k = 0;
        return Seconds(device, () => iteration.Step(k++));
    }

    /// <summary>The same steps by the kernels of the host, instances shared out among the cores.</summary>
    private static double CoreSeconds(int count, int n)
    {
        double[][] matrices = new double[count][], points = new double[count][], gradients = new double[count][];
        Parallel.For(0, count, b =>
        {
            Fill(matrices[b] = new double[n * n], n, 0, n, b);
            (points[b], gradients[b]) = (Ones(n), new double[n]);
        });
        return Median(() =>
        {
            long start = Stopwatch.GetTimestamp();
            Parallel.For(0, count, b =>
            {
                for (int i = 0; i < n; i++)
                {
                    gradients[b][i] = Reductions.Dot<double>(matrices[b].AsSpan(i * n, n), points[b]);
                }

                HostKernels.Combine<double>(points[b], 1, points[b], -0.25, gradients[b]);
            });
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        });
    }

    private static double CopyBandwidth(CudaDevice device)
    {
        using CudaSpace space = device.NewSpace();
        long bytes = Math.Min(2L << 30, device.Memory.Free / 4);
        nint source = space.Allocate(bytes), target = space.Allocate(bytes);
        device.Clear(source, bytes);
        return 2 * bytes / Seconds(device, () => device.Copy(target, source, bytes, CudaConstant.DeviceToDevice)) / 1e9;
    }

    private static double Step(CudaDevice device, IIteration<CudaVector> iteration)
    {
        int k = 0;
        return Seconds(device, () => iteration.Step(k++));
    }

    /// <summary>Seconds of one call: work is queued, and the device marks its beginning and its end.</summary>
    private static double Seconds(CudaDevice device, Action work)
    {
        using CudaStopwatch watch = new(device);
        double Round(int calls)
        {
            watch.Start();
            for (int i = 0; i < calls; i++)
            {
                work();
            }

            return watch.Stop() / calls;
        }

        _ = Round(1);
        int repeats = (int)Math.Clamp(RoundSeconds / Round(1), 1, 10_000);
        _ = Round(repeats);
        return Median(() => Round(repeats));
    }

    private static double Median(Func<double> round)
    {
        double[] seconds = new double[Rounds];
        for (int i = 0; i < Rounds; i++)
        {
            seconds[i] = round();
        }

        Array.Sort(seconds);
        return seconds[Rounds / 2];
    }

    private static bool Fits(CudaDevice device, double doubles) => 8 * doubles < device.Memory.Free;

    private static double[] Ones(int n) => [.. Enumerable.Repeat(1.0, n)];

    /// <summary>A symmetric matrix with eigenvalues from 1 to 3, written to the device in strips.</summary>
    private static nint Matrix(CudaSpace space, int n)
    {
        nint matrix = space.Allocate(8L * n * n);
        int rows = Math.Min(n, 256);
        double[] strip = new double[rows * n];
        for (int from = 0; from < n; from += rows)
        {
            Fill(strip, n, from, rows, 0);
            space.Write(matrix + (nint)(8L * from * n), strip);
        }

        return matrix;
    }

    // 2 on the diagonal and numbers between -1/n and 1/n off it (Gershgorin: within 1 of 2), all bits at work.
    private static void Fill(double[] strip, int n, int from, int rows, int seed) => Parallel.For(0, rows, r =>
    {
        int i = from + r;
        for (int j = 0; j < n; j++)
        {
            ulong hash = (((ulong)Math.Min(i, j) << 32) + (ulong)Math.Max(i, j) + ((ulong)seed << 20)) * 0x9E3779B97F4A7C15;
            hash = (hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9;
            strip[((long)r * n) + j] = i == j ? 2 : ((hash >> 11) * Math.ScaleB(1, -52) - 1) / n;
        }
    });

    private static void Line(StringBuilder table, FormattableString line) => table.AppendLine(line.ToString(CultureInfo.InvariantCulture));
}
