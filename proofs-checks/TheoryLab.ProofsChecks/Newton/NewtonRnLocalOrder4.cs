namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: minimise x^2/2 + x^4/24 from near the minimiser. Guarantee: local convergence of order 5/3. Method: root Newton with q = 4.
/// Status: the order is attained; measured in numbers of 1,024 bits.
/// </summary>
public sealed class NewtonRnLocalOrder4 : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "newton-rn-local-order-4",
        Topic = "newton",
        Statement = "On x^2/2 + x^4/24, root Newton with q = 4 converges locally with order 5/3, and not with a higher one.",
        Source = new("Hanzely, Abdukhakimov and Takac, Damped Newton method with near-optimal global O(k^-3) convergence rate, 2024", "1 - alpha is about beta, which is about lambda^(2/3)", "derived"),
        Assumptions = "x_0 near x*, Hessian positive definite there.",
        Kind = ClaimKind.Upper,
        Methods = [new RootNewton(4)],
        Instances = [new("quartic-model", ("start", "0.01"))],
        Measure = new Distance(),
        Order = new SuperlinearOrder(5.0 / 3),
        From = 0,
        Iterations = 11,
        Wide = true,
        Twins =
        [
            new("order 2", TwinChange.Order, c => c with { Order = c.Order!.Shifted(1.0 / 3) }),
        ],
    };
}
