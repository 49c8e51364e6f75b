namespace TheoryLab.ProofsChecks.Coordinate;

/// <summary>
/// Problem: the Rayleigh quotient of [[2,1,.9],[1,2,.8],[.9,.8,2]]. Statement: from the eigenvector of the middle eigenvalue 1.214, below every A_ii, F
/// stays there. Method: exact coordinate descent for quotients. Status: failure.
/// </summary>
public sealed class BcdFractionalStuckMiddle : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "bcd-fractional-stuck-middle",
        Topic = "block-coordinate-descent",
        Statement = "On the Rayleigh quotient of [[2,1,.9],[1,2,.8],[.9,.8,2]] exact coordinate descent from the middle eigenvector stays within a tenth of the way from F(x_0) = 1.214 to the minimum 0.983.",
        Source = new("Yuan, Coordinate descent methods for fractional minimization, ICML 2023; the criterion for Rayleigh quotients", "derivation at bcd-fractional-cws-stronger", "derived"),
        Assumptions = "x_0 the middle eigenvector rounded to doubles; up to k = 30.",
        Kind = ClaimKind.Negative,
        Methods = [new FractionalCoordinateDescent(0)],
        Instances =
        [
            new("fractional-quadratic", ("kind", "triple"), ("start", "middle")),
        ],
        Measure = new ObjectiveValue(),
        Bound = "F0-(F0-fstar)/10",
        From = 0,
        Iterations = 30,
        Twins =
        [
            new("the largest eigenvalue holds it as well", TwinChange.Instance, c => c with { Instances = [new("fractional-quadratic", ("kind", "triple"), ("start", "top"))] }),
            Twin.Constant("1.05"),
        ],
    };
}
