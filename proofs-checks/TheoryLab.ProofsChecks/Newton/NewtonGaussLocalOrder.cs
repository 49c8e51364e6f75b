namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: nonlinear least squares whose residuals vanish at x*, from near x*. Guarantee: local convergence of order 2. Method: Gauss-Newton regularised by M |g|. Status:
/// the order is attained; measured in numbers of 1,024 bits.
/// </summary>
/// <remarks>The upper bound is newton-gauss-local-quadratic. M |g| d is of the second order in d and stays.</remarks>
public sealed class NewtonGaussLocalOrder : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = LocalOrder.Of(
        id: "newton-gauss-local-order",
        statement: "Where residuals vanish at x*, Gauss-Newton steps regularised by M |g| converge locally with order 2, and not with a higher one.",
        source: new("classical; see Nocedal and Wright, Numerical Optimization, 2006, chapter 10", "zero-residual problems", "derived"),
        method: new RegularizedGaussNewton(),
        instance: new("nonlinear-least-squares", ("dimension", "3"), ("bend", "0.1"), ("minimizer", "0.5"), ("start", "0.05")),
        order: 2,
        iterations: 8,
        assumptions: "x_0 near x*, phi' bounded below, A regular.");
}
