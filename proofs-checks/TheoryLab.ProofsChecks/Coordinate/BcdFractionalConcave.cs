namespace TheoryLab.ProofsChecks.Coordinate;

/// <summary>
/// Problem: a convex quadratic over the concave 10 - |x|^2. Guarantee: F(x_k) - F* is O(1/k), k in passes, whatever the start. Method: coordinate
/// descent for quotients. Status: upper; here linear.
/// </summary>
public sealed class BcdFractionalConcave : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "bcd-fractional-concave",
        Topic = "block-coordinate-descent",
        Statement = "For a convex numerator over a concave positive denominator every critical point is global, and fractional coordinate descent converges to it.",
        Source = new("Yuan, Coordinate descent methods for fractional minimization, ICML 2023", "global optimality for concave denominators"),
        Assumptions = "F* = 1 at a known point by construction; theta = 1, a step is a pass.",
        Kind = ClaimKind.Upper,
        Methods = [new FractionalCoordinateDescent(1, CoordinateRule.Sweep)],
        Instances =
        [
            new("fractional-quadratic", ("kind", "concave"), ("dimension", "8"), ("gap", "0.1")),
            new("fractional-quadratic", ("kind", "concave"), ("dimension", "2..10"), ("gap", "0.1..2")),
        ],
        Measure = new PrimalGap(),
        Bound = "h0/k",
        Iterations = 200,
        Samples = 8,
        Twins = [Twin.Constant("1/100"), Twin.Order("h_0 exp(-k^2), faster than linear", "k*exp(-k^2)")],
    };
}
