namespace TheoryLab.ProofsChecks.RealData;

/// <summary>
/// Problem: ridge-regularised least squares on the diabetes data (442 x 10, standardised). Guarantee: f(x_k) - f* at most 2 L R^2/(k+1)^2.
/// Method: Nesterov's method. Status: upper bound, checked on real data.
/// </summary>
public sealed class LeastSquaresDiabetesNag : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "least-squares-diabetes-nag",
        Topic = "first-order",
        Statement = "On ridge-regularised least squares on the diabetes data (442 x 10, standardised), Nesterov's accelerated gradient method has f(x_k) - f* at most 2 L R^2/(k+1)^2.",
        Source = new("Nesterov 1983; Beck and Teboulle, A fast iterative shrinkage-thresholding algorithm, SIAM Journal on Imaging Sciences 2, 2009", "Theorem 4.4"),
        Assumptions = "f convex; L = lambda_max(A'A)/m + regularisation and mu likewise from below, both bounded by completed Cholesky factorisations; x* by iterative refinement.",
        Kind = ClaimKind.Upper,
        Methods = [new NesterovAcceleration()],
        Instances = [new("least-squares", ("data", "diabetes"), ("regularization", "1e-3"))],
        Measure = new PrimalGap(),
        Bound = "2*L*R^2/(k+1)^2",
        Iterations = 2000,
        Twins =
        [
            Twin.Order("2 L R^2/(k+1)^3", "1/(k+1)"),
        ],
        Remarks = "Real data.",
    };
}
