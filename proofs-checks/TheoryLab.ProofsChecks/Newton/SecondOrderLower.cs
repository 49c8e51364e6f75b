namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: the chain of third powers of dimension 2N + 1 from 0. Lower bound: f(x_N) - f* at least 2 (N+1)/3 for every method whose k-th iterate is supported on the
/// first k coordinates. Class optimum: the minimiser over those. Status: tight.
/// </summary>
/// <remarks>
/// At a point with support {1, ..., t} the gradient has support {1, ..., t+1} and the Hessian maps the leading coordinates to themselves. Over them the minimum is -2t/3, and
/// f* = -2(2N+1)/3.
/// </remarks>
public sealed class SecondOrderLower : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "second-order-lower",
        Topic = "newton",
        Statement = "On the chain of third powers of dimension 2N + 1, no zero-respecting method of second order has f(x_N) - f* below 2 (N+1)/3.",
        Source = new("Arjevani, Shamir and Shiff, Oracle complexity of second-order methods for smooth convex optimization, Mathematical Programming 178, 2019; Nesterov, Lectures on Convex Optimization, 2018, section 4.3", "derivation beside the claim", "derived"),
        Assumptions = "x_k supported on the first k coordinates, as for cubic and gradient-regularised steps from 0.",
        Kind = ClaimKind.Lower,
        Methods = [new SubspaceOptimum(), new CubicNewton(), new GradientRegularizedNewton()],
        ClassOptimum = "the minimiser over the leading coordinates, which the chain knows by a formula: (t, t-1, ..., 1, 0, ..., 0)",
        Instances = [new("cubed-chain", ("dimension", "2*N+1"))],
        Measure = new PrimalGap(),
        Bound = "2*(N+1)/3",
        Horizons = [1, 2, 5, 10, 20],
        Twins =
        [
            Twin.Constant("1.01"),
            Twin.Order("0.0135 L_H R^3/(N+1)^3", "0.0135*LH*R^3/(N+1)^3*3/(2*(N+1))"),
        ],
    };
}
