using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using MathNet.Numerics;
using MathNet.Numerics.Providers.LinearAlgebra;
using TheoryLab.Core;
using TheoryLab.Native;
using TheoryLab.Solvers;

namespace TheoryLab.Benchmarks;

/// <summary>
/// Dense products and factors on every backend, and whole iterations against the product in them. All candidates of a row are timed in turn, round after round, in
/// a different order every time, so that a slow moment of the machine hits all of them; the ratio is shown of the smallest times and, in brackets, as the median over
/// rounds. Everything on one thread, but for the last column.
/// </summary>
internal static class DenseCost
{
    private static readonly int[] Orders = [100, 300, 1000, 2000];

    public static string Measure()
    {
        StringBuilder table = new();
        table.AppendLine("| operation | n | OpenBLAS called directly | rate | managed | OpenBLAS backend | MathNet managed | managed/MathNet | managed/MathNet on all cores |");
        table.AppendLine("|---|---|---|---|---|---|---|---|---|");
        DirectBlas direct = new();
        foreach (int n in Orders)
        {
            Operations(table, n, direct);
        }

        table.AppendLine();
        table.AppendLine("| iteration | n | managed: over the product or factor in it | OpenBLAS backend: the same |");
        table.AppendLine("|---|---|---|---|");
        foreach (int n in (int[])[300, 1000, 2000])
        {
            Iterations(table, n);
        }

        return table.ToString();
    }

    private static void Operations(StringBuilder table, int n, DirectBlas direct)
    {
        IDenseBackend managed = new ManagedBackend(), blas = OpenBlasBackend.Open();
        ManagedLinearAlgebraProvider mathNet = ManagedLinearAlgebraProvider.Instance;
        Random random = Seeds.Generator(1);
        double[] a = [.. Enumerable.Range(0, n * n).Select(_ => random.NextDouble() - 0.5)], s = new double[n * n], f = new double[n * n], c = new double[n * n];
        double[] x = a[..n], y = new double[n];
        MatrixKernels.ProductTransposed(s, a, a, n, n, n);
        for (int i = 0; i < n; i++)
        {
            s[i * (n + 1)] += 1;
        }

        GCHandle[] pins = [.. new[] { a, x, y, c, f }.Select(v => GCHandle.Alloc(v, GCHandleType.Pinned))];
        nint[] at = [.. pins.Select(p => p.AddrOfPinnedObject())];
        double square = (double)n * n, cube = square * n;

        // MathNet stores by columns: for it A is the transposed matrix.
        Row("A v", 8 * square, "GB/s", square, () => direct.Gemv(false, n, at[0], at[1], at[2]), b => b.Multiply(new(a, n, n), x, y),
            () => mathNet.MatrixMultiplyWithUpdate(Transpose.Transpose, Transpose.DontTranspose, 1, a, n, n, x, n, 1, 0, y));
        Row("A'v", 8 * square, "GB/s", square, () => direct.Gemv(true, n, at[0], at[1], at[2]), b => b.MultiplyTransposed(new(a, n, n), x, y),
            () => mathNet.MatrixMultiply(a, n, n, x, n, 1, y));
        Row("A v, symmetric", 4 * square, "GB/s", square / 2, () => direct.Symv(n, at[0], at[1], at[2]), b => b.MultiplySymmetric(new(a, n, n), x, y), null);
        Row("A B", 2 * cube, "GFLOP/s", cube, () => direct.Gemm(n, at[0], at[0], at[3]), b => b.Product(new(a, n, n), new(a, n, n), new(c, n, n)),
            () => mathNet.MatrixMultiply(a, n, n, a, n, n, c));
        Row("A'A", cube, "GFLOP/s", cube / 2, () => direct.Syrk(n, at[0], at[3]), b => b.Gram(new(a, n, n), new(c, n, n)), null);

        // Every candidate factors a fresh copy; the copy is part of the time of all of them.
        Row("Cholesky", cube / 3, "GFLOP/s", cube / 6, () => { s.CopyTo(f, 0); direct.Potrf(n, at[4]); }, b => { s.CopyTo(f, 0); b.Factor(new(f, n, n)); },
            () => { s.CopyTo(f, 0); mathNet.CholeskyFactor(f, n); });
        foreach (GCHandle pin in pins)
        {
            pin.Free();
        }

        void Row(string name, double amount, string unit, double work, Action plain, Action<IDenseBackend> on, Action? other)
        {
            Action[] candidates = [plain, () => on(managed), () => on(blas), .. other is null ? Array.Empty<Action>() : [() => MathNet(1, other), () => MathNet(Environment.ProcessorCount, other)]];
            double[][] times = Times(candidates, work);
            double best = times[0].Min();
            string mathNetSpeed = other is null ? "-" : Speed(times, 3), gain = other is null ? "-" : Ratio(times[3], times[1]), gainOnAll = other is null ? "-" : Ratio(times[4], times[1]);
            table.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {n} | {best * 1e6:G4} us | {amount / best / 1e9:F1} {unit} | {Speed(times, 1)} | {Speed(times, 2)} | {mathNetSpeed} | {gain} | {gainOnAll} |");
        }

        static void MathNet(int threads, Action work)
        {
            Control.MaxDegreeOfParallelism = threads;
            work();
        }
    }

