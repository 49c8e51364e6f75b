namespace TheoryLab.ProofsChecks.Coordinate;

/// <summary>
/// Problem: quadratics. Guarantee, at every step: h_k - h_{k+1} at least max_i grad_i f(x_k)^2/(2 L_i). Method: block descent, the block of the
/// largest progress, minimised exactly. Status: certificate; attained where A is diagonal and one coordinate carries the block.
/// </summary>
public sealed class BcdBlockGreedyProgress : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "bcd-block-greedy-progress",
        Topic = "block-coordinate-descent",
        Statement = "Exact minimisation over the greedy block makes at least the progress of the Gauss-Southwell-Lipschitz coordinate, hence of the Gauss-Southwell one.",
        Source = new("Nutini, Laradji and Schmidt, Let's make block coordinate descent converge faster, Journal of Machine Learning Research 23, 2022", "greedy block rules; a block that holds a coordinate gains at least what the coordinate gains", "derived"),
        Assumptions = "f quadratic, a fixed partition into blocks of three.",
        Kind = ClaimKind.Step,
        Methods = [new BlockDescent(3, BlockPartition.Fixed, BlockRule.Greedy)],
        Instances =
        [
            new("coupled-quadratic", ("dimension", "9"), ("block", "3"), ("matrix", "identity"), ("start", "first")),
            new("coupled-quadratic", ("dimension", "7..20"), ("block", "3"), ("spread", "1..100")),
        ],
        Measure = new PrimalGap(),
        Quantity = "prev(cp)",
        Bound = "prev(h)-h",
        Iterations = 10,
        Samples = 10,
        Twins =
        [
            Twin.Constant("0.99"),
            new("blocks in order make that progress too", TwinChange.Method, c => c with { Methods = [new BlockDescent(3)] }),
        ],
    };
}
