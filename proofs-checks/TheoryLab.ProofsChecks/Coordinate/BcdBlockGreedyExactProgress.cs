namespace TheoryLab.ProofsChecks.Coordinate;

/// <summary>
/// Problem: quadratics. Identity: h_k - h_{k+1} = max over blocks of grad_B' A_BB^-1 grad_B/2. Method: block descent, the block of the largest
/// such progress, minimised exactly. Status: exact.
/// </summary>
public sealed class BcdBlockGreedyExactProgress : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "bcd-block-greedy-exact-progress",
        Topic = "block-coordinate-descent",
        Statement = "On a quadratic, exact minimisation over the greedy block lowers f by exactly max over B of grad_B f' A_BB^-1 grad_B f/2.",
        Source = new("Nutini, Laradji and Schmidt, Let's make block coordinate descent converge faster, Journal of Machine Learning Research 23, 2022", "greedy block rules; the progress is that of an exact block step", "derived"),
        Assumptions = "f quadratic, a fixed partition into blocks of three.",
        Kind = ClaimKind.Identity,
        Methods = [new BlockDescent(3, BlockPartition.Fixed, BlockRule.Greedy)],
        Instances =
        [
            new("coupled-quadratic", ("dimension", "9"), ("block", "3"), ("spread", "10")),
            new("coupled-quadratic", ("dimension", "10"), ("block", "3"), ("matrix", "tridiagonal"), ("start", "ones")),
            new("coupled-quadratic", ("dimension", "7..20"), ("block", "3"), ("spread", "1..100")),
        ],
        Measure = new PrimalGap(),
        Bound = "prev(h)-prev(bp)",
        Iterations = 10,
        Samples = 10,
        Twins =
        [
            new("blocks in order satisfy it too", TwinChange.Method, c => c with { Methods = [new BlockDescent(3)] }),
            Twin.Constant("progress by a gradient step, half of it", "(prev(h)-prev(bp)/2)/(prev(h)-prev(bp))"),
        ],
        Remarks = "The progress is computed from the gradient and the blocks of A at x_k, the decrease from the values.",
    };
}
