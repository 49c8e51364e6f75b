using TheoryLab.Claims;
using TheoryLab.Core;

namespace TheoryLab.Testing;

/// <summary>
/// Assertions about rates. Each one is made twice: as stated, which must hold, and as a false twin, which must fail; where no twin fails the assertion could
/// not have failed either, and says "no power". Name a twin that your run can refute, or give <c>twins: []</c> to do without.
/// </summary>
public static partial class RateAssert
{
    /// <summary>The trace y_0, y_1, … is of an order. See the overload with iterations.</summary>
    /// <param name="y">One positive value for every iteration, from x_0 on.</param>
    /// <param name="order">k^-p, 1/k, 1/sqrt(k), 0.9^k, exp(-c*k), quadratic, superlinear or "order q".</param>
    /// <param name="kind">Upper: at least as fast; lower: at most as fast; exact: both.</param>
    /// <param name="twins">False variants, one of which must fail; null for the exponent + 1/2, or the rate times 3/2.</param>
    /// <exception cref="RateException">The order is refuted, the trace does not settle it, or no twin fails.</exception>
    public static void Order(ReadOnlySpan<double> y, string order, RateKind kind = RateKind.Upper, IReadOnlyList<Twin>? twins = null) =>
        Order(Counting(y.Length), y, order, kind, twins);

    /// <summary>
    /// The trace y(k) is of an order, by the fit of <c>theorylab fit</c>: a refutation takes the 99% end of the interval of the exponent, a confirmation the
    /// 95% interval (docs/rates.md). A twin that is not refuted shows a trace that falls faster than what is claimed, or is too short.
    /// </summary>
    /// <param name="k">Iterations, increasing.</param>
    /// <param name="y">One positive value for each.</param>
    /// <param name="order">k^-p, 1/k, 1/sqrt(k), 0.9^k, exp(-c*k), quadratic, superlinear or "order q".</param>
    /// <param name="kind">Upper: at least as fast; lower: at most as fast; exact: both.</param>
    /// <param name="twins">False variants, one of which must fail; null for the exponent + 1/2, or the rate times 3/2.</param>
    /// <exception cref="RateException">The order is refuted, the trace does not settle it, or no twin fails.</exception>
    /// <exception cref="InputException">The order cannot be read, or the trace is not positive, finite and increasing in k.</exception>
    public static void Order(ReadOnlySpan<double> k, ReadOnlySpan<double> y, string order, RateKind kind = RateKind.Upper, IReadOnlyList<Twin>? twins = null)
    {
        RateOrder claimed = RateText.Parse(order);
        TestTrace run = new TestTrace(k.ToArray(), y.ToArray(), kind).Checked();
        Claim claim = TraceClaim(kind) with { Order = claimed };
        Demand($"order {order} ({kind})", claim, twins ?? StandardTwins.OfOrder(claimed, kind), c => run.Judge(c.Order!));
    }

    /// <summary>The trace y_0, y_1, … keeps a bound. See the overload with iterations.</summary>
    /// <param name="y">One value for every iteration, from x_0 on.</param>
    /// <param name="bound">A formula in k and the constants, such as "2*L*D^2/(k+2)".</param>
    /// <param name="constants">Constants by name; [] if the bound has none.</param>
    /// <param name="kind">Upper: at most the bound; lower: at least; exact: equal.</param>
    /// <param name="error">A bound on the absolute error of each value; null if nothing is known.</param>
    /// <param name="twins">False variants, one of which must fail; null for half the constant and the exponent + 1/2.</param>
    /// <exception cref="RateException">A value breaks the bound by more than the allowance, or no twin fails.</exception>
    public static void Bound(
        ReadOnlySpan<double> y,
        string bound,
        IReadOnlyList<(string Name, double Value)> constants,
        RateKind kind = RateKind.Upper,
        double? error = null,
        IReadOnlyList<Twin>? twins = null) => Bound(Counting(y.Length), y, bound, constants, kind, error, twins);

