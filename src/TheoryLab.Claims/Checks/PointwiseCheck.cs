using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>
/// The checking path of every claim that compares a measure with a bound iteration by iteration: upper, lower, step, identity, invariant,
/// negative. It runs all cases in doubles, takes the worst ones to double-doubles, and reports the tightest point.
/// </summary>
internal sealed class PointwiseCheck(Claim claim, CheckOptions options, RunCache runs, CancellationToken cancellation)
{
    // Where doubles drift, the precise repetition decides; past this many repetitions the rest is not tried.
    private const int MostRepetitions = 64;

    private readonly Relation _relation = claim.Kind switch
    {
        ClaimKind.Lower or ClaimKind.Negative => Relation.AtLeast,
        ClaimKind.Identity => Relation.Equal,
        _ => Relation.AtMost,
    };

    private PointwiseWords Words => new(claim, _relation);

    public Evaluation Run()
    {
        IReadOnlyList<CheckCase> cases = CheckCase.Of(claim, options);
        CaseSummary[] summaries = new CaseSummary[cases.Count];
        SideBySide.For(
            0,
            cases.Count,
            new ParallelOptions { MaxDegreeOfParallelism = options.Jobs, CancellationToken = cancellation },
            i => summaries[i] = Summarise(cases[i], i));
        Evaluation evaluation = Judge(cases, summaries);
        return Tautology.Of(claim, summaries) is not { } why ? evaluation
            : evaluation.Outcome == Outcome.Supported ? evaluation with { Tautology = why, Outcome = Outcome.Inconclusive, Reason = why }
            : evaluation with { Tautology = why };
    }

    private Evaluation Judge(IReadOnlyList<CheckCase> cases, CaseSummary[] summaries)
    {
        CaseSummary[] ranked = [.. summaries.Where(s => s.HasRatio).OrderByDescending(s => s.Tightest.Ratio).ThenBy(s => s.Index)];
        if (ranked.Length == 0)
        {
            return new() { Outcome = Outcome.Inconclusive, Reason = PointwiseWords.Nothing(cases, summaries) };
        }

        // In the order of their ratio in doubles, runs are repeated in double-doubles until none of the rest can be tighter or violate.
        Repetition? tightest = null, named = null;
        Repetition? unsettled = null;
        int repeated = 0, drifted = 0;
        foreach (CaseSummary summary in ranked)
        {
            bool matters = summary.Violates || tightest is null || !(summary.Tightest.Ratio <= tightest.Ratio);
            bool mattersNamed = !cases[summary.Index].Spec.IsSampled && (named is null || !(summary.Tightest.Ratio <= named.Ratio));
            if (!matters && !mattersNamed)
            {
                continue;
            }

            if (++repeated > MostRepetitions)
            {
                break;
            }

            Repetition repetition = Repeat(cases[summary.Index], summary.Index, summary);
            tightest = tightest is null || IsTighter(repetition, tightest) ? repetition : tightest;
            named = !cases[summary.Index].Spec.IsSampled && (named is null || IsTighter(repetition, named)) ? repetition : named;
            if (repetition.Witness is { } witness)
            {
                return Describe(cases, summaries, repetition, named) with { Outcome = Outcome.Refuted, Witness = witness, Reason = repetition.IsPrecise ? Words.Violation(witness) : $"{Words.Violation(witness)}; {witness.Confirmation}" };
            }

            unsettled ??= repetition.Doubt is not null ? repetition : null;
            drifted += summary.Violates ? 1 : 0;
        }

        Evaluation evaluation = Describe(cases, summaries, tightest!, named);
        return repeated > MostRepetitions && ranked.Count(s => s.Violates) > drifted
            ? evaluation with { Outcome = Outcome.Inconclusive, Reason = $"more than {MostRepetitions} runs exceed the bound in doubles and not in double-doubles; their trajectories drift too much" }
            : unsettled is { Doubt: { } doubt }
            ? evaluation with { Outcome = Outcome.Inconclusive, Reason = Words.Doubt(WitnessOf(cases[unsettled.Index], cases[unsettled.Index].Plan(claim), doubt.Iteration, doubt.Measured.Value, doubt.Bound.Value, null), doubt) }
            : summaries.FirstOrDefault(s => s.Undefined is not null) is { } undefined
            ? evaluation with { Outcome = Outcome.Inconclusive, Reason = PointwiseWords.Undefined(cases[undefined.Index], undefined.Undefined!.Value) }
            : summaries.All(s => s.Comparisons.All(c => double.IsInfinity(c.Bound.Value)))
            ? evaluation with { Outcome = Outcome.Inconclusive, Reason = $"no power: {PointwiseWords.Undefined(cases[0], summaries[0].Vacuous!.Value)}" }
            : evaluation with { Outcome = Outcome.Supported, Reason = Words.Support(cases, summaries, drifted, evaluation), Handicap = PointwiseWords.Handicap(cases, summaries) };
    }

