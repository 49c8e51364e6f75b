namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: minimise sqrt(1 + x^2) from near the minimiser. Guarantee: local convergence of order 3. Method: Newton's with full steps.
/// Status: the order is attained; measured in numbers of 1,024 bits.
/// </summary>
public sealed class NewtonUndampedLocalOrder : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = LocalOrder.Of(
        id: "newton-undamped-local-order",
        statement: "On sqrt(1 + x^2), Newton's with full steps converges locally with order 3, and not with a higher one.",
        source: new("classical", "x_{k+1} = -x_k^3", "derived"),
        method: new FullNewton(),
        instance: new("hyperbola", ("start", "0.9")),
        order: 3,
        iterations: 7);
}
