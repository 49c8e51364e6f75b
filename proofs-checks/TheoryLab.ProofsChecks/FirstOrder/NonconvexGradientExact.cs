namespace TheoryLab.ProofsChecks.FirstOrder;

/// <summary>
/// Problem: minimise an L-smooth f, convex or not. Guarantee: the smallest |grad f(x_t)|^2 over t = 0, ..., T is at most 4 L h_0/(3T + 2).
/// Method: gradient descent with step 1/L. Status: tight; attained by a function whose gradient dips between the iterates.
/// </summary>
public sealed class NonconvexGradientExact : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "nonconvex-gradient-exact",
        Topic = "first-order",
        Statement = "Gradient descent with step 1/L has min over t <= T of |grad f(x_t)|^2 at most 4 L (f(x_0) - inf f)/(3T + 2).",
        Source = new("Abbaszadehpeivasti, de Klerk and Zamani, The exact worst-case convergence rate of the gradient method with fixed step lengths for L-smooth functions, Optimization Letters 16, 2022", "Theorem 2"),
        Assumptions = "f L-smooth and bounded from below.",
        Kind = ClaimKind.Upper,
        Methods = [new GradientDescent()],
        Instances =
        [
            new("gradient-dips", ("steps", "N")),
            new("gradient-dips", ("steps", "0..200"), ("L", "0.01..100"), ("gradient", "0.1..10")),
            new("angular-quadratic", ("amplitude", "0..0.9"), ("angle", "0..6.3")),
            new("sine-bowl", ("a", "0..10"), ("b", "0.1..5"), ("start", "-10..10")),
            new("quadratic", ("dimension", "2..50"), ("condition", "1..1e6")),
        ],
        Measure = new GradientNorm(),
        Quantity = "best(g)^2",
        Bound = "4*L*h0/(3*N+2)",
        From = 0,
        Horizons = [1, 2, 5, 20, 100],
        Samples = 15,
        Twins =
        [
            Twin.Constant("4 L h_0/(3T + 4)", "(3*N+2)/(3*N+4)"),
            Twin.Order("4 L h_0/(3T + 2)^1.5", "1/sqrt(3*N+2)"),
        ],
        Remarks = "The simple form 2 L h_0/(T+1) follows from summing the descent inequality and is weaker.",
    };
}
