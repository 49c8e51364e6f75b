namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: minimise x^2/2 + |x|^3/6 from near the minimiser. Guarantee: local convergence of order 3/2. Method: root Newton with q = 3.
/// Status: the order is attained; measured in numbers of 1,024 bits.
/// </summary>
public sealed class NewtonRnLocalOrder3 : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = LocalOrder.Of(
        id: "newton-rn-local-order-3",
        statement: "On x^2/2 + |x|^3/6, root Newton with q = 3 converges locally with order 3/2, and not with a higher one.",
        source: new("Hanzely, Abdukhakimov and Takac, Damped Newton method with near-optimal global O(k^-3) convergence rate, 2024", "1 - alpha is about beta, which is about lambda^(1/2)", "derived"),
        method: new RootNewton(),
        instance: new("cubed-model", ("start", "0.01")),
        order: 1.5,
        iterations: 14);
}
