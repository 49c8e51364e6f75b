namespace TheoryLab.ProofsChecks.Coordinate;

/// <summary>
/// Problem: quadratics with two blocks, sigma = |A_11^-1/2 A_12 A_22^-1/2|. Guarantee: h_{k+1} at most sigma^4 h_k after the first cycle. Method:
/// alternating exact minimisation, a cycle per step. Status: attained.
/// </summary>
/// <remarks>
/// Derivation: after a step on block 2, x_2 = -A_22^-1 A_21 x_1. With y = A_11^1/2 x_1 and S = A_11^-1/2 A_12 A_22^-1 A_21 A_11^-1/2, of norm sigma^2,
/// h = y'(I - S)y/2, and a cycle maps y to S y; S commutes with I - S.
/// </remarks>
public sealed class BcdTwoBlockCycle : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "bcd-two-block-cycle",
        Topic = "block-coordinate-descent",
        Statement = "Alternating exact minimisation over two blocks has h_{k+1} at most sigma^4 h_k for every cycle after the first.",
        Source = new("classical; Beck, On the convergence of alternating minimization, SIAM Journal on Optimization 25, 2015, for two blocks", "derivation beside the claim", "derived"),
        Assumptions = "f quadratic, two blocks; sigma = 1 - muB, since the eigenvalues of the pair (A, blkdiag A) are 1 plus and minus the singular values; k counts cycles.",
        Kind = ClaimKind.Step,
        Methods = [new BlockDescent(4, BlockPartition.Fixed, BlockRule.Sweep)],
        Instances =
        [
            new("coupled-quadratic", ("dimension", "8"), ("block", "4"), ("start", "slowest-block")),
            new("coupled-quadratic", ("dimension", "8"), ("block", "4")),
            new("coupled-quadratic", ("dimension", "5..8"), ("block", "4"), ("spread", "1..100")),
        ],
        Measure = new PrimalGap(),
        Bound = "sigma^4*prev(h)",
        From = 2,
        Iterations = 12,
        Samples = 15,
        Twins =
        [
            Twin.Constant("sigma^8, iterates and values confused", "sigma^4"),
            Twin.Constant("1/2"),
            Twin.Constant("0.99"),
        ],
    };
}