    /// <summary>The shrunk form of a witness: the same violation on a shorter run or a simpler instance.</summary>
    public Witness Shrink(Witness witness) => new Shrinker(claim, options, Confirm).Shrink(witness);

    /// <summary>The same for a run that no sample gives, such as an attack finds.</summary>
    public Witness Shrink(CheckCase @case, Witness witness) => new Shrinker(claim, options, Confirm).Shrink(@case, witness);

    /// <summary>The confirmed violation of a run, or null.</summary>
    public Witness? Confirm(CheckCase @case) => Repeat(@case, 0, null).Witness;

    /// <summary>The largest ratio of a run that is known to twenty bits: in doubles where it keeps the bound there, else as the precise repetition has it.</summary>
    public AttackProbe Probe(CheckCase @case)
    {
        CaseSummary summary = Summarise(@case, 0);
        if (summary.Violates)
        {
            Repetition precise = Repeat(@case, 0, summary);
            if (precise.Witness is not null)
            {
                return new(precise.Ratio, precise.Iteration, precise.Worst.Measured, precise.Worst.Bound, true);
            }

            if (precise.IsPrecise)
            {
                return precise.Settled is { } c ? new(c.Ratio, c.Iteration, c.Measured.Value.High, c.Bound.Value.High, false) : AttackProbe.Nothing;
            }
        }

        Comparison<double>[] known = [.. summary.Comparisons.Where(c => c.IsKnown)];
        return known.Length > 0 && known.MaxBy(c => c.Ratio) is var top
            ? new(top.Ratio, top.Iteration, top.Measured.Value, top.Bound.Value, false)
            : AttackProbe.Nothing;
    }

    /// <summary>The ratio at a witness.</summary>
    public double RatioOf(Witness witness) => Comparison<double>.Of(_relation, witness.Iteration, witness.Measured, witness.Bound).Ratio;

    private CaseSummary Summarise(CheckCase @case, int index)
    {
        RunPlan plan = @case.Plan(claim);
        return CaseSummary.Of(index, Compare<double>(@case, plan), runs.Run<double>(@case, plan, cancellation));
    }

    private (Tracked<T> Measured, Tracked<T> Bound) Sides<T>(BoundScope<T> scope, int row)
        where T : struct, INumber<T>
    {
        scope.Row = row;
        return (claim.Quantity is { } quantity ? quantity.Evaluate(scope) : scope.Measure, claim.Bound!.Evaluate(scope));
    }

    /// <summary>Every comparison that the claim makes on one run.</summary>
    private List<Comparison<T>> Compare<T>(CheckCase @case, RunPlan plan)
        where T : struct, INumber<T>
    {
        Recording<T> recording = runs.Run<T>(@case, plan, cancellation);
        BoundScope<T> scope = new(recording, plan, claim.From);
        BoundScope<T>? printed = recording.Provenance is null ? null : new(recording.Printed, plan, claim.From);
        List<Comparison<T>> comparisons = [];
        for (int row = 0; row < recording.Trace.Count; row++)
        {
            int k = recording.Trace.Iterations[row];
            if (k < claim.From || (claim.Horizons.Count > 0 && k != plan.Horizon) || recording.Provenance?.IsMeasured(row) == false)
            {
                continue;
            }

            (Tracked<T> measured, Tracked<T> bound) = Sides(scope, row);
            double open = 0;
            if (printed is not null)
            {
                // The same formulas with wider errors: what they have more of is what the digits leave open.
                (Tracked<T> widely, Tracked<T> wideBound) = Sides(printed, row);
                open = Math.Max(0, (widely.Error - measured.Error) + (wideBound.Error - bound.Error));
            }

            comparisons.Add(Comparison<T>.Of(_relation, k, measured, bound, open));
        }

        return comparisons;
    }

