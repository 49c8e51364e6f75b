namespace TheoryLab.ProofsChecks.RealData;

/// <summary>
/// Problem: the lasso on the wine data (178 x 13, standardised, the class as target). Guarantee: F(x_k) - F* at most 2 L R^2/(k+1)^2.
/// Method: FISTA. Status: upper bound, checked on real data.
/// </summary>
public sealed class LassoWineFista : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "lasso-wine-fista",
        Topic = "first-order",
        Statement = "On the lasso on the wine data (178 x 13, standardised, the class as target), FISTA has F(x_k) - F* at most 2 L R^2/(k+1)^2.",
        Source = new("Beck and Teboulle, A fast iterative shrinkage-thresholding algorithm, SIAM Journal on Imaging Sciences 2, 2009", "Theorem 4.4"),
        Assumptions = "F = |A w - b|^2/(2m) + 0.01 |w|_1; L = lambda_max(A'A)/m, bounded by a completed Cholesky factorisation; x* by an active-set solution in double-doubles whose accuracy a subgradient proves.",
        Kind = ClaimKind.Upper,
        Methods = [new Fista()],
        Instances = [new("lasso", ("data", "wine"), ("penalty", "0.01"))],
        Measure = new PrimalGap(),
        Bound = "2*L*R^2/(k+1)^2",
        Iterations = 1000,
        Twins =
        [
            Twin.Constant("1/12"),
            Twin.Order("2 L R^2/(k+1)^4", "1/(k+1)^2"),
        ],
        Remarks = "Real data.",
    };
}
