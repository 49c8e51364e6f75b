using TheoryLab.Claims;

namespace TheoryLab.Testing;

/// <summary>The false variants tried where a test names none. One of them must be refuted, else the assertion has shown no power.</summary>
internal static class StandardTwins
{
    /// <summary>Half the constant, or a bound that falls faster by k^(1/2); twice and slower for a lower bound; a thousandth off for an equality.</summary>
    public static IReadOnlyList<Twin> OfBound(RateKind kind) => kind switch
    {
        RateKind.Upper => [Twin.Constant("1/2"), Twin.Order("bound/sqrt(k+1)", "1/sqrt(k+1)")],
        RateKind.Lower => [Twin.Constant("2"), Twin.Order("bound*sqrt(k+1)", "sqrt(k+1)")],
        _ => [Twin.Constant("999/1000")],
    };

    /// <summary>The exponent + 1/2, or the rate times 3/2 where there is no exponent; smaller by as much for a lower claim.</summary>
    public static IReadOnlyList<Twin> OfOrder(RateOrder order, RateKind kind) => (order, kind) switch
    {
        (PowerOrder { Exponent: > 0.5 }, RateKind.Lower) => [Twin.Exponent(-0.5)],
        (SuperlinearRate, _) => [Twin.HigherOrder],
        (_, RateKind.Lower) => [Twin.Rate(0.5)],
        (PowerOrder, _) => [Twin.Exponent(0.5)],
        _ => [Twin.Rate(1.5)],
    };

    /// <summary>A fall by a share in every step: how large a share no run keeps up depends on the solver.</summary>
    public static IReadOnlyList<Twin> OfMonotone { get; } = [Twin.Constant("99/100"), Twin.Constant("1/2"), Twin.Constant("1/100")];
}
