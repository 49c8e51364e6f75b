using System.Numerics;
using TheoryLab.Claims.Fitting;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>
/// The checking path of claims about an order: every named run is fitted, and the order rule decides on each. A refutation is repeated in
/// double-doubles where the run can be, unless the claim asks for wide numbers in the first place.
/// </summary>
internal sealed class OrderCheck(Claim claim, CheckOptions options, RunCache runs, CancellationToken cancellation)
{
    // A point whose error is above one part in a hundred says nothing about the order.
    private const double LargestRelativeError = 0.01;

    public Evaluation Run()
    {
        IReadOnlyList<CheckCase> cases = CheckCase.Of(claim, options);
        CheckCase[][] series = [.. cases.GroupBy(c => claim.WorstCase ? (null, 0, c.Method) : ((InstanceSpec?)c.Spec, c.Sample, c.Method)).Select(g => g.ToArray())];
        SeriesResult[] results = new SeriesResult[series.Length];
        SideBySide.For(
            0,
            series.Length,
            new ParallelOptions { MaxDegreeOfParallelism = options.Jobs, CancellationToken = cancellation },
            i => results[i] = Judge(series[i]));

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
            Attained = results.Any(r => r.Order.Parameter >= r.Fit.Low && r.Order.Parameter <= r.Fit.High && !double.IsNaN(r.Order.Tightness(r.Fit))),
            Worst = tightest.Witness,
            Witness = tightest.Decision.Outcome == OrderOutcome.Refuted ? tightest.Witness : null,
            Rate = tightest.Fit,
            Curve = () => tightest.Curve,
            Constant = tightest.Constant,
            Instances = cases.Select(c => (c.Spec, c.Sample)).Distinct().Count(),
            Iterations = cases.Max(c => c.Horizon),
        };
    }

    private static int Rank(OrderOutcome outcome) => outcome switch { OrderOutcome.Refuted => 2, OrderOutcome.Inconclusive => 1, _ => 0 };

    private SeriesResult Judge(CheckCase[] cases)
    {
        OrderKind kind = claim.Kind switch { ClaimKind.Upper => OrderKind.AtMost, ClaimKind.Lower => OrderKind.AtLeast, _ => OrderKind.Exactly };
        (double[] K, double[] Y, double[] Error)? wide = claim.Wide ? Wide(cases) : null;
        (double[] k, double[] y, double[] error) = wide ?? Points<double>(cases);
        AccurateCurve values = new(k, y, i => error[i]);
        RateFit fit = values.Fit(cancellation);
        CheckCase last = cases[^1];
        RunPlan plan = last.Plan(claim);
        double Known(string name) => Constant(last, plan, name);
        RateOrder order = claim.Order!.Resolved(Known);
        OrderDecision decision = values.Decide(order, kind, fit, cancellation);
        if (IsSlower(order, fit, kind, decision) && IsOneInstance(cases) && LinearPhase.Ahead(order, fit.WindowLast, name => Declared(last, plan, name)) is { } ahead)
        {
            decision = decision with { Outcome = OrderOutcome.Inconclusive, Reason = ahead };
        }

        string? confirmation = null;
        if (decision.Outcome == OrderOutcome.Refuted)
        {
            confirmation = wide is not null ? $"found in arithmetic of {BigReal.Bits} bits" : "not repeatable in higher precision";
            if (wide is null && Repeated(cases) is { } precise)
            {
                // What decides is also what is shown.
                (k, y, _) = precise;
                fit = RateFitter.Fit(k, y, cancellation);
                (decision, confirmation) = (order.Decide(fit, kind), "repeated in double-double arithmetic");
            }
        }

        Witness witness = new(
            last.Instance,
            last.Spec.ToString(),
            plan.Instance.Parameters.All.ToDictionary(q => q.Key, q => q.Value),
            last.Seed,
            last.Method.Name,
            last.Horizon,
            fit.WindowLast,
            fit.Estimate,
            order.Parameter,
            confirmation);
        double decay = order.Tightness(fit), tightness = kind == OrderKind.AtLeast ? 1 / decay : decay;
        IReadOnlyList<CurvePoint> curve = [.. k.Zip(y, (a, b) => new CurvePoint((int)a, b / order.At(a), b, order.At(a)))];
        return new(fit, order, decision, tightness, $"{last.Method.Name} on {last.Spec}: {decision.Reason}", witness, curve, Known);
    }

    private static bool IsSlower(RateOrder order, RateFit fit, OrderKind kind, OrderDecision decision) =>
        decision.Outcome == OrderOutcome.Refuted && kind != OrderKind.AtLeast && order.Decide(fit, OrderKind.AtMost).Outcome == OrderOutcome.Refuted;

    // An instance that depends on the horizon grows with it, and its own constants with it: the curve is then about a class of instances.
    private bool IsOneInstance(CheckCase[] cases) =>
        !claim.WorstCase && cases.All(c => c.Plan(claim).Instance.Parameters.All.SequenceEqual(cases[0].Plan(claim).Instance.Parameters.All));

    private double? Declared(CheckCase @case, RunPlan plan, string name) =>
        runs.Run<double>(@case, plan, cancellation).Audit.Constant(name) is { } value ? value.Value : null;

    private double Constant(CheckCase @case, RunPlan plan, string name) =>
        new BoundScope<double>(runs.Run<double>(@case, plan, cancellation), plan, claim.From).Value(name).Value;

    /// <summary>The values in double-doubles; null where the run cannot be repeated.</summary>
    private (double[] K, double[] Y, double[] Error)? Repeated(CheckCase[] cases)
    {
        try
        {
            return Points<DoubleDouble>(cases);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The values in wide numbers; null where the family or the method needs a function that they lack.</summary>
    private (double[] K, double[] Y, double[] Error)? Wide(CheckCase[] cases)
    {
        try
        {
            return Points<BigReal>(cases);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>
    /// The measured values that round-off leaves known well enough, and how far each may be off besides: one run's curve, or the last values of the runs to
    /// each horizon.
    /// </summary>
    private (double[] K, double[] Y, double[] Error) Points<T>(CheckCase[] cases)
        where T : struct, INumber<T>
    {
        List<double> k = [], y = [], error = [];
        foreach (CheckCase @case in cases)
        {
            RunPlan plan = @case.Plan(claim);
            Recording<T> recording = runs.Run<T>(@case, plan, cancellation);
            BoundScope<T> scope = new(recording, plan, claim.From), fitted = new(recording.Fitted, plan, claim.From);
            Trace<Tracked<T>> trace = recording.Trace;
            for (int row = claim.Horizons.Count > 0 ? trace.Count - 1 : 0; row < trace.Count; row++)
            {
                if (trace.Iterations[row] < claim.From)
                {
                    continue;
                }

                (scope.Row, fitted.Row) = (row, row);
                Tracked<T> value = claim.Quantity is { } quantity ? quantity.Evaluate(scope) : trace.Row(row)[0];
                double measured = ScalarMath.ToDouble(value.Value);
                if (value.Error <= LargestRelativeError * Math.Abs(measured))
                {
                    k.Add(trace.Iterations[row]);
                    y.Add(measured);
                    error.Add(!(recording.Provenance?.FitError > 0) ? 0 : claim.Quantity is { } formula ? formula.Evaluate(fitted).Error - value.Error : recording.Provenance.FitError);
                }
            }
        }

        if (!claim.WorstCase)
        {
            return ([.. k], [.. y], [.. error]);
        }

        var worst = k.Zip(y).GroupBy(p => p.First, p => p.Second).OrderBy(g => g.Key).ToArray();

        // A claim about the worst of several runs has no recording among them.
        return ([.. worst.Select(g => g.Key)], [.. worst.Select(g => claim.Kind == ClaimKind.Lower ? g.Min() : g.Max())], new double[worst.Length]);
    }

    private sealed record SeriesResult(RateFit Fit, RateOrder Order, OrderDecision Decision, double Tightness, string Reason, Witness Witness, IReadOnlyList<CurvePoint> Curve, Func<string, double> Constant);
}
