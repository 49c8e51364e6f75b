namespace TheoryLab.ProofsChecks.Coordinate;

/// <summary>
/// Problem: f = x'A x/2, A = (1-c) I + c 11'. Statement: from the slowest direction a cycle lowers h by a factor of at least 1 - 4 pi^2/(n kappa) only.
/// Method: coordinate descent in order, exact, a cycle per step. Status: the constant is reached as n grows.
/// </summary>
public sealed class BcdCyclicSunyeLower : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "bcd-cyclic-sunye-lower",
        Topic = "block-coordinate-descent",
        Statement = "On (1-c) I + c 11' a cycle of exact coordinate minimisation from the slowest direction needs h_k/(h_k - h_{k+1}) of at least n kappa/(4 pi^2): cyclic order is slower than random by n^2/(4 pi^2).",
        Source = new("Sun and Ye, Worst-case complexity of cyclic coordinate descent, Mathematical Programming 185, 2021", "main theorem for the order; the constant 4 pi^2 measured", "verified numerically"),
        Assumptions = "A is invariant under permutations, so that any fixed order is meant; c close to 1, kappa = (1 - c + c n)/(1 - c); x_0 the dominant eigenvector of the cycle.",
        Kind = ClaimKind.Negative,
        Methods = [new CoordinateDescent(CoordinateRule.Sweep, CoordinateStep.Exact)],
        Instances =
        [
            new("coupled-quadratic", ("matrix", "equicorrelated"), ("dimension", "10"), ("coupling", "0.999"), ("start", "slowest-cycle")),
            new("coupled-quadratic", ("matrix", "equicorrelated"), ("dimension", "20"), ("coupling", "0.999"), ("start", "slowest-cycle")),
            new("coupled-quadratic", ("matrix", "equicorrelated"), ("dimension", "50"), ("coupling", "0.999"), ("start", "slowest-cycle")),
            new("coupled-quadratic", ("matrix", "equicorrelated"), ("dimension", "100"), ("coupling", "0.9999"), ("start", "slowest-cycle")),
        ],
        Measure = new PrimalGap(),
        Quantity = "prev(h)/(prev(h)-h)",
        Bound = "1/cycle",
        Iterations = 20,
        Twins =
        [
            Twin.Constant("1.05"),
            new("a cycle contracts as well as n random steps, by exp(-(1-c))", TwinChange.Kind, c => c with
            {
                Kind = ClaimKind.Upper,
                Quantity = null,
                Bound = "prev(h)*exp(-(1-coupling))",
            }),
            new("blocks of two, the largest first, are as slow", TwinChange.Method, c => c with { Methods = [new BlockDescent(2, BlockPartition.Variable)] }),
        ],
    };
}
