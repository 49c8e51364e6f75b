using TheoryLab.Claims.Fitting;

namespace TheoryLab.Testing;

/// <summary>Which side of a rate a trace must stay on.</summary>
public enum RateKind
{
    /// <summary>At most the bound; at least as fast as the order.</summary>
    Upper,

    /// <summary>At least the bound; at most as fast as the order.</summary>
    Lower,

    /// <summary>Both: equal to the bound within the allowance; exactly of the order.</summary>
    Exact,
}

/// <summary>What the kinds are called in other parts.</summary>
internal static class RateKinds
{
    public static OrderKind ToOrderKind(this RateKind kind) => kind switch
    {
        RateKind.Upper => OrderKind.AtMost,
        RateKind.Lower => OrderKind.AtLeast,
        _ => OrderKind.Exactly,
    };
}
