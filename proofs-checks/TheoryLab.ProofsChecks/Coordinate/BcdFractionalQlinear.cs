namespace TheoryLab.ProofsChecks.Coordinate;

/// <summary>
/// Problem: Rayleigh quotients with a simple smallest eigenvalue. Statement: F(x_k) - F* is O(0.98^k), k in passes. Method: coordinate descent for
/// quotients. Status: linear, no faster.
/// </summary>
public sealed class BcdFractionalQlinear : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "bcd-fractional-qlinear",
        Topic = "block-coordinate-descent",
        Statement = "On Rayleigh quotients with a simple smallest eigenvalue fractional coordinate descent converges linearly, pass by pass.",
        Source = new("Yuan, Coordinate descent methods for fractional minimization, ICML 2023", "linear rate under a growth condition"),
        Assumptions = "n = 8, smallest eigenvalue 1, the next 1.05; theta = 1, a step is a pass.",
        Kind = ClaimKind.Upper,
        Methods = [new FractionalCoordinateDescent(1, CoordinateRule.Sweep)],
        Instances =
        [
            new("fractional-quadratic", ("dimension", "8"), ("gap", "0.05")),
        ],
        Measure = new PrimalGap(),
        Order = new LinearOrder(0.98),
        Iterations = 300,
        Twins =
        [
            new("superlinear", TwinChange.Kind, c => c with { Order = new SuperlinearRate() }),
            Twin.Rate(30),
        ],
    };
}
