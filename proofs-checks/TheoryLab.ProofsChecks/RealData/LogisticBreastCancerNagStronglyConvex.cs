namespace TheoryLab.ProofsChecks.RealData;

/// <summary>
/// Problem: l2-regularised logistic regression on the Wisconsin diagnostic breast cancer data (569 x 30, standardised). Guarantee: f(x_k) - f* at most (1 - 1/sqrt kappa)^k (h_0 + mu R^2/2).
/// Method: Nesterov's method with constant momentum. Status: upper bound, checked on real data.
/// </summary>
public sealed class LogisticBreastCancerNagStronglyConvex : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "logistic-breast-cancer-nag-strongly-convex",
        Topic = "first-order",
        Statement = "On l2-regularised logistic regression on the Wisconsin diagnostic breast cancer data (569 x 30, standardised), Nesterov's method with constant momentum has f(x_k) - f* at most (1 - 1/sqrt kappa)^k (f(x_0) - f* + mu R^2/2).",
        Source = new("Nesterov, Lectures on Convex Optimization, Springer 2018", "Theorem 2.2.3"),
        Assumptions = "f convex; L = lambda_max(A'A)/(4m) + regularisation, the eigenvalue bounded by a completed Cholesky factorisation; mu = regularisation; x* by a Newton polish whose accuracy follows from strong convexity.",
        Kind = ClaimKind.Upper,
        Methods = [new NesterovStronglyConvex()],
        Instances = [new("logistic-regression", ("data", "breast-cancer"), ("regularization", "1e-3"))],
        Measure = new PrimalGap(),
        Bound = "(1-1/sqrt(kappa))^k*(h0+mu*R^2/2)",
        Iterations = 600,
        Twins =
        [
            Twin.Order("(1 - 3/sqrt kappa)^k with the same constant", "((1-3/sqrt(kappa))/(1-1/sqrt(kappa)))^k"),
        ],
        Remarks = "Real data; below about 1e-16 the gap of logistic regression drowns in the rounding of f*, which the allowance covers.",
    };
}
