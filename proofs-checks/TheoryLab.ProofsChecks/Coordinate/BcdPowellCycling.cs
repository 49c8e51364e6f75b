namespace TheoryLab.ProofsChecks.Coordinate;

/// <summary>
/// Problem: Powell's function of three variables, nonconvex with a Lipschitz gradient. Statement: sum |grad_i f(x_k)| stays at least 2. Method: exact
/// coordinate minimisation in order. Status: exact failure.
/// </summary>
public sealed class BcdPowellCycling : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "bcd-powell-cycling",
        Topic = "block-coordinate-descent",
        Statement = "On Powell's function exact cyclic coordinate minimisation runs around six vertices of a cube: the 1-norm of the gradient stays at least 2.",
        Source = new("Powell, On search directions for minimization algorithms, Mathematical Programming 4, 1973", "the example"),
        Assumptions = "x_0 = (-1-e, 1+e/2, -1-e/4) with e a power of 2; up to k = 40, within which doubles follow the cycle exactly.",
        Kind = ClaimKind.Negative,
        Methods = [new CoordinateDescent(CoordinateRule.Cyclic, CoordinateStep.Exact)],
        Instances =
        [
            new("powell-cycle", ("e", "1")),
            new("powell-cycle", ("e", "1/1024")),
        ],
        Measure = new GradientOneNorm(),
        Bound = "2",
        From = 0,
        Iterations = 40,
        Twins =
        [
            Twin.Constant("1.01"),
            new("limit points are stationary: the 1-norm of the gradient is at most 8/k", TwinChange.Kind, c => c with { Kind = ClaimKind.Upper, Bound = "8/k", From = 1 }),
        ],
        Remarks = "The cycle is unstable: the distance to the cube halves at every step, and once it is below rounding the iterates leave along (t, t, t).",
    };
}