    /// <summary>
    /// Repeats a run in double-doubles: its tightest point without the drift of doubles, and the first iteration that violates beyond doubt.
    /// Where the run has no higher precision, doubles stand for themselves and a violation must exceed the allowance by far.
    /// </summary>
    private Repetition Repeat(CheckCase @case, int index, CaseSummary? known)
    {
        RunPlan plan = @case.Plan(claim);
        List<Comparison<double>> doubles = known?.Comparisons ?? Compare<double>(@case, plan);
        try
        {
            Dictionary<int, Comparison<double>> rough = doubles.ToDictionary(c => c.Iteration);
            List<Comparison<DoubleDouble>> precise = Compare<DoubleDouble>(@case, plan);
            Dictionary<int, double> before = Before(precise);

            // Where drift explains more than the bound, the ratio says nothing about the claim.
            double Allowed(Comparison<DoubleDouble> c) => rough.TryGetValue(c.Iteration, out Comparison<double> beside)
                ? Drift.Allowed(beside, c, before.GetValueOrDefault(c.Iteration))
                : c.Allowance;
            (Comparison<DoubleDouble> tightest, double ratio) = Tightest(precise, Allowed);
            double allowed = Allowed(tightest);
            Witness worst = WitnessOf(@case, plan, tightest.Iteration, tightest.Measured.Value.High, tightest.Bound.Value.High, null);
            Comparison<DoubleDouble>[] settled = [.. precise.Where(c => c.IsKnown && rough.TryGetValue(c.Iteration, out Comparison<double> d) && Drift.IsSettled(d, c))];
            Comparison<DoubleDouble>? firm = settled.Length == 0 ? null : settled.MaxBy(c => c.Ratio);
            foreach (Comparison<DoubleDouble> c in precise)
            {
                if (!rough.TryGetValue(c.Iteration, out Comparison<double> d) || !Drift.Confirms(d, c, before[c.Iteration]))
                {
                    continue;
                }

                return new(index, true, ratio, tightest.Iteration, allowed, worst, WitnessOf(
                    @case, plan, c.Iteration, c.Measured.Value.High, c.Bound.Value.High, "repeated in double-double arithmetic"));
            }

            return new(index, true, ratio, tightest.Iteration, allowed, worst, null) { Settled = firm };
        }
        catch (NotSupportedException)
        {
            (Comparison<double> tightest, double ratio) = Tightest(doubles, c => (Drift.UnconfirmedFactor * c.Roundoff) + c.Open);
            Witness worst = WitnessOf(@case, plan, tightest.Iteration, tightest.Measured.Value, tightest.Bound.Value, null);
            foreach (Comparison<double> c in doubles.Where(Drift.ConfirmsAlone))
            {
                return new(index, false, ratio, tightest.Iteration, tightest.Allowance, worst, WitnessOf(
                    @case, plan, c.Iteration, c.Measured.Value, c.Bound.Value, PointwiseWords.Confirmation(c)));
            }

            // The violation that comes nearest to counting.
            Comparison<double>[] doubtful = [.. doubles.Where(c => c.IsViolation || (c.Margin > 0 && !double.IsFinite(c.Allowance)))];
            return new(index, false, ratio, tightest.Iteration, tightest.Allowance, worst, null) { Doubt = doubtful.Length == 0 ? null : doubtful.MaxBy(c => c.Margin / c.Allowance) };
        }
    }

