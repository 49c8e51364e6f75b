namespace TheoryLab.ProofsChecks.Coordinate;

/// <summary>
/// Problem: the Rayleigh quotient of [[2,1],[1,2]]. Identity: one exact coordinate step from the eigenvector (1, 1) with F = 3 reaches F = 1. Method:
/// exact coordinate descent for quotients. Status: exact.
/// </summary>
public sealed class BcdFractionalCwsEscape : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "bcd-fractional-cws-escape",
        Topic = "block-coordinate-descent",
        Statement = "From the critical point (1, 1) of the Rayleigh quotient of [[2,1],[1,2]], where F = 3, one exact coordinate step reaches the global minimum F = 1.",
        Source = new("Yuan, Coordinate descent methods for fractional minimization, ICML 2023; the criterion for Rayleigh quotients", "derivation at bcd-fractional-cws-stronger", "derived"),
        Assumptions = "The matrix with a third coordinate that is not coupled, x_3 = 0.",
        Kind = ClaimKind.Identity,
        Methods = [new FractionalCoordinateDescent(0)],
        Instances =
        [
            new("fractional-quadratic", ("kind", "triple"), ("b", "1"), ("c", "0"), ("d", "0"), ("start", "pair")),
        ],
        Measure = new ObjectiveValue(),
        Bound = "1",
        From = 1,
        Iterations = 30,
        Twins = [new("at once", TwinChange.Constant, c => c with { From = 0 }), Twin.Constant("2")],
    };
}
