namespace TheoryLab.ProofsChecks.FirstOrder;

/// <summary>
/// Problem: minimise an L-smooth convex f. Guarantee: f(x_10) - f* at most L R^2/78. Method: Nesterov's method with momentum k/(k+3). Status: certified
/// by exact rational multipliers; attained by the Huber function with threshold R/39.
/// </summary>
public sealed class NagThreeTenSteps : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "nag-three-ten-steps",
        Topic = "first-order",
        Statement = "After 10 steps, Nesterov's method with momentum k/(k+3) has f(x_10) - f* at most L R^2/78.",
        Source = new("Taylor, Hendrickx and Glineur, Smooth strongly convex interpolation and exact worst-case performance of first-order methods, Mathematical Programming 161, 2017", "numerical there; the certificate proves it", "derived"),
        Assumptions = "f convex, L-smooth, with a minimiser x* at distance R from x_0.",
        Kind = ClaimKind.Upper,
        Methods = [new NesterovThree()],
        Instances =
        [
            new("huber", ("tau", "1/39")),
            new("huber", ("tau", "1e-3..1"), ("L", "0.01..100"), ("radius", "0.1..10")),
            new("quadratic", ("dimension", "2..50"), ("condition", "1..1e6")),
        ],
        Measure = new PrimalGap(),
        WholeClass = new("smooth-convex", [10]) { Measure = new PrimalGap(), Scale = "L*R^2", IsStatedPerHorizon = true },
        Bound = "L*R^2/78",
        Horizons = [10],
        Samples = 25,
        Twins = [Twin.Constant("L R^2/80", "78/80")],
    };
}
