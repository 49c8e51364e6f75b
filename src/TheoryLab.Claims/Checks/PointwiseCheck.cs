using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>
/// The checking path of every claim that compares a measure with a bound iteration by iteration: upper, lower, step, identity, invariant,
/// negative. It runs all cases in doubles, takes the worst ones to double-doubles, and reports the tightest point.
/// </summary>
internal sealed class PointwiseCheck(Claim claim, CheckOptions options, CancellationToken cancellation)
{
    // Violations in doubles are confirmed in order of their ratio; where this many turn out to be drift, the rest is not tried.
    private const int MostConfirmations = 64;

    private readonly Relation _relation = claim.Kind switch
    {
        ClaimKind.Lower or ClaimKind.Negative => Relation.AtLeast,
        ClaimKind.Identity => Relation.Equal,
        _ => Relation.AtMost,
    };

    public Evaluation Run()
    {
        IReadOnlyList<CheckCase> cases = CheckCase.Of(claim, options);
        CaseSummary[] summaries = new CaseSummary[cases.Count];
        Parallel.For(
            0,
            cases.Count,
            new ParallelOptions { MaxDegreeOfParallelism = options.Jobs, CancellationToken = cancellation },
            i => summaries[i] = CaseSummary.Of(i, Compare<double>(cases[i].Plan(claim), cases[i].Horizon)));

        CaseSummary[] ranked = [.. summaries.Where(s => s.HasRatio).OrderByDescending(s => s.Tightest.Ratio).ThenBy(s => s.Index)];
        if (ranked.Length == 0)
        {
            return new() { Outcome = Outcome.Inconclusive, Reason = "no iteration could be compared: every value is below its round-off or not a number" };
        }

        Evaluation evaluation = Describe(cases, summaries, ranked[0]);
        CaseSummary[] suspects = [.. ranked.Where(s => s.Violates).Take(MostConfirmations)];
        foreach (CaseSummary suspect in suspects)
        {
            if (Confirm(cases[suspect.Index], suspect.Index) is { } witness)
            {
                return evaluation with { Outcome = Outcome.Refuted, Witness = witness, Reason = RefutationReason(witness) };
            }
        }

        return ranked.Count(s => s.Violates) > MostConfirmations
            ? evaluation with { Outcome = Outcome.Inconclusive, Reason = $"more than {MostConfirmations} runs exceed the bound in doubles and not in double-doubles; their trajectories drift too much" }
            : summaries.Any(s => s.HasNaN)
            ? evaluation with { Outcome = Outcome.Inconclusive, Reason = "a run produced values that are not numbers" }
            : evaluation with { Outcome = Outcome.Supported, Reason = SupportReason(cases, suspects.Length) };
    }

    /// <summary>The shrunk form of a witness: the same violation on a shorter run or a simpler instance.</summary>
    public Witness Shrink(Witness witness) => new Shrinker(claim, options, Confirm).Shrink(witness);

    /// <summary>Every comparison that the claim makes on one run.</summary>
    private List<Comparison<T>> Compare<T>(RunPlan plan, int last)
        where T : struct, INumber<T>
    {
        RunPlan truncated = plan with { Grid = CheckCase.Grid(claim, last) };
        Recording<T> recording = Simulation.Run<T>(truncated, cancellation);
        cancellation.ThrowIfCancellationRequested();
        BoundScope<T> scope = new(recording, plan);
        List<Comparison<T>> comparisons = [];
        for (int row = 0; row < recording.Trace.Count; row++)
        {
            int k = recording.Trace.Iterations[row];
            if (k >= claim.From && (claim.Horizons.Count == 0 || k == plan.Horizon))
            {
                scope.Row = row;
                comparisons.Add(Comparison<T>.Of(_relation, k, recording.Trace.Row(row)[0], claim.Bound!.Evaluate(scope)));
            }
        }

        return comparisons;
    }

