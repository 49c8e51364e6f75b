namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: the chain of third powers of dimension 2N + 1 from 0. Lower bound: f(x_N) - f* at least 0.0135 L_H R^3/(N+1)^3.5 for every method whose k-th iterate is supported
/// on the first k coordinates. Class optimum: the minimiser over those. Status: the order is attained.
/// </summary>
public sealed class SecondOrderLowerRate : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "second-order-lower-rate",
        Topic = "newton",
        Statement = "On the chain of third powers of dimension 2N + 1, no zero-respecting method of second order has f(x_N) - f* below 0.0135 L_H R^3/(N+1)^3.5.",
        Source = new("Arjevani, Shamir and Shiff, Oracle complexity of second-order methods for smooth convex optimization, Mathematical Programming 178, 2019; Nesterov, Lectures on Convex Optimization, 2018, section 4.3", "derivation beside second-order-lower; R^2 = n (n+1) (2n+1)/6 is at most 8/3 (N+1)^3", "derived"),
        Assumptions = "x_k supported on the first k coordinates; L_H = 8 sqrt 2.",
        Kind = ClaimKind.Lower,
        Methods = [new SubspaceOptimum(), new CubicNewton(), new GradientRegularizedNewton()],
        ClassOptimum = "the minimiser over the leading coordinates, which the chain knows by a formula: (t, t-1, ..., 1, 0, ..., 0)",
        Instances = [new("cubed-chain", ("dimension", "2*N+1"))],
        Measure = new PrimalGap(),
        Bound = "0.0135*LH*R^3/(N+1)^3.5",
        Horizons = [1, 2, 5, 10, 20, 40],
        Twins =
        [
            Twin.Constant("1.25"),
            Twin.Order("0.0135 L_H R^3/(N+1)^3", "sqrt(N+1)"),
        ],
    };
}
