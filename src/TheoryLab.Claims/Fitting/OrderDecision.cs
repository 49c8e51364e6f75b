namespace TheoryLab.Claims.Fitting;

/// <summary>The direction of a claim about an order.</summary>
public enum OrderKind
{
    /// <summary>y = O(g): at least as fast as g.</summary>
    AtMost,

    /// <summary>y = Omega(g): at most as fast as g.</summary>
    AtLeast,

    /// <summary>y = Theta(g): both.</summary>
    Exactly,
}

/// <summary>What a fit says about a claim.</summary>
public enum OrderOutcome
{
    /// <summary>The trace agrees, to within the resolution.</summary>
    Supported,

    /// <summary>The trace contradicts the claim at 99%.</summary>
    Refuted,

    /// <summary>The trace does not decide.</summary>
    Inconclusive,
}

/// <summary>A verdict on a claimed order.</summary>
/// <param name="Outcome">The verdict.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Resolution">
/// How far off, in the claimed parameter (exponent, -log rho or order; for superlinear convergence the ratio), a false claim must be for this verdict to tell it from a true
/// one. For a refutation it is what refuted: the distance of the estimate from its end at 99%, within which no claim is refuted. Otherwise it is the margin of the
/// equivalence test, or the half-width of the interval where that is larger.
/// </param>
public sealed record OrderDecision(OrderOutcome Outcome, string Reason, double Resolution);
