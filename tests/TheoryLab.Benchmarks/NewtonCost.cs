using System.Diagnostics;
using System.Globalization;
using System.Text;
using TheoryLab.Core;
using TheoryLab.Solvers;

namespace TheoryLab.Benchmarks;

/// <summary>
/// The cost of a Newton step over that of the factorisation in it, both timed in the same step: what is above 1 is a gradient, a copy of the Hessian, the solution
/// of two triangular systems and the method's own work, all of order n^2 against n^3/3.
/// </summary>
internal static class NewtonCost
{
    private const int Rounds = 51;

    private const int WarmUp = 5;

    public static string Measure()
    {
        StringBuilder table = new();
        table.AppendLine("| n | step over factorisation, median | 95 % interval | bytes per step |");
        table.AppendLine("|---|---|---|---|");
        foreach (int n in new[] { 100, 300, 1000 })
        {
            Row(table, n);
        }

        return table.ToString();
    }

    private static void Row(StringBuilder table, int n)
    {
        // As many steps as make about 10^9 operations. The regularisation is so strong that no round comes near the minimiser.
        int steps = (int)Math.Max(1, 1_000_000_000L / ((long)n * n * n));
        const double LH = 1e18;
        DenseQuadratic problem = new(n);
        IIteration<HostVector<double>> iteration = new GradientRegularizedNewton().Start<HostVector<double>, double, DenseQuadratic>(
            problem, new(DiagonalQuadratic.Start(n)), new MethodSetup<double>(name => name == "LH" ? LH : null, int.MaxValue));
        double[] ratios = new double[Rounds];
        for (int round = -WarmUp; round < Rounds; round++)
        {
            double ratio = Ratio(problem, iteration, steps);
            if (round >= 0)
            {
                ratios[round] = ratio;
            }
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        Ratio(problem, iteration, steps);
        double bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)steps;
        (double median, double low, double high) = StepCost.MedianInterval(ratios);
        table.AppendLine(CultureInfo.InvariantCulture, $"| {n} | {median:F3} | {low:F3} to {high:F3} | {bytes} |");
    }

    private static double Ratio(DenseQuadratic problem, IIteration<HostVector<double>> iteration, int steps)
    {
        double before = problem.Seconds;
        long start = Stopwatch.GetTimestamp();
        for (int k = 0; k < steps; k++)
        {
            iteration.Step(k);
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds / (problem.Seconds - before);
    }
}
