namespace TheoryLab.ProofsChecks.FirstOrder;

/// <summary>
/// Problem: minimise an L-smooth mu-strongly convex f. Guarantee: f(x_k) - f* at most (1 - 1/sqrt kappa)^k (h_0 + mu R^2/2).
/// Method: Nesterov's method with constant momentum. Status: upper; on quadratics the true factor is its square up to k^2.
/// </summary>
public sealed class NagStronglyConvexUpper : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "nag-strongly-convex-upper",
        Topic = "first-order",
        Statement = "Nesterov's method with momentum (sqrt kappa - 1)/(sqrt kappa + 1) has f(x_k) - f* at most (1 - 1/sqrt kappa)^k (f(x_0) - f* + mu R^2/2).",
        Source = new("Nesterov, Lectures on Convex Optimization, Springer 2018", "Theorem 2.2.3"),
        Assumptions = "f mu-strongly convex and L-smooth, kappa = L/mu, R = |x_0 - x*|.",
        Kind = ClaimKind.Upper,
        Methods = [new NesterovStronglyConvex()],
        Instances =
        [
            new("quadratic", ("dimension", "2"), ("condition", "100"), ("start", "smallest"), ("basis", "coordinates")),
            new("quadratic", ("dimension", "2"), ("condition", "1000"), ("start", "smallest"), ("basis", "coordinates")),
            new("strongly-convex-chain", ("dimension", "200"), ("condition", "100")),
            new("heavy-ball-cycle"),
            new("quadratic", ("dimension", "2..50"), ("condition", "10..1e4"), ("L", "0.1..10")),
            new("strongly-convex-chain", ("dimension", "2..100"), ("condition", "10..1e4")),
        ],
        Measure = new PrimalGap(),
        Bound = "(1-1/sqrt(kappa))^k*(h0+mu*R^2/2)",
        Iterations = 300,
        Samples = 40,
        Twins =
        [
            Twin.Order("(1 - 2/sqrt kappa)^k with the same constant", "((1-2/sqrt(kappa))/(1-1/sqrt(kappa)))^k"),
            Twin.Order("(1 - 3/sqrt kappa)^k with the same constant", "((1-3/sqrt(kappa))/(1-1/sqrt(kappa)))^k"),
        ],
        Remarks = "From an eigenvector of mu the gap behaves like k^2 (1 - 1/sqrt kappa)^(2k), a double root: the guaranteed factor is loose by a square.",
    };
}
