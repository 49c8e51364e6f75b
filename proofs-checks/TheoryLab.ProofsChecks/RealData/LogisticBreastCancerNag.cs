namespace TheoryLab.ProofsChecks.RealData;

/// <summary>
/// Problem: l2-regularised logistic regression on the Wisconsin diagnostic breast cancer data (569 x 30, standardised). Guarantee: f(x_k) - f* at most 2 L R^2/(k+1)^2.
/// Method: Nesterov's method. Status: upper bound, checked on real data.
/// </summary>
public sealed class LogisticBreastCancerNag : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "logistic-breast-cancer-nag",
        Topic = "first-order",
        Statement = "On l2-regularised logistic regression on the Wisconsin diagnostic breast cancer data (569 x 30, standardised), Nesterov's accelerated gradient method has f(x_k) - f* at most 2 L R^2/(k+1)^2.",
        Source = new("Nesterov 1983; Beck and Teboulle, A fast iterative shrinkage-thresholding algorithm, SIAM Journal on Imaging Sciences 2, 2009", "Theorem 4.4"),
        Assumptions = "f convex; L = lambda_max(A'A)/(4m) + regularisation, the eigenvalue bounded by a completed Cholesky factorisation; mu = regularisation; x* by a Newton polish whose accuracy follows from strong convexity.",
        Kind = ClaimKind.Upper,
        Methods = [new NesterovAcceleration()],
        Instances = [new("logistic-regression", ("data", "breast-cancer"), ("regularization", "1e-3"))],
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
