namespace TheoryLab.ProofsChecks.FirstOrder;

/// <summary>
/// Problem: minimise an L-smooth convex f. Guarantee: f(x_5) - f* at most L R^2/22. Method: gradient descent with step 1/L. Status: certified by exact
/// rational multipliers; attained by the Huber function with threshold R/11.
/// </summary>
public sealed class GdConvexFiveSteps : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "gd-convex-five-steps",
        Topic = "first-order",
        Statement = "After 5 steps of size 1/L, gradient descent has f(x_5) - f* at most L R^2/22.",
        Source = new("Drori and Teboulle, Performance of first-order methods for smooth convex minimization, Mathematical Programming 145, 2014", "Theorem 3.1 for N = 5"),
        Assumptions = "f convex, L-smooth, with a minimiser x* at distance R from x_0.",
        Kind = ClaimKind.Upper,
        Methods = [new GradientDescent()],
        Instances =
        [
            new("huber", ("tau", "1/11")),
            new("huber", ("tau", "1e-3..1"), ("L", "0.01..100"), ("radius", "0.1..10")),
            new("quadratic", ("dimension", "2..50"), ("condition", "1..1e6"), ("L", "0.1..10")),
        ],
        Measure = new PrimalGap(),
        WholeClass = new("smooth-convex", [5]) { Measure = new PrimalGap(), Scale = "L*R^2", IsStatedPerHorizon = true },
        Bound = "L*R^2/22",
        Horizons = [5],
        Samples = 25,
        Twins = [Twin.Constant("L R^2/24", "22/24")],
    };
}
