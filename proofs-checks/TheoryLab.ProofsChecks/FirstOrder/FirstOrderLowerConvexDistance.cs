namespace TheoryLab.ProofsChecks.FirstOrder;

/// <summary>
/// Problem: the convex chain with n = 2k+1. Guarantee: every span method has |x_k - x*|^2 at least R^2/8. Method: all of them, through the class
/// optimum. Status: lower bound, asymptotically tight on its instance.
/// </summary>
/// <remarks>
/// The class optimum is the projection of x* on span(e_1, ..., e_k): |x_k - x*|^2 = sum over i &gt; k of (1 - i/(n+1))^2 = (k+2)(2k+3)/(24(k+1)), and
/// R^2 = (2k+1)(4k+3)/(12(k+1)), so the quotient is (k+2)(2k+3)/(2(2k+1)(4k+3)), which tends to 1/8 from above.
/// </remarks>
public sealed class FirstOrderLowerConvexDistance : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "first-order-lower-convex-distance",
        Topic = "first-order",
        Statement = "On the convex chain of dimension 2N+1, every method whose iterates stay in x_0 + span of the gradients has |x_N - x*|^2 at least R^2/8.",
        Source = new("Nesterov, Lectures on Convex Optimization, Springer 2018", "Theorem 2.1.7"),
        Assumptions = "x_0 = 0; the method sees gradients only and stays in their span.",
        Kind = ClaimKind.Lower,
        Methods = [new NearestInSpan(), new ConjugateGradients(), new GradientDescent(), new NesterovAcceleration(), new OptimizedGradient()],
        ClassOptimum = "The projection of x* on x_0 + span of the N gradients, which on the chain is the span of the first N coordinates.",
        Instances =
        [
            new("convex-chain", ("dimension", "2*N+1")),
            new("convex-chain", ("dimension", "2*N+1"), ("L", "0.01..100")),
        ],
        Measure = new SquaredDistance(),
        Bound = "R^2/8",
        Horizons = [1, 2, 5, 10, 20, 50, 100],
        Samples = 3,
        Twins =
        [
            Twin.Constant("R^2/7", "8/7"),
            Twin.Order("R^2 (N+1)^0.1/8", "(N+1)^0.1"),
        ],
        Remarks = "The dimension changes with N: one instance per horizon.",
    };
}
