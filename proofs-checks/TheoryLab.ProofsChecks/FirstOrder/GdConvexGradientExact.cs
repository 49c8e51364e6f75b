namespace TheoryLab.ProofsChecks.FirstOrder;

/// <summary>
/// Problem: minimise an L-smooth convex f. Guarantee: |grad f(x_N)| at most L R/(N+1). Method: gradient descent with step 1/L.
/// Status: tight; attained by the Huber function with threshold R/(N+1).
/// </summary>
public sealed class GdConvexGradientExact : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "gd-convex-gradient-exact",
        Topic = "first-order",
        Statement = "After N steps of size 1/L, gradient descent has |grad f(x_N)| at most L R/(N+1).",
        Source = new("Taylor, Hendrickx and Glineur, Smooth strongly convex interpolation and exact worst-case performance of first-order methods, Mathematical Programming 161, 2017", "section 4.1", "verified numerically"),
        Assumptions = "f convex, L-smooth, with a minimiser x* at distance R from x_0.",
        Kind = ClaimKind.Upper,
        Methods = [new GradientDescent()],
        Instances =
        [
            new("huber", ("tau", "1/(N+1)")),
            new("huber", ("tau", "1e-3..1"), ("L", "0.01..100"), ("radius", "0.1..10")),
            new("quadratic", ("dimension", "2..50"), ("condition", "1..1e6"), ("L", "0.1..10")),
        ],
        Measure = new GradientNorm(),
        WholeClass = new("smooth-convex", [1, 2, 3, 4, 5]) { Measure = new SquaredGradientNorm(), IsSquared = true, Scale = "L*R" },
        Bound = "L*R/(N+1)",
        Horizons = [1, 2, 5, 20, 100],
        Samples = 25,
        Twins =
        [
            Twin.Constant("L R/(N+2)", "(N+1)/(N+2)"),
            Twin.Order("L R/(N+1)^1.5", "1/sqrt(N+1)"),
        ],
    };
}
