namespace TheoryLab.ProofsChecks.FirstOrder;

/// <summary>
/// Problem: least squares with the nonconvex penalties MCP and SCAD. Guarantee: the squared gradient mappings of the first K iterates add up to at
/// most 2 L (F(x_0) - F(x_K)). Method: proximal gradient. Status: upper.
/// </summary>
/// <remarks>
/// Derivation: with x+ = prox(x - grad f(x)/L) and G = L (x - x+), smoothness gives f(x+) at most f(x) + &lt;grad f(x), x+ - x&gt; + (L/2)|x+ - x|^2, and the
/// optimality of x+ gives p(x+) at most p(x) - &lt;grad f(x) - G, x+ - x&gt; with p convex. The sum is F(x+) at most F(x) - |G|^2/(2L).
/// </remarks>
public sealed class NonconvexPenaltyProxGradient : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "nonconvex-penalty-prox-gradient",
        Topic = "first-order",
        Statement = "On least squares with an MCP or SCAD penalty, the proximal gradient method has sum over i < k of |G_i|^2 at most 2 L (F(x_0) - F(x_k)), G_i the gradient mapping at x_i; hence the smallest |G_i|^2 is O(1/k).",
        Source = new("Ghadimi and Lan, Accelerated gradient methods for nonconvex nonlinear and stochastic programming, Mathematical Programming 156, 2016; for penalties: Yang et al. 2024", "derivation beside the claim", "derived"),
        Assumptions = "F = f + lam |b|_1, f L-smooth with L = max(lambda_max(X'X), concavity of the penalty), not convex.",
        Kind = ClaimKind.Upper,
        Methods = [new ProximalGradient()],
        Instances =
        [
            new("penalized-regression"),
            new("penalized-regression", ("kind", "scad"), ("gamma", "3.7")),
            new("penalized-regression", ("rows", "10..60"), ("dimension", "2..80"), ("gamma", "2.2..10"), ("lam", "0.05..1")),
        ],
        Measure = new SquaredGradientMapping(),
        Quantity = "total(m2)",
        Bound = "2*L*(F0-f)",
        Iterations = 300,
        Samples = 15,
        Twins =
        [
            new("L in place of 2 L", TwinChange.Constant, c => c with { Bound = c.Bound! * "1/2" }),
            Twin.Order("2 L (F(x_0) - F(x_k))/k", "1/k"),
        ],
        Remarks = "The accelerated variant of the source states an order only and is not covered.",
    };
}
