namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: minimise x^2/2 + |x|^3/6 from near the minimiser. Guarantee: local convergence of order 3/2. Method: root Newton with q = 3.
/// Status: the order is attained; measured in numbers of 1,024 bits.
/// </summary>
public sealed class NewtonRnLocalOrder3 : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "newton-rn-local-order-3",
        Topic = "newton",
        Statement = "On x^2/2 + |x|^3/6, root Newton with q = 3 converges locally with order 3/2, and not with a higher one.",
        Source = new("Hanzely, Abdukhakimov and Takac, Damped Newton method with near-optimal global O(k^-3) convergence rate, 2024", "1 - alpha is about beta, which is about lambda^(1/2)", "derived"),
        Assumptions = "x_0 near x*, Hessian positive definite there.",
        Kind = ClaimKind.Upper,
        Methods = [new RootNewton()],
        Instances = [new("cubed-model", ("start", "0.01"))],
        Measure = new Distance(),
        Order = new SuperlinearOrder(1.5),
        From = 0,
        Iterations = 14,
        Wide = true,
        Twins =
        [
            Twin.Exponent(0.5),
        ],
    };
}
