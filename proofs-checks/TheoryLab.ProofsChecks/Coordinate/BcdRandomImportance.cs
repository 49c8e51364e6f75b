namespace TheoryLab.ProofsChecks.Coordinate;

/// <summary>
/// Problem: mu-strongly convex quadratics. Guarantee: E h_{k+1} at most (1 - mu/sum L_j) E h_k. Method: coordinate descent, probabilities L_i/sum L_j,
/// steps 1/L_i, in exact expectation. Status: attained.
/// </summary>
public sealed class BcdRandomImportance : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "bcd-random-importance",
        Topic = "block-coordinate-descent",
        Statement = "Coordinate descent with probabilities L_i/sum L_j and steps 1/L_i has E h_{k+1} at most (1 - mu/sum L_j) E h_k.",
        Source = new("Nesterov, Efficiency of coordinate descent methods on huge-scale optimization problems, SIAM Journal on Optimization 22, 2012", "importance sampling"),
        Assumptions = "f quadratic, mu-strongly convex in the Euclidean norm; the exact expectation, from the recursion of second moments.",
        Kind = ClaimKind.Step,
        Methods = [new BlockMoments(Sampling: BlockSampling.Smoothness)],
        Instances =
        [
            new("quadratic-moments", ("matrix", "diagonal"), ("order", "one-then-spread"), ("spread", "10"), ("dimension", "8"), ("start", "first")),
            new("quadratic-moments", ("dimension", "2..16"), ("spread", "1..100")),
        ],
        Measure = new PrimalGap(),
        Bound = "(1-mu/sumL)*prev(h)",
        Iterations = 100,
        Samples = 10,
        Twins = [Twin.Constant("1 - 2 mu/sum L_j", "(1-2*mu/sumL)/(1-mu/sumL)"), Twin.Constant("0.99")],
    };
}
