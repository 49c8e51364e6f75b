namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: minimise x^2/2 + |x|^3/6 from near the minimiser. Guarantee: local convergence of order 2. Method: Newton's with full steps.
/// Status: the order is attained; measured in numbers of 1,024 bits.
/// </summary>
public sealed class NewtonClassicalLocalOrder : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "newton-classical-local-order",
        Topic = "newton",
        Statement = "On x^2/2 + |x|^3/6, Newton's with full steps converges locally with order 2, and not with a higher one.",
        Source = new("Kantorovich 1948; Nesterov, Lectures on Convex Optimization, 2018, section 1.2.4", "local convergence"),
        Assumptions = "x_0 near x*, Hessian positive definite there.",
        Kind = ClaimKind.Upper,
        Methods = [new FullNewton()],
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
