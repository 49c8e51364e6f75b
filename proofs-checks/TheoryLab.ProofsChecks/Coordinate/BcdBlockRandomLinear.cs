namespace TheoryLab.ProofsChecks.Coordinate;

/// <summary>
/// Problem: quadratics, blkdiag(A) the blocks of the partition. Guarantee: E h_{k+1} at most (1 - muB/m) E h_k. Method: block descent, m uniform
/// random blocks, each minimised exactly, in exact expectation. Status: attained in one step.
/// </summary>
/// <remarks>
/// Derivation: a block step lowers f by g_B'A_BB^-1 g_B/2, whose mean over the blocks is g' blkdiag(A)^-1 g/(2m); with g = A x and y = A^1/2 x this is
/// y' A^1/2 blkdiag(A)^-1 A^1/2 y/(2m), at least muB |y|^2/(2m) = muB h/m.
/// </remarks>
public sealed class BcdBlockRandomLinear : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "bcd-block-random-linear",
        Topic = "block-coordinate-descent",
        Statement = "Exact minimisation over one of m uniform random blocks has E h_{k+1} at most (1 - muB/m) E h_k, muB the smallest eigenvalue of the pair (A, blkdiag A).",
        Source = new("Nutini, Laradji and Schmidt, Let's make block coordinate descent converge faster, Journal of Machine Learning Research 23, 2022", "randomised blocks; derived from the moment of one step", "derived"),
        Assumptions = "f quadratic, a fixed partition into blocks of three; the exact expectation, from the recursion of second moments.",
        Kind = ClaimKind.Step,
        Methods = [new BlockMoments(3)],
        Instances =
        [
            new("quadratic-moments", ("dimension", "9"), ("block", "3"), ("start", "slowest-block")),
            new("quadratic-moments", ("dimension", "7..15"), ("block", "3"), ("spread", "1..100")),
        ],
        Measure = new PrimalGap(),
        Bound = "(1-muB/blocks)*prev(h)",
        Iterations = 60,
        Samples = 8,
        Twins = [Twin.Constant("1 - 2 muB/m", "(1-2*muB/blocks)/(1-muB/blocks)"), Twin.Constant("0.99")],
    };
}
