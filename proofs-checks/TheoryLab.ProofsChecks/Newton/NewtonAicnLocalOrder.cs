namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: minimise x^2/2 + |x|^3/6 from near the minimiser. Guarantee: local convergence of order 2. Method: affine-invariant cubic Newton.
/// Status: the order is attained; measured in numbers of 1,024 bits.
/// </summary>
public sealed class NewtonAicnLocalOrder : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = LocalOrder.Of(
        id: "newton-aicn-local-order",
        statement: "On x^2/2 + |x|^3/6, affine-invariant cubic Newton converges locally with order 2, and not with a higher one.",
        source: new("Hanzely, Kamzolov, Pasechnyuk, Gasnikov, Richtarik and Takac, A damped Newton method achieves global O(1/k^2) and local quadratic convergence rate, NeurIPS 2022", "local quadratic convergence"),
        method: new AffineInvariantCubicNewton(),
        instance: new("cubed-model", ("start", "0.1")),
        order: 2,
        iterations: 8);
}
