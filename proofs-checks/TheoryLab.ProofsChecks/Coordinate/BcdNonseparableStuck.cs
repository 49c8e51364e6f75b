namespace TheoryLab.ProofsChecks.Coordinate;

/// <summary>
/// Problem: |x1 + x2| + 3 |x1 - x2|, convex, the nonsmooth part not separable. Statement: f(x_k) stays at f(x_0). Method: exact coordinate
/// minimisation in order. Status: exact failure.
/// </summary>
/// <remarks>
/// Derivation: along x1 the kink at x1 = x2 has slopes -3 +- 1 and 3 +- 1, of different signs: it is the minimum, whatever x2.
/// </remarks>
public sealed class BcdNonseparableStuck : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "bcd-nonseparable-stuck",
        Topic = "block-coordinate-descent",
        Statement = "On |x1 + x2| + 3 |x1 - x2| exact coordinate minimisation never leaves (1, 1), where f = 2, though f* = 0.",
        Source = new("Warga, Minimizing certain convex functions, Journal of SIAM 11, 1963; Tseng, Journal of Optimization Theory and Applications 109, 2001", "example of a nonseparable kink", "derived"),
        Assumptions = "x_0 on the line x1 = x2.",
        Kind = ClaimKind.Negative,
        Methods = [new CoordinateDescent(CoordinateRule.Cyclic, CoordinateStep.Exact)],
        Instances =
        [
            new("nonseparable-kink"),
            new("nonseparable-kink", ("start", "0.01..100")),
        ],
        Measure = new PrimalGap(),
        Bound = "h0",
        From = 0,
        Iterations = 50,
        Samples = 3,
        Twins =
        [
            Twin.Constant("1.01"),
            new("minimal along coordinates implies optimal: h at most h_0/(k+1)", TwinChange.Kind, c => c with { Kind = ClaimKind.Upper, Bound = "h0/(k+1)" }),
            new("subgradient steps are stuck as well", TwinChange.Method, c => c with { Methods = [new SubgradientInverseRoot()], Instances = [new("nonseparable-kink")] }),
        ],
    };
}
