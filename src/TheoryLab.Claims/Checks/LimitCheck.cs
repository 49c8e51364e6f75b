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
            cases[worst].Horizon,
            r.Last,
            r.Target);
        return new()
        {
            Outcome = r.Outcome,
            Reason = cases[worst].Horizon < LeastIterations ? $"fewer than {LeastIterations} iterations say nothing about a limit" : string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"({claim.Scale}) {claim.Measure.Symbol} is {r.Last:G6} at k = {cases[worst].Horizon} and extrapolates to {r.Extrapolated:G6} ± {r.Uncertainty:G2}, against {r.Target:G6}"),
            Tightness = 1 + r.RelativeDistance,
            Attained = r.Outcome == Outcome.Supported,
            Worst = witness,
            Witness = r.Outcome == Outcome.Refuted ? witness with { Confirmation = r.Confirmation } : null,
            Curve = r.Curve,
            Instances = cases.Select(c => (c.Spec, c.Sample)).Distinct().Count(),
            Iterations = cases.Max(c => c.Horizon),
        };
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
        BoundScope<T> scope = new(recording, plan, claim.From);

        Tracked<double> At(int k)
        {
            scope.Row = k;
            return Rounded(claim.Scale!.Evaluate(scope) * recording.Trace.Row(k)[0]);
        }

        int last = recording.Trace.Count - 1;
        Tracked<double> quarter = At(last / 4), half = At(last / 2), full = At(last), target = Rounded(claim.Bound!.Evaluate(scope));
        double first = half.Value - quarter.Value, second = full.Value - half.Value;

        // For v + c k^-r the ratio of the differences is 2^-r, and the rest of the way is second * ratio/(1 - ratio).
        double ratio = first == 0 ? 0 : second / first;
        double rest = Math.Abs(ratio) < 1 ? second * ratio / (1 - ratio) : double.NaN;
        double wobble = 0;
        for (int k = last / 2; k < last; k++)
        {
            wobble = Math.Max(wobble, Math.Abs(At(k + 1).Value - At(k).Value));
        }

        double extrapolated = full.Value + rest, uncertainty = Math.Abs(rest) + wobble + full.Error + target.Error;
        double distance = Math.Abs(extrapolated - target.Value);
        Outcome outcome = last < LeastIterations || double.IsNaN(rest) ? Outcome.Inconclusive : distance <= uncertainty ? Outcome.Supported : distance > 3 * uncertainty ? Outcome.Refuted : Outcome.Inconclusive;
        ReadOnlySpan<int> sampled = SampleGrid.Geometric(last).At;
        List<CurvePoint> curve = [];
        foreach (int k in sampled)
        {
            if (k >= claim.From)
            {
                curve.Add(new(k, At(k).Value / target.Value, At(k).Value, target.Value));
            }
        }

        return new(outcome, full.Value, extrapolated, uncertainty, target.Value, distance / Math.Abs(target.Value), curve);
    }

    /// <summary>To a double; extrapolation has no use for more.</summary>
    private static Tracked<double> Rounded<T>(Tracked<T> value)
        where T : struct, INumber<T>
    {
        double rounded = ScalarMath.ToDouble(value.Value);
        return new(rounded, value.Error + Math.BitIncrement(Math.Abs(rounded)) - Math.Abs(rounded));
    }

    private sealed record LimitResult(
        Outcome Outcome, double Last, double Extrapolated, double Uncertainty, double Target, double RelativeDistance, IReadOnlyList<CurvePoint> Curve)
    {
        public string? Confirmation { get; init; }
    }
}
