using System.Globalization;

namespace TheoryLab.Claims.Fitting;

/// <summary>
/// Verdicts on claimed orders. The trend of log(y_k k^p0) against log k is p0 - p, so a claim is judged by the interval of p. Refuting takes the
/// 99% end; supporting takes the 95% interval and, at p0 = p where no finite trace can show more than "no trend, and a trend of delta would have
/// been seen", an equivalence test with margin delta (Schuirmann, J. Pharmacokinetics and Biopharmaceutics 1987). So every verdict has a
/// resolution: a false claim off by much less than the margin may be supported, and one off by more than the 99% end is refuted.
/// </summary>
public static class OrderRule
{
    /// <summary>The margin delta as a share of the claimed parameter.</summary>
    public const double MarginShare = 0.15;

    /// <summary>The share of the evidence a model must hold for a verdict.</summary>
    public const double LeastEvidence = 0.98;

    /// <summary>
    /// Time constants of a claimed factor that a window must span to refute it, one for each part in which the local rate is measured: before them a
    /// transient of the law's own time scale had no time to die.
    /// </summary>
    public const double LeastUnits = 3;

    /// <summary>
    /// The m of a factor k^m or k^-m beside rho^k that no window may mistake for another rho: -log(k^m rho^k) falls by m/k less per iteration. Two is what a double
    /// root gives for squares and gaps, one for distances: critically damped momentum (Polyak 1964) converges like k rho^k.
    /// </summary>
    public const double LargestDegree = 2;

