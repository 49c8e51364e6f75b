namespace TheoryLab.ProofsChecks.RealData;

/// <summary>
/// Problem: l2-regularised logistic regression on the Wisconsin diagnostic breast cancer data (569 x 30, standardised). Guarantee: f(x_k) - f* at most L R^2/(4k+2).
/// Method: gradient descent with step 1/L. Status: upper bound, checked on real data.
/// </summary>
public sealed class LogisticBreastCancerGd : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "logistic-breast-cancer-gd",
        Topic = "first-order",
        Statement = "On l2-regularised logistic regression on the Wisconsin diagnostic breast cancer data (569 x 30, standardised), gradient descent has f(x_k) - f* at most L R^2/(4k+2).",
        Source = new("Drori and Teboulle, Performance of first-order methods for smooth convex minimization, Mathematical Programming 145, 2014", "Theorem 3.1"),
        Assumptions = "f convex; L = lambda_max(A'A)/(4m) + regularisation, the eigenvalue bounded by a completed Cholesky factorisation; mu = regularisation; x* by a Newton polish whose accuracy follows from strong convexity.",
        Kind = ClaimKind.Upper,
        Methods = [new GradientDescent()],
        Instances = [new("logistic-regression", ("data", "breast-cancer"), ("regularization", "1e-3"))],
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
