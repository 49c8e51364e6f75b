using System.Globalization;
using System.Runtime.ExceptionServices;
using TheoryLab.Claims;
using TheoryLab.Core;

namespace TheoryLab.Testing;

/// <content>Assertions about a solver that is run on instances of a problem family.</content>
public static partial class RateAssert
{
    /// <summary>
    /// On every instance, measure(k) is at most the bound. The checks are those of a claim in TheoryLab: instances from a seed, the allowance from running
    /// error analysis, a factor of 1,000 on it since a solver's run cannot be repeated in higher precision, twins, and a witness shrunk to the smallest instance.
    /// </summary>
    /// <param name="family">A name of <c>theorylab list problems</c>.</param>
    /// <param name="parameters">Parameters by name: numbers, formulas in the horizon N, or ranges such as "2..50" from which instances are drawn.</param>
    /// <param name="bound">A formula in k, N and the constants of the family, such as "L*R^2/(4*k+2)".</param>
    /// <param name="solver">Yields the problem's InitialPoint as x_0, then x_1, x_2, …; run on one instance at a time. It may end early and may reuse its array.</param>
    /// <param name="check">Measure, iterations, instances, seed, twins; null for the defaults.</param>
    /// <exception cref="RateException">An instance breaks the bound, the check is inconclusive, or no twin fails.</exception>
    /// <exception cref="InputException">An unknown name, a malformed bound, or a solver that does not begin at x_0.</exception>
    public static void Upper(
        string family, IReadOnlyList<(string Name, string Value)> parameters, string bound, Func<TestProblem, IEnumerable<double[]>> solver, SolverCheck? check = null) =>
        Solver(nameof(Upper), ClaimKind.Upper, family, parameters, bound, StandardTwins.OfBound(RateKind.Upper), solver, check ?? new());

    /// <summary>On every instance, measure(k) is at least the bound. See <see cref="Upper"/>.</summary>
    /// <param name="family">A name of <c>theorylab list problems</c>.</param>
    /// <param name="parameters">Parameters by name.</param>
    /// <param name="bound">A formula in k, N and the constants of the family.</param>
    /// <param name="solver">Yields x_0, x_1, ….</param>
    /// <param name="check">Measure, iterations, instances, seed, twins; null for the defaults.</param>
    /// <exception cref="RateException">An instance breaks the bound, the check is inconclusive, or no twin fails.</exception>
    /// <exception cref="InputException">An unknown name, a malformed bound, or a solver that does not begin at x_0.</exception>
    public static void Lower(
        string family, IReadOnlyList<(string Name, string Value)> parameters, string bound, Func<TestProblem, IEnumerable<double[]>> solver, SolverCheck? check = null) =>
        Solver(nameof(Lower), ClaimKind.Lower, family, parameters, bound, StandardTwins.OfBound(RateKind.Lower), solver, check ?? new());

    /// <summary>On every instance, the measure never rises from one iteration to the next. See <see cref="Upper"/>.</summary>
    /// <param name="family">A name of <c>theorylab list problems</c>.</param>
    /// <param name="parameters">Parameters by name.</param>
    /// <param name="solver">Yields x_0, x_1, ….</param>
    /// <param name="check">Measure, iterations, instances, seed, twins; null for the defaults.</param>
    /// <exception cref="RateException">An instance rises, the check is inconclusive, or no twin fails.</exception>
    /// <exception cref="InputException">An unknown name, or a solver that does not begin at x_0.</exception>
    public static void Monotone(string family, IReadOnlyList<(string Name, string Value)> parameters, Func<TestProblem, IEnumerable<double[]>> solver, SolverCheck? check = null) =>
        Solver(nameof(Monotone), ClaimKind.Invariant, family, parameters, $"prev({Registry.Measure((check ?? new()).Measure).Symbol})", StandardTwins.OfMonotone, solver, check ?? new());

    private static void Solver(
        string assertion,
        ClaimKind kind,
        string family,
        IReadOnlyList<(string Name, string Value)> parameters,
        string bound,
        IReadOnlyList<Twin> standard,
        Func<TestProblem, IEnumerable<double[]>> solver,
        SolverCheck check)
    {
        Claim claim = new()
        {
            Id = "solver",
            Topic = "test",
            Statement = "A solver's rate.",
            Source = new("a test", assertion),
            Assumptions = "those of the family",
            Kind = kind,
            Methods = [new SolverMethod(solver)],
            Instances = [new(family, [.. parameters])],
            Measure = Registry.Measure(check.Measure),
            Bound = bound,
            From = check.From,
            Iterations = check.Iterations,
            Twins = check.Twins ?? standard,
        };

        // One run at a time: a test's solver need not be safe for several threads.
        CheckOptions options = new() { Seed = check.Seed, Samples = check.Instances, Jobs = 1, NeedsPower = claim.Twins.Count > 0 };
        ClaimResult result = Checked(claim, options);
        if (result.Verdict is Verdict.Refuted or Verdict.Inconclusive)
        {
            throw new RateException(result.Verdict, Message($"{assertion} {bound}", family, result));
        }
    }

    private static ClaimResult Checked(Claim claim, CheckOptions options)
    {
        try
        {
            return ClaimChecker.Check(claim, options).Result;
        }
        catch (AggregateException e) when (e.InnerExceptions.Count == 1)
        {
            // What the solver itself threw, with its own stack.
            ExceptionDispatchInfo.Throw(e.InnerException!);
            throw;
        }
    }

    private static string Message(string what, string family, ClaimResult result)
    {
        string text = $"{what}: {result.Verdict.ToString().ToLowerInvariant()}: {result.Reason}.";
        if (result.Power == "none" && result.Verdict == Verdict.Inconclusive)
        {
            string twins = string.Join("; ", result.Twins.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Name}: reached to {t.Tightness:G3}")));
            text += $" Twins: {twins}. The bound itself is reached to {result.Tightness.ToString("G3", CultureInfo.InvariantCulture)}; take harder instances or a twin below that, or give Twins = [] to do without.";
        }

        if (result.Witness is { } w)
        {
            string parameters = string.Join(", ", w.Parameters.Select(p => $"(\"{p.Key}\", \"{p.Value}\")"));
            text += string.Create(
                CultureInfo.InvariantCulture,
                $"{Environment.NewLine}smallest instance found: {string.Join(", ", w.Parameters.Select(p => $"{p.Key}={p.Value}"))}: {w.Compared()} at k = {w.Iteration}; {w.Confirmation}"
                + $"{Environment.NewLine}its problem: TestProblem.Create(\"{family}\", {w.Seed}, {w.Horizon}, {parameters})");
        }

        return text;
    }
}