    /// <summary>
    /// The trace y(k) keeps a bound at every k. The allowance at k is the error given for the values plus the forward error of evaluating the bound, by running
    /// error analysis; if no error is given, 1,000 times the larger of that forward error and one unit round-off of the bound, since nothing is known of how the
    /// values were computed.
    /// </summary>
    /// <param name="k">Iterations, increasing.</param>
    /// <param name="y">One value for each.</param>
    /// <param name="bound">A formula in k and the constants, such as "2*L*D^2/(k+2)".</param>
    /// <param name="constants">Constants by name; [] if the bound has none.</param>
    /// <param name="kind">Upper: at most the bound; lower: at least; exact: equal.</param>
    /// <param name="error">
    /// A bound on the absolute error of each value; null if nothing is known. A gap computed as f(x) - f* has at least 2^-53 |f*|.
    /// </param>
    /// <param name="twins">False variants, one of which must fail; null for half the constant and the exponent + 1/2.</param>
    /// <exception cref="RateException">A value breaks the bound by more than the allowance, or no twin fails.</exception>
    /// <exception cref="InputException">The bound cannot be read or uses an unknown name, or the trace is not finite and increasing in k.</exception>
    public static void Bound(
        ReadOnlySpan<double> k,
        ReadOnlySpan<double> y,
        string bound,
        IReadOnlyList<(string Name, double Value)> constants,
        RateKind kind = RateKind.Upper,
        double? error = null,
        IReadOnlyList<Twin>? twins = null)
    {
        Expression formula = Expression.Parse(bound);
        TestTrace run = new TestTrace(k.ToArray(), y.ToArray(), kind) { Constants = constants.ToDictionary(c => c.Name, c => c.Value), Error = error }.Checked();
        Claim claim = TraceClaim(kind) with { Bound = formula };
        Demand($"bound {bound} ({kind})", claim, twins ?? StandardTwins.OfBound(kind), c => run.Judge(c.Bound!));
    }

    /// <summary>
    /// No value of the trace rises above the one before it by more than the allowance: twice the error given for the values, else 1,000 unit round-offs of the
    /// larger one. Its twin is the trace read backwards, which must rise: a trace that does not move shows nothing.
    /// </summary>
    /// <param name="y">One value for every iteration.</param>
    /// <param name="error">A bound on the absolute error of each value; null if nothing is known.</param>
    /// <exception cref="RateException">A value rises, or the trace does not move.</exception>
    /// <exception cref="InputException">The trace is empty or not finite.</exception>
    public static void Monotone(ReadOnlySpan<double> y, double? error = null)
    {
        TestTrace run = new TestTrace(Counting(y.Length), y.ToArray(), RateKind.Upper) { Error = error }.Checked();
        Conclude("a trace that never rises", run.JudgeMonotone(), [new TwinJudgement("the trace read backwards", run.Backwards().JudgeMonotone())], needsPower: true);
    }

    private static void Demand(string what, Claim claim, IReadOnlyList<Twin> twins, Func<Claim, Judgement> judge) =>
        Conclude(what, judge(claim), [.. twins.Select(t => new TwinJudgement(t.Name, judge(t.Apply(claim))))], twins.Count > 0);

    private static void Conclude(string what, Judgement judgement, TwinJudgement[] twins, bool needsPower)
    {
        if (judgement.Verdict != Verdict.Consistent)
        {
            throw new RateException(judgement.Verdict, $"{what}: {judgement.Verdict.ToString().ToLowerInvariant()}: {judgement.Reason}.");
        }

        if (needsPower && twins.All(t => t.Judgement.Verdict != Verdict.Refuted))
        {
            throw new RateException(Verdict.Inconclusive, NoPower(what, judgement.Reason, string.Join("; ", twins.Select(t => $"{t.Name}: {t.Judgement.Reason}"))));
        }
    }

    private static string NoPower(string what, string reason, string twins) =>
        $"{what}: no power: it holds ({reason}), and so does every twin, so this assertion could not have failed ({twins}). " +
        "State the rate that the run has, name a twin that must fail, such as twins: [Twin.Constant(\"1/100\")], or give twins: [] to do without.";

    // What a twin changes: a claim whose bound or order is read back.
    private static Claim TraceClaim(RateKind kind) => new()
    {
        Id = "trace",
        Topic = "test",
        Statement = "A recorded trace.",
        Source = new("a test", "in memory"),
        Assumptions = "none",
        Kind = kind switch { RateKind.Upper => ClaimKind.Upper, RateKind.Lower => ClaimKind.Lower, _ => ClaimKind.Identity },
        Methods = [],
        Instances = [],
        Measure = new PrimalGap(),
    };

    private static double[] Counting(int length) => [.. Enumerable.Range(0, length).Select(i => (double)i)];

    private sealed record TwinJudgement(string Name, Judgement Judgement);
}
