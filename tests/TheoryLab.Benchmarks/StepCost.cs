using System.Diagnostics;
using System.Globalization;
using System.Text;
using TheoryLab.Core;
using TheoryLab.Solvers;

namespace TheoryLab.Benchmarks;

/// <summary>
/// The cost of a step against a hand-written loop, paired and interleaved: each round times both, one after the other in alternating order, and
/// keeps the ratio. The interval is that of the median of the ratios by order statistics, which needs no model of the noise.
/// </summary>
internal static class StepCost
{
    private const int Rounds = 201;

    public static string Measure()
    {
        StringBuilder table = new();
        table.AppendLine("| method | n | ratio to hand-written loop, median | 95 % interval | bytes per step |");
        table.AppendLine("|---|---|---|---|---|");
        foreach (int n in new[] { 100, 10_000 })
        {
            Row(table, "gradient descent", n, new GradientDescent(), isNesterov: false);
            Row(table, "Nesterov", n, new NesterovThree(), isNesterov: true);
        }

        return table.ToString();
    }

    /// <summary>The median and an interval that holds it with probability 0.95: the order statistics j and n-1-j with j = n/2 - 0.98 sqrt n. Sorts its argument.</summary>
    public static (double Median, double Low, double High) MedianInterval(double[] ratios)
    {
        Array.Sort(ratios);
        int n = ratios.Length, j = (int)((n / 2.0) - (0.98 * Math.Sqrt(n)));
        return (ratios[n / 2], ratios[j], ratios[n - 1 - j]);
    }

    private static void Row(StringBuilder table, string name, int n, IFirstOrderMethod method, bool isNesterov)
    {
        double[] d = DiagonalQuadratic.Spectrum(n), start = DiagonalQuadratic.Start(n);
        // A tiny step keeps the iterates in the normal range however long the measurement takes.
        const double L = 1e9;
        IIteration<HostVector<double>> iteration = method.Start(new DiagonalQuadratic(d), new HostVector<double>(start), new MethodSetup<double>(L, 0, int.MaxValue));
        HandWritten hand = new(d, start, 1 / L);
        int steps = 2_000_000 / n;
        double[] ratios = new double[Rounds];
        for (int round = -20; round < Rounds; round++)
        {
            (double ours, double theirs) = round % 2 == 0
                ? (Ours(iteration, steps), Theirs(hand, steps, isNesterov))
                : Swap(Theirs(hand, steps, isNesterov), Ours(iteration, steps));
            if (round >= 0)
            {
                ratios[round] = ours / theirs;
            }
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        Ours(iteration, 1000);
        double bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / 1000.0;
        (double median, double low, double high) = MedianInterval(ratios);
        table.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {n} | {median:F3} | {low:F3} to {high:F3} | {bytes} |");
    }

    private static (double Ours, double Theirs) Swap(double theirs, double ours) => (ours, theirs);

    private static double Ours(IIteration<HostVector<double>> iteration, int steps)
    {
        long start = Stopwatch.GetTimestamp();
        for (int k = 0; k < steps; k++)
        {
            iteration.Step(k);
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Theirs(HandWritten hand, int steps, bool isNesterov)
    {
        long start = Stopwatch.GetTimestamp();
        for (int k = 0; k < steps; k++)
        {
            if (isNesterov)
            {
                hand.NesterovStep(k);
            }
            else
            {
                hand.GradientDescentStep();
            }
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
