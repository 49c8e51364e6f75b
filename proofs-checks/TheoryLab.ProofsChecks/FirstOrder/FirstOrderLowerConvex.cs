namespace TheoryLab.ProofsChecks.FirstOrder;

/// <summary>
/// Problem: the convex chain with n = 2k+1. Guarantee: every span method has f(x_k) - f* at least 3 L R^2/(32 (k+1)^2).
/// Method: all of them, through the class optimum. Status: lower bound, asymptotically tight on its instance.
/// </summary>
public sealed class FirstOrderLowerConvex : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "first-order-lower-convex",
        Topic = "first-order",
        Statement = "On the convex chain of dimension 2N+1, every method whose iterates stay in x_0 + span of the gradients has f(x_N) - f* at least 3 L R^2/(32 (N+1)^2).",
        Source = new("Nesterov, Lectures on Convex Optimization, Springer 2018", "Theorem 2.1.7"),
        Assumptions = "x_0 = 0; the method sees gradients only and stays in their span.",
        Kind = ClaimKind.Lower,
        Methods = [new ConjugateGradients(), new GradientDescent(), new NesterovAcceleration(), new OptimizedGradient()],
        ClassOptimum = "Conjugate gradients minimise f over x_0 + span of the N gradients; their value equals the closed form (L/8)(1/(N+1) - 1/(n+1)) = L/(16 (N+1)).",
        Instances =
        [
            new("convex-chain", ("dimension", "2*N+1")),
            new("convex-chain", ("dimension", "2*N+1"), ("L", "0.01..100")),
        ],
        Measure = new PrimalGap(),
        Bound = "3*L*R^2/(32*(N+1)^2)",
        Horizons = [1, 2, 5, 10, 20, 50, 100],
        Samples = 5,
        Twins =
        [
            Twin.Constant("4 L R^2/(32 (N+1)^2)", "4/3"),
            Twin.Order("3 L R^2/(32 (N+1)^1.5)", "sqrt(N+1)"),
        ],
        Remarks = "The dimension changes with N: one instance per horizon.",
    };
}
