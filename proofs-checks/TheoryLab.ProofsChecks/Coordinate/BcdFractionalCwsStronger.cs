namespace TheoryLab.ProofsChecks.Coordinate;

/// <summary>
/// Problem: the Rayleigh quotient of [[2,1,1],[1,2,1/2],[1,1/2,2]]. Identity: F(x_k) = 3/2 from the eigenvector (0, 1, -1), though the smallest
/// eigenvalue is below 1. Method: exact coordinate descent for quotients. Status: exact.
/// </summary>
/// <remarks>
/// Derivation: for A x = l x, F(x + t e_i) - l = (A_ii - l) t^2/|x + t e_i|^2, since x'(A - l I) vanishes: not negative for all t if and only if A_ii is at least l.
/// </remarks>
public sealed class BcdFractionalCwsStronger : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "bcd-fractional-cws-stronger",
        Topic = "block-coordinate-descent",
        Statement = "An eigenvector whose eigenvalue is at most every A_ii is minimal along coordinates, global or not: from (0, 1, -1) exact coordinate descent never moves.",
        Source = new("Yuan, Coordinate descent methods for fractional minimization, ICML 2023; the criterion for Rayleigh quotients", "derivation beside the claim", "derived"),
        Assumptions = "A = [[2,1,1],[1,2,1/2],[1,1/2,2]]: eigenvalues 0.814, 1.5 with (0, 1, -1), and 3.686; no proximal term.",
        Kind = ClaimKind.Identity,
        Methods = [new FractionalCoordinateDescent(0)],
        Instances =
        [
            new("fractional-quadratic", ("kind", "triple"), ("b", "1"), ("c", "1"), ("d", "0.5"), ("start", "difference")),
        ],
        Measure = new ObjectiveValue(),
        Bound = "3/2",
        From = 0,
        Iterations = 30,
        Twins =
        [
            new("every critical point is minimal along coordinates: the eigenvector (1, 1, 0) of [[2,1,0],[1,2,0],[0,0,2]] with F = 3", TwinChange.Instance, c => c with
            {
                Instances = [new("fractional-quadratic", ("kind", "triple"), ("b", "1"), ("c", "0"), ("d", "0"), ("start", "pair"))],
                Bound = "3",
            }),
            new("every point that is minimal along coordinates is global", TwinChange.Constant, c => c with { Bound = "fstar" }),
        ],
    };
}
