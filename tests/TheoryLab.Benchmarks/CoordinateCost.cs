using System.Diagnostics;
using System.Globalization;
using System.Text;
using TheoryLab.Core;
using TheoryLab.Problems;
using TheoryLab.Solvers;

namespace TheoryLab.Benchmarks;

/// <summary>
/// The cost of a coordinate step on a tridiagonal quadratic as n grows, as a ratio to the cost at the smallest n: rounds time the two one after the
/// other in alternating order and keep the ratio, so that what slows the machine slows both. The interval is that of the median by order statistics.
/// </summary>
internal static class CoordinateCost
{
    private const int Rounds = 101;
    private const int Smallest = 1000;

    public static string Measure()
    {
        StringBuilder table = new();
        table.AppendLine("| method | n | step cost over that at n = 1000, median | 95 % interval | bytes per step |");
        table.AppendLine("|---|---|---|---|---|");
        foreach (int n in new[] { 10_000, 100_000 })
        {
            Row(table, "coordinate descent, cyclic", n, new CoordinateDescent(), 200_000, 200_000);
            Row(table, "coordinate descent, uniform", n, new CoordinateDescent(CoordinateRule.Uniform), 200_000, 200_000);
            Row(table, "block descent, cyclic, blocks of 4", n, new BlockDescent(4), 50_000, 50_000);
            Row(table, "coordinate descent, Gauss-Southwell", n, new CoordinateDescent(CoordinateRule.GaussSouthwell), 1000, 1000 * Smallest / n);
            Row(table, "gradient descent", n, new GradientDescent(), 1000, 1000 * Smallest / n);
        }

        return table.ToString();
    }

    private static void Row(StringBuilder table, string name, int n, IMethod method, int smallSteps, int largeSteps)
    {
        IIteration<HostVector<double>> small = Start(method, Smallest), large = Start(method, n);
        (int atSmall, int atLarge) = (0, 0);
        double[] ratios = new double[Rounds];
        for (int round = -10; round < Rounds; round++)
        {
            double first = round % 2 == 0 ? Time(small, smallSteps, ref atSmall) : Time(large, largeSteps, ref atLarge);
            double second = round % 2 == 0 ? Time(large, largeSteps, ref atLarge) : Time(small, smallSteps, ref atSmall);
            if (round >= 0)
            {
                ratios[round] = round % 2 == 0 ? second / first : first / second;
            }
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        Time(large, 100, ref atLarge);
        double bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / 100.0;
        Array.Sort(ratios);
        int j = (int)((Rounds / 2.0) - (0.98 * Math.Sqrt(Rounds)));
        table.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {n} | {ratios[Rounds / 2]:G3} | {ratios[j]:G3} to {ratios[Rounds - 1 - j]:G3} | {bytes} |");
    }

    private static IIteration<HostVector<double>> Start(IMethod method, int n)
    {
        CoupledQuadratic family = new();
        HostProblem<double> problem = family.Create(
            ParameterSet.Bind(family, new Dictionary<string, ParameterValue> { ["matrix"] = "tridiagonal", ["dimension"] = n, ["start"] = "ones" }), 1).In<double>();
        return method is IFirstOrderMethod gradient
            ? gradient.Start(problem, problem.InitialPoint, new MethodSetup<double>(4, 0, int.MaxValue))
            : ((ICoordinateMethod)method).Start((ICoordinateOracle<double>)problem, problem.InitialPoint, new MethodSetup<double>(4, 0, int.MaxValue));
    }

    /// <summary>Seconds per step.</summary>
    private static double Time(IIteration<HostVector<double>> iteration, int steps, ref int k)
    {
        long start = Stopwatch.GetTimestamp();
        for (int last = k + steps; k < last; k++)
        {
            iteration.Step(k);
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds / steps;
    }
}
