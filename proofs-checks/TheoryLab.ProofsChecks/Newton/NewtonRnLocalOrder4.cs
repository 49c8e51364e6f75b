namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: minimise x^2/2 + x^4/24 from near the minimiser. Guarantee: local convergence of order 5/3. Method: root Newton with q = 4.
/// Status: the order is attained; measured in numbers of 1,024 bits.
/// </summary>
public sealed class NewtonRnLocalOrder4 : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = LocalOrder.Of(
        id: "newton-rn-local-order-4",
        statement: "On x^2/2 + x^4/24, root Newton with q = 4 converges locally with order 5/3, and not with a higher one.",
        source: new("Hanzely, Abdukhakimov and Takac, Damped Newton method with near-optimal global O(k^-3) convergence rate, 2024", "1 - alpha is about beta, which is about lambda^(2/3)", "derived"),
        method: new RootNewton(4),
        instance: new("quartic-model", ("start", "0.01")),
        order: 5.0 / 3,
        iterations: 11) with
    {
        Twins = [new("order 2", TwinChange.Order, c => c with { Order = c.Order!.Shifted(1.0 / 3) })],
    };
}
