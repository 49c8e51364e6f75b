namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: minimise x^2/2 + |x|^3/6 from near the minimiser. Guarantee: local convergence of order 2. Method: Newton's with full steps.
/// Status: the order is attained; measured in numbers of 1,024 bits.
/// </summary>
public sealed class NewtonClassicalLocalOrder : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = LocalOrder.Of(
        id: "newton-classical-local-order",
        statement: "On x^2/2 + |x|^3/6, Newton's with full steps converges locally with order 2, and not with a higher one.",
        source: new("Kantorovich 1948; Nesterov, Lectures on Convex Optimization, 2018, section 1.2.4", "local convergence"),
        method: new FullNewton(),
        instance: new("cubed-model", ("start", "0.1")),
        order: 2,
        iterations: 8);
}