    /// <summary>Repeats a run that violates in doubles in double-doubles; the witness of the first iteration that still violates, or null.</summary>
    private Witness? Confirm(CheckCase @case, int index)
    {
        RunPlan plan = @case.Plan(claim);
        List<Comparison<double>> doubles = Compare<double>(plan, @case.Horizon);
        if (!doubles.Any(c => c.IsViolation))
        {
            return null;
        }

        int last = doubles.Where(c => c.IsViolation).MaxBy(c => c.Ratio).Iteration;
        try
        {
            List<Comparison<DoubleDouble>> precise = Compare<DoubleDouble>(plan, last);
            Dictionary<int, Comparison<double>> byIteration = doubles.ToDictionary(c => c.Iteration);
            foreach (Comparison<DoubleDouble> c in precise.Where(c => byIteration.TryGetValue(c.Iteration, out Comparison<double> d) && Drift.Confirms(d, c)))
            {
                return WitnessOf(@case, index, plan, c.Iteration, c.Measured.Value.High, c.Bound.Value.High, "repeated in double-double arithmetic");
            }

            return null;
        }
        catch (NotSupportedException)
        {
            foreach (Comparison<double> c in doubles.Where(c => c.Margin > Drift.UnconfirmedFactor * c.Allowance))
            {
                return WitnessOf(@case, index, plan, c.Iteration, c.Measured.Value, c.Bound.Value, $"not repeatable in higher precision; exceeds the allowance {Drift.UnconfirmedFactor} times");
            }

            return null;
        }
    }

    private Evaluation Describe(IReadOnlyList<CheckCase> cases, CaseSummary[] summaries, CaseSummary tightest)
    {
        CheckCase @case = cases[tightest.Index];
        RunPlan plan = @case.Plan(claim);
        Comparison<double> worst = tightest.Tightest;
        double tightness = PreciseRatio(plan, worst) ?? worst.Ratio;
        CaseSummary? named = summaries.Where(s => s.HasRatio && !cases[s.Index].Spec.IsSampled).MaxBy(s => s.Tightest.Ratio);
        return new()
        {
            Outcome = Outcome.Supported,
            Tightness = tightness,
            Attained = named?.Tightest.Ratio >= 0.95,
            Allowance = worst.Allowance,
            Worst = WitnessOf(@case, tightest.Index, plan, worst.Iteration, worst.Measured.Value, worst.Bound.Value, null),
            Curve = Curves.Of(claim, cases, summaries, tightest),
            Instances = cases.Select(c => (c.Spec, c.Sample)).Distinct().Count(),
            Iterations = cases.Max(c => c.Horizon),
        };
    }

    /// <summary>The tightest point's ratio without the drift of doubles, where the run can be repeated in higher precision.</summary>
    private double? PreciseRatio(RunPlan plan, Comparison<double> worst)
    {
        try
        {
            Comparison<DoubleDouble> precise = Compare<DoubleDouble>(plan, worst.Iteration).LastOrDefault(c => c.Iteration == worst.Iteration);
            return double.IsNaN(precise.Ratio) ? null : precise.Ratio;
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    private static Witness WitnessOf(CheckCase @case, int index, RunPlan plan, int iteration, double measured, double bound, string? confirmation) => new(
        index,
        @case.Spec.ToString(),
        plan.Instance.Parameters.All.ToDictionary(p => p.Key, p => p.Value),
        @case.Seed,
        @case.Method.Name,
        @case.Horizon,
        iteration,
        measured,
        bound,
        confirmation);

    private string RefutationReason(Witness w) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{w.Method} on {w.Problem} has {claim.Measure.Name} {w.Measured:G6} {(_relation == Relation.AtLeast ? "below" : _relation == Relation.Equal ? "against" : "above")} {w.Bound:G6} at k = {w.Iteration}");

    private static string SupportReason(IReadOnlyList<CheckCase> cases, int drifted) =>
        drifted == 0 ? $"holds on all {cases.Count} runs"
        : $"holds on all {cases.Count} runs; {drifted} of them touch the bound within the drift of doubles, as double-doubles show";
}