    /// <summary>The larger side of the last comparison before each that was finite; 0 for the first.</summary>
    private static Dictionary<int, double> Before(List<Comparison<DoubleDouble>> comparisons)
    {
        Dictionary<int, double> before = [];
        double last = 0;
        foreach (Comparison<DoubleDouble> c in comparisons)
        {
            before[c.Iteration] = last;
            double larger = Math.Max(Math.Abs(c.Measured.Value.High), Math.Abs(c.Bound.Value.High));
            last = double.IsFinite(larger) ? larger : last;
        }

        return before;
    }

    /// <summary>
    /// Both sides of one run for its curve, as well as they are known: in double-doubles where it can be repeated. What verdicts do not believe is no measurement either.
    /// </summary>
    public IReadOnlyList<RunValue> Values(CheckCase @case)
    {
        RunPlan plan = @case.Plan(claim);
        List<Comparison<double>> doubles = Compare<double>(@case, plan);
        try
        {
            Dictionary<int, Comparison<double>> rough = doubles.ToDictionary(c => c.Iteration);

            // A run in doubles may end before its repetition, where a step is too small for them.
            return [.. Compare<DoubleDouble>(@case, plan).Select(c => new RunValue(
                c.Iteration,
                c.Measured.Value.High,
                c.Bound.Value.High,
                c.Ratio,
                rough.TryGetValue(c.Iteration, out Comparison<double> beside) ? Drift.Error(beside, c) : c.Measured.Error))];
        }
        catch (NotSupportedException)
        {
            return [.. doubles.Select(c => new RunValue(c.Iteration, c.Measured.Value, c.Bound.Value, c.Ratio, c.Measured.Error))];
        }
    }

    private static bool IsTighter(Repetition one, Repetition other) => one.Ratio > other.Ratio || (double.IsNaN(other.Ratio) && !double.IsNaN(one.Ratio));

    /// <summary>The comparison with the largest ratio that the allowance leaves; where it leaves none, the first one, without a ratio.</summary>
    private static (Comparison<T> Tightest, double Ratio) Tightest<T>(IReadOnlyList<Comparison<T>> comparisons, Func<Comparison<T>, double> allowance)
        where T : struct, INumber<T>
    {
        (Comparison<T> Tightest, double Ratio) tightest = (comparisons.Count > 0 ? comparisons[0] : default, double.NaN);
        foreach (Comparison<T> c in comparisons)
        {
            double ratio = c.RatioWithin(allowance(c));
            tightest = ratio > tightest.Ratio || (double.IsNaN(tightest.Ratio) && !double.IsNaN(ratio)) ? (c, ratio) : tightest;
        }

        return tightest;
    }

    private Evaluation Describe(IReadOnlyList<CheckCase> cases, CaseSummary[] summaries, Repetition tightest, Repetition? named)
    {
        IReadOnlyList<CheckCase> drawn = Curves.Drawn(claim, cases, tightest.Index);
        return new()
        {
            Outcome = Outcome.Supported,
            Tightness = tightest.Ratio,
            Attained = named?.Ratio >= 0.95,
            Allowance = tightest.Allowance,
            Worst = tightest.Worst,
            Curve = () => Curves.Of(cases, drawn, summaries, Values),
            Drawn = drawn,
            Instances = cases.Select(c => (c.Spec, c.Sample)).Distinct().Count(),
            Iterations = cases.Max(c => c.Horizon),
        };
    }

    private static Witness WitnessOf(CheckCase @case, RunPlan plan, int iteration, double measured, double bound, string? confirmation) => new(
        @case.Instance,
        @case.Spec.ToString(),
        plan.Instance.Parameters.All.ToDictionary(p => p.Key, p => p.Value),
        @case.Seed,
        @case.Method.Name,
        @case.Horizon,
        iteration,
        measured,
        bound,
        confirmation);

    /// <summary>What the precise repetition of a run showed.</summary>
    private sealed record Repetition(int Index, bool IsPrecise, double Ratio, int Iteration, double Allowance, Witness Worst, Witness? Witness)
    {
        /// <summary>A violation that does not count, since the run cannot be repeated and it is too small; null if there is none.</summary>
        public Comparison<double>? Doubt { get; init; }

        /// <summary>The largest ratio where the drift of doubles is small beside the bound; below, both are noise.</summary>
        public Comparison<DoubleDouble>? Settled { get; init; }
    }
}