    /// <summary>Judges y = O, Omega or Theta of k^-p0.</summary>
    /// <param name="fit">What the trace says.</param>
    /// <param name="kind">Direction of the claim.</param>
    /// <param name="p0">Claimed exponent, positive.</param>
    public static OrderDecision Decide(RateFit fit, OrderKind kind, double p0)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(p0);
        Claim claim = new(string.Create(CultureInfo.InvariantCulture, $"k^-{p0:g4}"), p0, MarginShare * p0, RateClock.LogIteration);
        return Judge(fit, kind, claim, fit.Model switch
        {
            // A claim that differs from the law by a logarithm only is not judged.
            RateModel.PowerLog when fit.Low <= p0 && p0 <= fit.High => Inconclusive(claim, "the law found differs from the claim by a logarithm"),
            RateModel.Power or RateModel.PowerLog => null,
            RateModel.Linear or RateModel.Superlinear => Faster(claim, kind, fit),
            _ => Slower(claim, kind, fit),
        }, Interval.Of(fit));
    }

    /// <summary>Judges y = O, Omega or Theta of rho0^k, in -log rho, the rate per iteration.</summary>
    /// <param name="fit">What the trace says.</param>
    /// <param name="kind">Direction of the claim.</param>
    /// <param name="rho0">Claimed factor, between zero and one.</param>
    public static OrderDecision DecideLinear(RateFit fit, OrderKind kind, double rho0)
    {
        ArgumentNullException.ThrowIfNull(fit);
        if (!(rho0 > 0 && rho0 < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(rho0), rho0, "A factor lies between zero and one.");
        }

        double rate = -Math.Log(rho0);
        Claim claim = new(string.Create(CultureInfo.InvariantCulture, $"{rho0:g6}^k"), rate, MarginShare * rate, RateClock.Iteration);
        return Judge(fit, kind, claim, fit.Model switch
        {
            RateModel.Linear => null,
            RateModel.Superlinear => Faster(claim, kind, fit),
            _ => Slower(claim, kind, fit),
        }, Interval.OfRate(fit));
    }

    /// <summary>
    /// Judges convergence of order at least (AtMost, as for O), at most (AtLeast) or exactly q0. The margin is a share of q0 - 1. A trace cut at a
    /// round-off floor that shows no superlinear phase refutes nothing: the phase may lie below the floor.
    /// </summary>
    /// <param name="fit">What the trace says.</param>
    /// <param name="kind">Direction of the claim.</param>
    /// <param name="q0">Claimed order, above one.</param>
    public static OrderDecision DecideSuperlinear(RateFit fit, OrderKind kind, double q0)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(q0, 1);
        Claim claim = new(string.Create(CultureInfo.InvariantCulture, $"order {q0:g4}"), q0, MarginShare * (q0 - 1), null);
        if (kind != OrderKind.AtLeast && fit is { Model: not RateModel.Superlinear, Floor: null, LateRatios: { FallSlowly: true } ratios })
        {
            return new(OrderOutcome.Refuted, $"the ratios of successive values fall too slowly for an order above one: {ratios} on the last three parts of the window", claim.Margin);
        }

        return Judge(fit, kind, claim, fit.Model switch
        {
            RateModel.Superlinear => null,
            _ when fit.Floor is not null => Inconclusive(claim, "a superlinear phase may lie below the floor"),
            _ => Slower(claim, kind, fit),
        }, Interval.Of(fit));
    }

    private static OrderDecision Judge(RateFit fit, OrderKind kind, Claim claim, OrderDecision? other, Interval interval)
    {
        if (fit.Model == RateModel.None)
        {
            return Inconclusive(claim, fit.Reason ?? "no model");
        }

        if (fit.Evidence < LeastEvidence)
        {
            return Inconclusive(claim, "the model is not certain enough");
        }

        return other ?? (kind switch
        {
            OrderKind.AtMost => Reached(AtMost(claim, interval, "slower"), claim, fit, isSlower: true),

            // Change the signs of p and p0 and swap the ends.
            OrderKind.AtLeast => Reached(AtMost(claim with { Value = -claim.Value }, interval.Negated, "faster"), claim, fit, isSlower: false),
            _ => Both(Judge(fit, OrderKind.AtMost, claim, null, interval), Judge(fit, OrderKind.AtLeast, claim, null, interval)),
        });
    }

    private static OrderDecision AtMost(Claim claim, Interval p, string side)
    {
        double half = (p.High - p.Low) / 2, resolution = Math.Max(claim.Margin, half);
        if (p.High99 < claim.Value)
        {
            // What this claim was told by is the end at 99%, whatever the margin for supporting one.
            return new(OrderOutcome.Refuted, $"{side} than {claim.Name} at 99%", p.High99 - p.Estimate);
        }

        if (p.Low >= claim.Value)
        {
            return new(OrderOutcome.Supported, $"the 95% interval is on the claimed side of {claim.Name}", resolution);
        }

        return p.Low >= claim.Value - claim.Margin && p.Estimate >= claim.Value - (claim.Margin / 2)
            ? new(OrderOutcome.Supported, $"no trend against {claim.Name}, and one of the margin would have been seen", resolution)
            : new(OrderOutcome.Inconclusive, $"the interval does not settle {claim.Name}", resolution);
    }

    private static OrderDecision Both(OrderDecision upper, OrderDecision lower)
    {
        OrderDecision decisive = upper.Outcome == OrderOutcome.Refuted ? upper
            : lower.Outcome == OrderOutcome.Refuted ? lower
            : upper.Outcome == OrderOutcome.Inconclusive ? upper : lower;
        return decisive.Outcome == OrderOutcome.Refuted ? decisive : decisive with { Resolution = Math.Max(upper.Resolution, lower.Resolution) };
    }

    private static OrderDecision Faster(Claim claim, OrderKind kind, RateFit fit)
    {
        string reason = $"{Words(fit.Model)} is faster than {claim.Name}";
        return kind == OrderKind.AtMost
            ? new(OrderOutcome.Supported, reason, claim.Margin)
            : Reached(new(OrderOutcome.Refuted, reason, claim.Margin), claim, fit, isSlower: false);
    }

    private static OrderDecision Slower(Claim claim, OrderKind kind, RateFit fit)
    {
        string reason = $"{Words(fit.Model)} is slower than {claim.Name}";
        return kind == OrderKind.AtLeast
            ? new(OrderOutcome.Supported, reason, claim.Margin)
            : Reached(new(OrderOutcome.Refuted, reason, claim.Margin), claim, fit, isSlower: true);
    }

    /// <summary>
    /// A refutation stands only where the trace has reached its law: y/g must move against the claim at the end of the window, and that movement must
    /// not be dying out. Otherwise the answer is inconclusive, and says what to run.
    /// </summary>
    private static OrderDecision Reached(OrderDecision decision, Claim claim, RateFit fit, bool isSlower) =>
        decision.Outcome == OrderOutcome.Refuted && Unreached(claim, fit, isSlower) is { } why
            ? new(OrderOutcome.Inconclusive, why, Math.Max(claim.Margin, decision.Resolution))
            : decision;

    private static string? Unreached(Claim claim, RateFit fit, bool isSlower)
    {
        if (fit.Model == RateModel.Superlinear)
        {
            // A superlinear phase is past every power and factor; an order q may still be rising or falling towards the claimed one.
            return claim.Clock is not null || (isSlower ? Math.Max(fit.Estimate, fit.LateOrder) < claim.Value : Math.Min(fit.Estimate, fit.LateOrder) > claim.Value) ? null
                : Text($"the window ends before the order has settled: it is {fit.Estimate:g4} at k = {fit.WindowLast} and heads for {fit.LateOrder:g4}; run more iterations, in higher precision if there is a floor");
        }

        if ((claim.Clock == RateClock.LogIteration ? fit.LateExponents : fit.LateIterationRates) is not { } late)
        {
            return "the window has too few points to show that the law is reached; record more iterations";
        }

        if (isSlower && claim.Clock == RateClock.Iteration && claim.Value * fit.WindowLast is var units && units < LeastUnits)
        {
            return Text($"{claim.Name} falls by a factor of {Math.Exp(units):g3} only up to the end of the window, k = {fit.WindowLast}; run past k = {Math.Ceiling(LeastUnits / claim.Value)}");
        }

        double end = isSlower ? late.Ceiling : late.Floor;
        double factor = claim.Clock == RateClock.Iteration ? late.FactorLeft(fit.WindowLast, LargestDegree, isSlower) : 0;
        bool contradicts = claim.Clock is null ? double.IsFinite(end)
            : isSlower ? Math.Max(end, late.Last) + factor < claim.Value
            : Math.Min(end, late.Last) - factor > claim.Value;
        return contradicts ? null : Text(
            $"the window ends before the law is reached: the local {(late.Clock == RateClock.LogIteration ? "exponent" : "rate per iteration")} on its last three parts is {late.First:g3}, {late.Second:g3} and {late.Last:g3}, which does not rule out {claim.Name} beyond k = {fit.WindowLast}; run more iterations");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static OrderDecision Inconclusive(Claim claim, string reason) => new(OrderOutcome.Inconclusive, reason, claim.Margin);

    internal static string Words(RateModel model) => model switch
    {
        RateModel.Linear => "linear convergence",
        RateModel.Superlinear => "superlinear convergence",
        RateModel.Stalled => "a stalled trace",
        _ => "a power law",
    };

    // What is claimed: its name, the parameter in which larger means faster, the margin, and what the parameter is per; null for an order q.
    private readonly record struct Claim(string Name, double Value, double Margin, RateClock? Clock);

    private readonly record struct Interval(double Estimate, double Low, double High, double Low99, double High99)
    {
        public Interval Negated => new(-Estimate, -High, -Low, -High99, -Low99);

        public static Interval Of(RateFit fit) => new(fit.Estimate, fit.Low, fit.High, fit.Low99, fit.High99);

        public static Interval OfRate(RateFit fit) =>
            new(-Math.Log(fit.Estimate), -Math.Log(fit.High), -Math.Log(fit.Low), -Math.Log(fit.High99), -Math.Log(fit.Low99));
    }
}
