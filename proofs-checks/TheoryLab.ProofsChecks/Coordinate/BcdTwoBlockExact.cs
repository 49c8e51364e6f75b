namespace TheoryLab.ProofsChecks.Coordinate;

/// <summary>
/// Problem: f = x'A x/2 with two blocks, each the identity, coupled by sigma I. Identity: h_{k+1} = sigma^4 h_k after the first cycle. Method:
/// alternating exact minimisation, a cycle per step. Status: exact.
/// </summary>
/// <remarks>
/// Derivation: the step on the second block makes x_2 = -sigma x_1, where h = (1 - sigma^2)|x_1|^2/2; a cycle multiplies x_1 by sigma^2, hence h by sigma^4.
/// </remarks>
public sealed class BcdTwoBlockExact : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "bcd-two-block-exact",
        Topic = "block-coordinate-descent",
        Statement = "On two identity blocks coupled by sigma I, alternating exact minimisation has h_{k+1} = sigma^4 h_k for every cycle after the first.",
        Source = new("classical; Beck, On the convergence of alternating minimization, SIAM Journal on Optimization 25, 2015, for two blocks", "derivation beside the claim", "derived"),
        Assumptions = "A = [[I, sigma I], [sigma I, I]], blocks of n/2; k counts cycles.",
        Kind = ClaimKind.Identity,
        Methods = [new BlockDescent(5, BlockPartition.Fixed, BlockRule.Sweep)],
        Instances =
        [
            new("coupled-quadratic", ("matrix", "two-halves"), ("dimension", "10"), ("coupling", "0.5"), ("block", "5")),
            new("coupled-quadratic", ("matrix", "two-halves"), ("dimension", "10"), ("coupling", "0.9375"), ("block", "5")),
            new("coupled-quadratic", ("matrix", "two-halves"), ("dimension", "10"), ("coupling", "0.5..0.99"), ("block", "5")),
        ],
        Measure = new PrimalGap(),
        Bound = "coupling^4*prev(h)",
        From = 2,
        Iterations = 10,
        Samples = 10,
        Twins = [Twin.Constant("sigma^8, iterates and values confused", "coupling^4"), Twin.Constant("1/2")],
    };
}
