using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>
/// The checking path of limits: v(k) = scale(k) measure(k) tends to a target. With the last values at K/4, K/2 and K, Aitken's extrapolation
/// gives the limit of a sequence v + c k^-r; its distance from the last value bounds the interval in which the limit is sought. The largest
/// change from one iteration to the next between K/2 and K is added: a sequence that alternates may be caught on either side.
/// </summary>
internal sealed class LimitCheck(Claim claim, CheckOptions options, RunCache runs, CancellationToken cancellation)
{
    // K/4 and K/2 of a shorter run are its beginning, not its tail.
    private const int LeastIterations = 64;

    public Evaluation Run()
    {
        IReadOnlyList<CheckCase> cases = CheckCase.Of(claim, options);
        LimitResult[] results = new LimitResult[cases.Count];
        SideBySide.For(
            0,
            cases.Count,
            new ParallelOptions { MaxDegreeOfParallelism = options.Jobs, CancellationToken = cancellation },
            i => results[i] = Confirmed(cases[i]));
        int worst = Enumerable.Range(0, results.Length).MaxBy(i => (Rank(results[i].Outcome), results[i].RelativeDistance));
        LimitResult r = results[worst];
        RunPlan plan = cases[worst].Plan(claim);
        Witness witness = new(
            cases[worst].Instance,
            cases[worst].Spec.ToString(),
            plan.Instance.Parameters.All.ToDictionary(p => p.Key, p => p.Value),
            cases[worst].Seed,
            cases[worst].Method.Name,
            cases[worst].Horizon,
            r.LastIteration,
            r.Last,
            r.Target);
        ComparedNumbers n = ComparedNumbers.Of(r.Last, r.Target);
        return new()
        {
            Outcome = r.Outcome,
            Reason = r.LastIteration < LeastIterations ? $"fewer than {LeastIterations} iterations say nothing about a limit" : string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{StatedClaim.Scaled(claim.Scale!.Text, claim.Measure.Symbol)} is {n.Measured} at k = {r.LastIteration} and extrapolates to {r.Extrapolated:G6} ± {r.Uncertainty:G2}, against {n.Bound}{(r.LastIteration < cases[worst].Horizon ? "; what follows rests at round-off" : string.Empty)}"),
            Tightness = 1 + r.RelativeDistance,
            Attained = r.Outcome == Outcome.Supported,
            Worst = witness,
            Witness = r.Outcome == Outcome.Refuted ? witness with { Confirmation = r.Confirmation } : null,
            Curve = () => r.Curve,
            Instances = cases.Select(c => (c.Spec, c.Sample)).Distinct().Count(),
            Iterations = cases.Max(c => c.Horizon),
        };
    }

    /// <summary>The target on one run, in doubles.</summary>
    public double Target(CheckCase @case)
    {
        RunPlan plan = @case.Plan(claim) with { Grid = SampleGrid.Every(@case.Horizon) };
        return claim.Bound!.Evaluate(new BoundScope<double>(runs.Run<double>(@case, plan, cancellation), plan, claim.From)).Value;
    }

    private static int Rank(Outcome outcome) => outcome switch { Outcome.Refuted => 2, Outcome.Inconclusive => 1, _ => 0 };

    /// <summary>A refutation in doubles stands only if double-doubles refute as well, where the run has them.</summary>
    private LimitResult Confirmed(CheckCase @case)
    {
        LimitResult result = Judge<double>(@case);
        if (result.Outcome != Outcome.Refuted)
        {
            return result;
        }

        try
        {
            return Judge<DoubleDouble>(@case) with { Confirmation = "the extrapolated interval excludes the target, in double-double arithmetic as well" };
        }
        catch (NotSupportedException)
        {
            return result with { Confirmation = "the extrapolated interval excludes the target; not repeatable in higher precision" };
        }
    }

