namespace TheoryLab.ProofsChecks.Coordinate;

/// <summary>
/// Problem: quotients F = f/g of quadratics. Guarantee: F(x_k) - F(x_{k+1}) at least theta t^2/(2 g(x_{k+1})), t the step. Method: coordinate descent
/// for quotients with theta = 10, one-dimensional problems solved globally. Status: certificate.
/// </summary>
public sealed class BcdFractionalDescent : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "bcd-fractional-descent",
        Topic = "block-coordinate-descent",
        Statement = "A coordinate step t of fractional coordinate descent lowers F = f/g by at least theta t^2/(2 g(x_{k+1})).",
        Source = new("Yuan, Coordinate descent methods for fractional minimization, ICML 2023", "sufficient decrease"),
        Assumptions = "g positive; the one-dimensional problem is a quotient of quadratics, solved globally by the roots of a quadratic; theta = 10.",
        Kind = ClaimKind.Step,
        Methods = [new FractionalCoordinateDescent(10)],
        Instances =
        [
            new("fractional-quadratic"),
            new("fractional-quadratic", ("kind", "concave")),
            new("fractional-quadratic", ("kind", "triple"), ("start", "top")),
            new("fractional-quadratic", ("dimension", "2..10"), ("gap", "0.1..2")),
            new("fractional-quadratic", ("kind", "concave"), ("dimension", "2..10"), ("gap", "0.1..2")),
        ],
        Measure = new ObjectiveValue(),
        Quantity = "10*move2/(2*den)",
        Bound = "prev(f)-f",
        Iterations = 60,
        Samples = 10,
        Twins = [Twin.Constant("twice the decrease", "1/2"), Twin.Constant("four times the decrease", "1/4")],
    };
}
