namespace TheoryLab.ProofsChecks.Multiobjective;

/// <summary>
/// Problem: mu-strongly convex L-smooth objectives. Guarantee: G(x_k)^2 at most 2 L (1 - 1/sqrt kappa)^k (h_0 + mu R^2/2). Method: Nesterov with constant
/// momentum on a fixed scalarisation. Status: upper; the order of the lower bound.
/// </summary>
/// <remarks>
/// Derivation: G is at most |grad f_lam|, and |grad f_lam|^2 at most 2 L (f_lam - f_lam*).
/// </remarks>
public sealed class MooAgdStronglyConvexUpper : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "moo-agd-strongly-convex-upper",
        Topic = "multiobjective",
        Statement = "On any fixed scalarisation Nesterov's method for strongly convex functions has G(x_k)^2 at most 2 L (1 - 1/sqrt kappa)^k (f(x_0) - f* + mu R^2/2).",
        Source = new("Complexity bounds for smooth convex multiobjective optimization, 2025; Nesterov, Lectures on Convex Optimization, 2018, Theorem 2.2.3", "upper bound for strongly convex objectives", "derived"),
        Assumptions = "h_0, R and x* are those of the scalarisation.",
        Kind = ClaimKind.Upper,
        Methods = [new NesterovStronglyConvex()],
        Instances =
        [
            new("lifted-strongly-convex-chain", ("dimension", "200"), ("condition", "25")),
            new("lifted-strongly-convex-chain", ("dimension", "200"), ("condition", "100")),
            new("lifted-strongly-convex-chain", ("dimension", "200"), ("condition", "400")),
            new("lifted-quadratic", ("dimension", "2"), ("condition", "100"), ("start", "smallest"), ("basis", "coordinates")),
            new("lifted-quadratic", ("dimension", "2..30"), ("condition", "10..1e4"), ("objectives", "2..5"), ("first", "0..1"), ("offset", "0..3")),
        ],
        Measure = new ParetoGap(),
        Bound = "sqrt(2*L*(1-1/sqrt(kappa))^k*(h0+mu*R^2/2))",
        Iterations = 200,
        Samples = 15,
        Twins =
        [
            new("gradient descent does as well", TwinChange.Method, c => c with { Methods = [new GradientDescent()] }),
            Twin.Order("(1 - 3/sqrt kappa)^(k/2) with the same constant", "((1-3/sqrt(kappa))/(1-1/sqrt(kappa)))^(k/2)"),
        ],
    };
}
