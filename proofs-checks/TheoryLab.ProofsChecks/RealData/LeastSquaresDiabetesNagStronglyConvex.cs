namespace TheoryLab.ProofsChecks.RealData;

/// <summary>
/// Problem: ridge-regularised least squares on the diabetes data (442 x 10, standardised). Guarantee: f(x_k) - f* at most (1 - 1/sqrt kappa)^k (h_0 + mu R^2/2).
/// Method: Nesterov's method with constant momentum. Status: upper bound, checked on real data.
/// </summary>
public sealed class LeastSquaresDiabetesNagStronglyConvex : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "least-squares-diabetes-nag-strongly-convex",
        Topic = "first-order",
        Statement = "On ridge-regularised least squares on the diabetes data (442 x 10, standardised), Nesterov's method with constant momentum has f(x_k) - f* at most (1 - 1/sqrt kappa)^k (f(x_0) - f* + mu R^2/2).",
        Source = new("Nesterov, Lectures on Convex Optimization, Springer 2018", "Theorem 2.2.3"),
        Assumptions = "f convex; L = lambda_max(A'A)/m + regularisation and mu likewise from below, both bounded by completed Cholesky factorisations; x* by iterative refinement.",
        Kind = ClaimKind.Upper,
        Methods = [new NesterovStronglyConvex()],
        Instances = [new("least-squares", ("data", "diabetes"), ("regularization", "1e-3"))],
        Measure = new PrimalGap(),
        Bound = "(1-1/sqrt(kappa))^k*(h0+mu*R^2/2)",
        Iterations = 600,
        Twins =
        [
            Twin.Order("(1 - 3/sqrt kappa)^k with the same constant", "((1-3/sqrt(kappa))/(1-1/sqrt(kappa)))^k"),
        ],
        Remarks = "Real data.",
    };
}