    private LimitResult Judge<T>(CheckCase @case)
        where T : struct, INumber<T>
    {
        RunPlan plan = @case.Plan(claim) with { Grid = SampleGrid.Every(@case.Horizon) };
        Recording<T> recording = runs.Run<T>(@case, plan, cancellation);
        BoundScope<T> scope = new(recording, plan, claim.From), printed = new(recording.Printed, plan, claim.From);

        // A run made elsewhere cannot be repeated: its errors count 1,000 times, and what its digits leave open once.
        Tracked<double> Known(Func<BoundScope<T>, Tracked<T>> value)
        {
            Tracked<double> known = Rounded(value(scope));
            return recording.Provenance is null ? known
                : new(known.Value, (Drift.UnconfirmedFactor * known.Error) + Math.Max(0, Rounded(value(printed)).Error - known.Error));
        }

        Tracked<double> At(int k)
        {
            (scope.Row, printed.Row) = (k, k);
            return Known(s => claim.Scale!.Evaluate(s) * s.Measure);
        }

        // What rests at its round-off is not the sequence any more.
        int last = (recording.Provenance?.FloorRow ?? recording.Trace.Count) - 1;
        Tracked<double> quarter = At(last / 4), half = At(last / 2), full = At(last), target = Known(s => claim.Bound!.Evaluate(s));
        (double rest, double doubt) = Rest(half - quarter, full - half, recording.Provenance is not null);
        double wobble = 0;
        for (int k = last / 2; k < last; k++)
        {
            wobble = Math.Max(wobble, Math.Abs(At(k + 1).Value - At(k).Value));
        }

        double extrapolated = full.Value + rest, uncertainty = Math.Abs(rest) + doubt + wobble + full.Error + target.Error;
        double distance = Math.Abs(extrapolated - target.Value);
        Outcome outcome = last < LeastIterations || !double.IsFinite(uncertainty) ? Outcome.Inconclusive : distance <= uncertainty ? Outcome.Supported : distance > 3 * uncertainty ? Outcome.Refuted : Outcome.Inconclusive;
        // Nothing is near zero by itself: how far off it is, is measured by the value at K/4.
        double unit = target.Value == 0 ? Math.Abs(quarter.Value) : Math.Abs(target.Value);
        ReadOnlySpan<int> sampled = SampleGrid.Geometric(last).At;
        List<CurvePoint> curve = [];
        foreach (int k in sampled)
        {
            if (k >= claim.From)
            {
                curve.Add(new(k, target.Value == 0 ? 1 + (Math.Abs(At(k).Value) / unit) : At(k).Value / target.Value, At(k).Value, target.Value, Error: At(k).Error));
            }
        }

        return new(outcome, recording.Trace.Iterations[last], full.Value, extrapolated, uncertainty, target.Value, distance == 0 ? 0 : distance / unit, curve);
    }

    /// <summary>
    /// The rest of the way from the changes of two periods, and how far it may be off. For v + c k^-r their ratio is 2^-r and the rest second * ratio/(1 - ratio).
    /// Where a run can be repeated in double-doubles, that shows what round-off does to the changes; elsewhere their errors are carried along. NaN where
    /// the changes do not shrink.
    /// </summary>
    private static (double Way, double Error) Rest(Tracked<double> first, Tracked<double> second, bool carriesErrors)
    {
        if (carriesErrors && Math.Abs(first.Value) <= first.Error && Math.Abs(second.Value) <= second.Error)
        {
            // Nothing moves that could be seen.
            return (0, first.Error + second.Error);
        }

        double ratio = first.Value == 0 ? 0 : second.Value / first.Value;
        return Math.Abs(ratio) >= 1 ? (double.NaN, 0)
            : (second.Value * ratio / (1 - ratio), carriesErrors ? (second * second / (first - second)).Error : 0);
    }

    /// <summary>To a double; extrapolation has no use for more.</summary>
    private static Tracked<double> Rounded<T>(Tracked<T> value)
        where T : struct, INumber<T>
    {
        double rounded = ScalarMath.ToDouble(value.Value);
        return new(rounded, value.Error + Math.BitIncrement(Math.Abs(rounded)) - Math.Abs(rounded));
    }

    private sealed record LimitResult(
        Outcome Outcome, int LastIteration, double Last, double Extrapolated, double Uncertainty, double Target, double RelativeDistance, IReadOnlyList<CurvePoint> Curve)
    {
        public string? Confirmation { get; init; }
    }
}
