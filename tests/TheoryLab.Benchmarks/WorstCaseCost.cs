using System.Diagnostics;
using System.Globalization;
using System.Text;
using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.ProofsChecks.WorstCases;
using TheoryLab.Solvers;
using TheoryLab.WorstCase;

namespace TheoryLab.Benchmarks;

/// <summary>
/// The time of whole worst-case solves as the number of steps grows: stating the problem, running the method on symbols, and the semidefinite program with
/// generation of constraints. Cold is the first solve of a process of its own, compilation included; warm are repetitions in one process.
/// </summary>
internal static class WorstCaseCost
{
    /// <summary>The command of a cold solve in a process of its own: "worst-case-cold FAMILY N".</summary>
    public const string ColdCommand = "worst-case-cold";

    private const int ColdRuns = 3;
    private const int MostRepetitions = 5;

    // Repetitions end after this many seconds.
    private const double Budget = 2;

    // Solves before the first that counts, until the code has been compiled for speed.
    private const double WarmUp = 0.5;

    // The growth is fitted from here on; below, costs that do not grow show.
    private const int GrowthFrom = 40;

    private static readonly WorstCaseFamily[] Families =
    [
        new("gradient descent, smooth convex", Gap(new GradientDescent(), "smooth-convex"), new() { [40] = 0.2, [60] = 0.4, [100] = 1.2 }),
        new("Nesterov", Gap(new NesterovAcceleration(), "smooth-convex"), new() { [40] = 0.4, [60] = 0.8, [100] = 2.4 }),
        new("proximal point", new PpmFunctionValue(), new() { [40] = 0.4, [60] = 0.8, [100] = 2.4 }),
        new("OGM", Gap(new OptimizedGradient(), "smooth-convex"), new() { [40] = 1 }, LongestHorizon: 100),
        new("gradient descent, mu/L = 0.1", Gap(new GradientDescent(), "smooth-strongly-convex"), new() { [40] = 1 }, LongestHorizon: 40),
        new("gradient descent, full set", Gap(new GradientDescent(), "smooth-convex"), new() { [20] = 0.5 }, LongestHorizon: 40, ConstraintSelection.All),
    ];

    private static readonly int[] Horizons = [10, 20, 40, 60, 100, 200];

    public static string Measure()
    {
        StringBuilder table = new();
        table.AppendLine("| problem | N | cold wall | cold CPU | warm wall, median | warm wall, least | warm CPU, median | warm CPU, least | target | constraints | programs, iterations | status |");
        table.AppendLine("|---|---|---|---|---|---|---|---|---|---|---|---|");
        StringBuilder growth = new();
        foreach (WorstCaseFamily family in Families)
        {
            List<(int N, double Seconds)> least = [];
            foreach (int n in Horizons.Where(n => n <= family.LongestHorizon))
            {
                least.Add((n, Row(table, family, n)));
            }

            growth.AppendLine(CultureInfo.InvariantCulture, $"| {family.Name} | {Slope([.. least.Where(p => p.N >= GrowthFrom || family.LongestHorizon <= GrowthFrom)]):F2} |");
        }

        table.AppendLine();
        table.AppendLine(CultureInfo.InvariantCulture, $"Exponent of the growth of the least warm CPU time in N, fitted from N = {GrowthFrom} on, or from 10 on where that is the last:").AppendLine();
        return table.AppendLine("| problem | exponent |").AppendLine("|---|---|").Append(growth).ToString();
    }

    /// <summary>One solve in this process: seconds of wall time and of processor time.</summary>
    public static string Cold(string family, string n)
    {
        (double wall, double cpu, _) = Families.Single(f => f.Name == family).Time(int.Parse(n, CultureInfo.InvariantCulture));
        return string.Create(CultureInfo.InvariantCulture, $"{wall:R} {cpu:R}");
    }

    private static double Row(StringBuilder table, WorstCaseFamily family, int n)
    {
        (double Wall, double Cpu)[] cold = [.. Enumerable.Range(0, ColdRuns).Select(_ => ColdRun(family.Name, n))];
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < WarmUp)
        {
            family.Time(n);
        }

        List<double> wall = [], cpu = [];
        WorstCaseResult<double> result;
        start = Stopwatch.GetTimestamp();
        do
        {
            (double w, double c, result) = family.Time(n);
            wall.Add(w);
            cpu.Add(c);
        }
        while (wall.Count < MostRepetitions && Stopwatch.GetElapsedTime(start).TotalSeconds < Budget);

        string target = family.Targets.TryGetValue(n, out double seconds) ? seconds.ToString(CultureInfo.InvariantCulture) : string.Empty;
        table.AppendLine(
            CultureInfo.InvariantCulture,
            $"| {family.Name} | {n} | {Median(cold.Select(c => c.Wall)):F3} | {Median(cold.Select(c => c.Cpu)):F3} | {Median(wall):F3} | {wall.Min():F3} | {Median(cpu):F3} | {cpu.Min():F3} | {target} | {result.Constraints.Count}/{result.ConstraintCount} | {result.Rounds}, {result.Iterations} | {result.Status.ToString().ToLowerInvariant()} |");
        return cpu.Min();
    }

    private static (double Wall, double Cpu) ColdRun(string family, int n)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!, [ColdCommand, family, n.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string[] words = process.StandardOutput.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return (double.Parse(words[0], CultureInfo.InvariantCulture), double.Parse(words[1], CultureInfo.InvariantCulture));
    }

    private static MethodModel Gap(IFirstOrderMethod method, string className) => new(method, className, new PrimalGap());

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    // Least squares on logarithms.
    private static double Slope((int N, double Seconds)[] points)
    {
        double x = points.Average(p => Math.Log(p.N)), y = points.Average(p => Math.Log(p.Seconds));
        return points.Sum(p => (Math.Log(p.N) - x) * (Math.Log(p.Seconds) - y)) / points.Sum(p => (Math.Log(p.N) - x) * (Math.Log(p.N) - x));
    }
}

/// <summary>A worst-case problem of which only the number of steps changes.</summary>
/// <param name="Name">Name in the table.</param>
/// <param name="Model">The problem.</param>
/// <param name="Targets">Seconds allowed at some numbers of steps.</param>
/// <param name="LongestHorizon">The last number of steps that is worth waiting for.</param>
/// <param name="Selection">Which constraints are imposed.</param>
internal sealed record WorstCaseFamily(
    string Name, WorstCaseModel Model, Dictionary<int, double> Targets, int LongestHorizon = 200, ConstraintSelection Selection = ConstraintSelection.Automatic)
{
    /// <summary>States and solves; wall time, and processor time of all threads of this process, user and kernel.</summary>
    public (double Wall, double Cpu, WorstCaseResult<double> Result) Time(int n)
    {
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        WorstCaseProblem<double> problem = Model.Problem<double>(new Dictionary<string, string> { ["n"] = n.ToString(CultureInfo.InvariantCulture) });
        WorstCaseResult<double> result = problem.Solve(new(Selection: Selection));
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds, result);
    }
}
