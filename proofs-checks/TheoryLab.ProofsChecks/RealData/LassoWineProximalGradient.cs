namespace TheoryLab.ProofsChecks.RealData;

/// <summary>
/// Problem: the lasso on the wine data (178 x 13, standardised, the class as target). Guarantee: F(x_k) - F* at most L R^2/(4k).
/// Method: proximal gradient. Status: upper bound, checked on real data.
/// </summary>
public sealed class LassoWineProximalGradient : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "lasso-wine-proximal-gradient",
        Topic = "first-order",
        Statement = "On the lasso on the wine data (178 x 13, standardised, the class as target), proximal gradient has F(x_k) - F* at most L R^2/(4k).",
        Source = new("Taylor, Hendrickx and Glineur, Exact worst-case performance of first-order methods for composite convex optimization, SIAM Journal on Optimization 27, 2017", "section 4.1", "verified numerically"),
        Assumptions = "F = |A w - b|^2/(2m) + 0.01 |w|_1; L = lambda_max(A'A)/m, bounded by a completed Cholesky factorisation; x* by an active-set solution in double-doubles whose accuracy a subgradient proves.",
        Kind = ClaimKind.Upper,
        Methods = [new ProximalGradient()],
        Instances = [new("lasso", ("data", "wine"), ("penalty", "0.01"))],
        Measure = new PrimalGap(),
        Bound = "L*R^2/(4*k)",
        Iterations = 1000,
        Twins =
        [
            Twin.Order("L R^2/(4k^2)", "1/k"),
        ],
        Remarks = "Real data.",
    };
}
