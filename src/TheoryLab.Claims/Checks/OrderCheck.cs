using System.Numerics;
using TheoryLab.Claims.Fitting;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>
/// The checking path of claims about an order: every named run is fitted, and the order rule decides on each. A refutation is repeated in
/// double-doubles where the run can be.
/// </summary>
internal sealed class OrderCheck(Claim claim, CheckOptions options, CancellationToken cancellation)
{
    // A point whose error is above one part in a hundred says nothing about the order.
    private const double LargestRelativeError = 0.01;

    public Evaluation Run()
    {
        IReadOnlyList<CheckCase> cases = CheckCase.Of(claim, options);
        CheckCase[][] series = [.. cases.GroupBy(c => (c.Spec, c.Sample, c.Method)).Select(g => g.ToArray())];
        SeriesResult[] results = new SeriesResult[series.Length];
        SideBySide.For(
            0,
            series.Length,
            new ParallelOptions { MaxDegreeOfParallelism = options.Jobs, CancellationToken = cancellation },
            i => results[i] = Judge(i, series[i]));

        SeriesResult tightest = results.OrderByDescending(r => Rank(r.Decision.Outcome)).ThenByDescending(r => double.IsNaN(r.Tightness) ? 0 : r.Tightness).First();
        return new()
        {
            Outcome = tightest.Decision.Outcome switch
            {
                OrderOutcome.Supported => Outcome.Supported,
                OrderOutcome.Refuted => Outcome.Refuted,
                _ => Outcome.Inconclusive,
            },
            Reason = tightest.Reason,
            Tightness = tightest.Tightness,
            Attained = results.Any(r => r.Fit.Model is RateModel.Power && claim.Order!.Exponent >= r.Fit.Low && claim.Order.Exponent <= r.Fit.High),
            Worst = tightest.Witness,
            Witness = tightest.Decision.Outcome == OrderOutcome.Refuted ? tightest.Witness : null,
            Rate = tightest.Fit,
            Curve = tightest.Curve,
            Instances = cases.Select(c => (c.Spec, c.Sample)).Distinct().Count(),
            Iterations = cases.Max(c => c.Horizon),
        };
    }

    private static int Rank(OrderOutcome outcome) => outcome switch { OrderOutcome.Refuted => 2, OrderOutcome.Inconclusive => 1, _ => 0 };

    private SeriesResult Judge(int index, CheckCase[] cases)
    {
        OrderKind kind = claim.Kind switch { ClaimKind.Upper => OrderKind.AtMost, ClaimKind.Lower => OrderKind.AtLeast, _ => OrderKind.Exactly };
        (double[] k, double[] y) = Points<double>(cases);
        RateFit fit = RateFitter.Fit(k, y, cancellation);
        OrderDecision decision = OrderRule.Decide(fit, kind, claim.Order!.Exponent);
        string? confirmation = null;
        if (decision.Outcome == OrderOutcome.Refuted)
        {
            (decision, confirmation) = Confirm(cases, kind, decision);
        }

        CheckCase last = cases[^1];
        RunPlan plan = last.Plan(claim);
        double p = claim.Order.Exponent;
        Witness witness = new(
            index,
            last.Spec.ToString(),
            plan.Instance.Parameters.All.ToDictionary(q => q.Key, q => q.Value),
            last.Seed,
            last.Method.Name,
            last.Horizon,
            fit.WindowLast,
            fit.Estimate,
            p,
            confirmation);
        double tightness = fit.Model is RateModel.Power or RateModel.PowerLog ? (kind == OrderKind.AtLeast ? fit.Estimate / p : p / fit.Estimate) : double.NaN;
        IReadOnlyList<CurvePoint> curve = [.. k.Zip(y, (a, b) => new CurvePoint((int)a, b * Math.Pow(Math.Max(a, 1), p), b, Math.Pow(Math.Max(a, 1), -p)))];
        return new(fit, decision, tightness, $"{last.Method.Name} on {last.Spec}: {decision.Reason}", witness, curve);
    }

    private (OrderDecision Decision, string Confirmation) Confirm(CheckCase[] cases, OrderKind kind, OrderDecision decision)
    {
        try
        {
            (double[] k, double[] y) = Points<DoubleDouble>(cases);
            return (OrderRule.Decide(RateFitter.Fit(k, y, cancellation), kind, claim.Order!.Exponent), "repeated in double-double arithmetic");
        }
        catch (NotSupportedException)
        {
            return (decision, "not repeatable in higher precision");
        }
    }

    /// <summary>The measured values that are known well enough: one run's curve, or the last values of the runs to each horizon.</summary>
    private (double[] K, double[] Y) Points<T>(CheckCase[] cases)
        where T : struct, INumber<T>
    {
        List<double> k = [], y = [];
        foreach (CheckCase @case in cases)
        {
            Trace<Tracked<T>> trace = Simulation.Run<T>(@case.Plan(claim), cancellation).Trace;
            cancellation.ThrowIfCancellationRequested();
            for (int row = claim.Horizons.Count > 0 ? trace.Count - 1 : 0; row < trace.Count; row++)
            {
                Tracked<T> value = trace.Row(row)[0];
                double measured = ScalarMath.ToDouble(value.Value);
                if (trace.Iterations[row] >= claim.From && value.Error <= LargestRelativeError * Math.Abs(measured))
                {
                    k.Add(trace.Iterations[row]);
                    y.Add(measured);
                }
            }
        }

        return ([.. k], [.. y]);
    }

    private sealed record SeriesResult(RateFit Fit, OrderDecision Decision, double Tightness, string Reason, Witness Witness, IReadOnlyList<CurvePoint> Curve);
}
