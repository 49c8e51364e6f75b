namespace TheoryLab.ProofsChecks.RealData;

/// <summary>
/// Problem: ridge-regularised least squares on the diabetes data (442 x 10, standardised). Guarantee: f(x_k) - f* at most L R^2/(4k+2).
/// Method: gradient descent with step 1/L. Status: upper bound, checked on real data.
/// </summary>
public sealed class LeastSquaresDiabetesGd : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "least-squares-diabetes-gd",
        Topic = "first-order",
        Statement = "On ridge-regularised least squares on the diabetes data (442 x 10, standardised), gradient descent has f(x_k) - f* at most L R^2/(4k+2).",
        Source = new("Drori and Teboulle, Performance of first-order methods for smooth convex minimization, Mathematical Programming 145, 2014", "Theorem 3.1"),
        Assumptions = "f convex; L = lambda_max(A'A)/m + regularisation and mu likewise from below, both bounded by completed Cholesky factorisations; x* by iterative refinement.",
        Kind = ClaimKind.Upper,
        Methods = [new GradientDescent()],
        Instances = [new("least-squares", ("data", "diabetes"), ("regularization", "1e-3"))],
        Measure = new PrimalGap(),
        Bound = "L*R^2/(4*k+2)",
        Iterations = 2000,
        Twins =
        [
            Twin.Order("L R^2/(4k+2)/k^0.75", "1/k^0.75"),
        ],
        Remarks = "Real data: the bound is far from tight here, so only its order has power.",
    };
}
