namespace TheoryLab.ProofsChecks.Coordinate;

/// <summary>
/// Problem: quadratics, strongly convex with muL in the norm sum L_i x_i^2. Guarantee: E h_{k+1} at most (1 - muL/n) E h_k. Method: coordinate descent,
/// uniform random coordinates, steps 1/L_i, in exact expectation. Status: attained in one step; at every step on the identity.
/// </summary>
public sealed class BcdRandomUniformLinear : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "bcd-random-uniform-linear",
        Topic = "block-coordinate-descent",
        Statement = "Coordinate descent with uniform random coordinates and steps 1/L_i has E h_{k+1} at most (1 - muL/n) E h_k.",
        Source = new("Nesterov, Efficiency of coordinate descent methods on huge-scale optimization problems, SIAM Journal on Optimization 22, 2012; Richtarik and Takac, Mathematical Programming 144, 2014", "linear rate"),
        Assumptions = "f quadratic, muL-strongly convex in the norm with square sum L_i x_i^2; the exact expectation, from the recursion of second moments.",
        Kind = ClaimKind.Step,
        Methods = [new BlockMoments()],
        Instances =
        [
            new("quadratic-moments", ("matrix", "identity"), ("dimension", "8"), ("start", "ones")),
            new("quadratic-moments", ("dimension", "8"), ("start", "slowest")),
            new("quadratic-moments", ("matrix", "tridiagonal"), ("dimension", "12"), ("start", "slowest")),
            new("quadratic-moments", ("dimension", "2..16"), ("spread", "1..100")),
        ],
        Measure = new PrimalGap(),
        Bound = "(1-muL/order)*prev(h)",
        Iterations = 100,
        Samples = 10,
        Twins = [Twin.Constant("1 - 2 muL/n", "(1-2*muL/order)/(1-muL/order)"), Twin.Constant("0.99")],
        Remarks = "Over many steps the ratio is usually smaller than the bound: tightness is a statement about one step unless A is diagonal.",
    };
}
