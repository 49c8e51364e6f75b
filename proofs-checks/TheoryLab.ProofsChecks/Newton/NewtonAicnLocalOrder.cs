namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: minimise x^2/2 + |x|^3/6 from near the minimiser. Guarantee: local convergence of order 2. Method: affine-invariant cubic Newton.
/// Status: the order is attained; measured in numbers of 1,024 bits.
/// </summary>
public sealed class NewtonAicnLocalOrder : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "newton-aicn-local-order",
        Topic = "newton",
        Statement = "On x^2/2 + |x|^3/6, affine-invariant cubic Newton converges locally with order 2, and not with a higher one.",
        Source = new("Hanzely, Kamzolov, Pasechnyuk, Gasnikov, Richtarik and Takac, A damped Newton method achieves global O(1/k^2) and local quadratic convergence rate, NeurIPS 2022", "local quadratic convergence"),
        Assumptions = "x_0 near x*, Hessian positive definite there.",
        Kind = ClaimKind.Upper,
        Methods = [new AffineInvariantCubicNewton()],
        Instances = [new("cubed-model", ("start", "0.1"))],
        Measure = new Distance(),
        Order = new SuperlinearOrder(2),
        From = 0,
        Iterations = 8,
        Wide = true,
        Twins =
        [
            Twin.Exponent(0.5),
        ],
    };
}