    private static void Iterations(StringBuilder table, int n)
    {
        // A tiny step keeps the iterates in the normal range however long the measurement takes.
        const double L = 1e9, LH = 1e18;
        string[] cells = ["", ""];
        foreach ((string name, bool newton, Func<DenseQuadratic, IIteration<HostVector<double>>> start) in new (string, bool, Func<DenseQuadratic, IIteration<HostVector<double>>>)[]
        {
            ("gradient descent", false, p => new GradientDescent().Start(p, Start(), new MethodSetup<double>(L, 0, int.MaxValue))),
            ("Nesterov", false, p => new NesterovThree().Start(p, Start(), new MethodSetup<double>(L, 0, int.MaxValue))),
            ("Frank-Wolfe", false, p => new FrankWolfe().Start(p, Start(), new MethodSetup<double>(L, 0, int.MaxValue))),
            ("Newton", true, p => new GradientRegularizedNewton().Start<HostVector<double>, double, DenseQuadratic>(p, Start(), new(k => k == "LH" ? LH : null, int.MaxValue))),
        })
        {
            for (int side = 0; side < 2; side++)
            {
                IDenseBackend? backend = side == 0 ? null : OpenBlasBackend.Open();
                IDenseBackend products = backend ?? new ManagedBackend();
                DenseQuadratic problem = new(n, backend);
                IIteration<HostVector<double>> iteration = start(problem);
                double[] x = DiagonalQuadratic.Start(n), y = new double[n], matrix = problem.Entries;
                IShiftedFactor<double> factor = backend is null ? new LdlFactor<double>(n) : new BackendFactor(n, backend);
                int k = 0;
                double[][] times = Times(
                    [
                        newton ? () => { matrix.CopyTo(factor.Matrix); factor.Factor(1); } : () => products.Multiply(new(matrix, n, n), x, y),
                        () => iteration.Step(k++),
                    ],
                    newton ? (double)n * n * n / 6 : (double)n * n);
                cells[side] = Ratio(times[1], times[0]);
            }

            table.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {n} | {cells[0]} | {cells[1]} |");
        }

        HostVector<double> Start() => new(DiagonalQuadratic.Start(n));
    }

    /// <summary>Seconds per call of each candidate in each round; more rounds for what takes less.</summary>
    private static double[][] Times(Action[] candidates, double work)
    {
        int repeats = (int)Math.Max(1, 3e6 / work), rounds = work > 1e9 ? 5 : work > 2e7 ? 15 : 41, warmUp = work > 1e9 ? 1 : 2;
        Compile(candidates);
        double[][] times = [.. candidates.Select(_ => new double[rounds])];
        for (int round = -warmUp; round < rounds; round++)
        {
            for (int i = 0; i < candidates.Length; i++)
            {
                int which = (i + round + warmUp) % candidates.Length;
                long start = Stopwatch.GetTimestamp();
                for (int r = 0; r < repeats; r++)
                {
                    candidates[which]();
                }

                if (round >= 0)
                {
                    times[which][round] = Stopwatch.GetElapsedTime(start).TotalSeconds / repeats;
                }
            }
        }

        return times;
    }

    // The runtime compiles what is called often anew after a tenth of a second; what is timed before that is not what long runs get.
    private static void Compile(Action[] candidates)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(0.5))
        {
            foreach (Action candidate in candidates)
            {
                candidate();
            }
        }
    }

    /// <summary>The speed of a candidate, OpenBLAS called directly being 1.</summary>
    private static string Speed(double[][] times, int which) => Ratio(times[0], times[which]);

    private static string Ratio(double[] above, double[] below)
    {
        double[] ratios = [.. above.Zip(below, (u, v) => u / v).Order()];
        return string.Create(CultureInfo.InvariantCulture, $"{above.Min() / below.Min():F2} ({ratios[ratios.Length / 2]:F2})");
    }
}
