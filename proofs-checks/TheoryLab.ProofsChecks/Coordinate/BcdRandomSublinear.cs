namespace TheoryLab.ProofsChecks.Coordinate;

/// <summary>
/// Problem: convex quadratics. Guarantee: E h_k at most n/(n+k) (R_L^2/2 + h_0), R_L^2 = sum L_i (x_0 - x*)_i^2. Method: coordinate descent, uniform
/// random coordinates, steps 1/L_i, in exact expectation. Status: upper; the constant is loose.
/// </summary>
public sealed class BcdRandomSublinear : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "bcd-random-sublinear",
        Topic = "block-coordinate-descent",
        Statement = "Coordinate descent with uniform random coordinates and steps 1/L_i has E h_k at most n/(n+k) (R_L^2/2 + h_0).",
        Source = new("Lu and Xiao, On the complexity analysis of randomized block-coordinate descent methods, Mathematical Programming 152, 2015", "sublinear rate"),
        Assumptions = "f quadratic, convex; R_L^2 = sum L_i (x_0 - x*)_i^2; the exact expectation, from the recursion of second moments.",
        Kind = ClaimKind.Upper,
        Methods = [new BlockMoments()],
        Instances =
        [
            new("quadratic-moments", ("matrix", "tridiagonal"), ("dimension", "10"), ("start", "first")),
            new("quadratic-moments", ("matrix", "tridiagonal"), ("dimension", "30"), ("start", "first")),
            new("quadratic-moments", ("matrix", "tridiagonal"), ("dimension", "30"), ("start", "ramp")),
            new("quadratic-moments", ("dimension", "2..16"), ("spread", "1..100")),
        ],
        Measure = new PrimalGap(),
        Bound = "order/(order+k)*(RL2/2+h0)",
        From = 0,
        Iterations = 1000,
        Samples = 5,
        Twins = [Twin.Order("(n/(n+k))^2 (R_L^2/2 + h_0)", "order/(order+k)"), Twin.Constant("1/3")],
        Remarks = "The ratio is 1/2 at k = 0 for x_0 = e_1; on the chain from 1 - i/(n+1) the decay is slow enough to refute a square.",
    };
}
