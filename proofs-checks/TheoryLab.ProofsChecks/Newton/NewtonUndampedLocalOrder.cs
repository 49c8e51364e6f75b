namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: minimise sqrt(1 + x^2) from near the minimiser. Guarantee: local convergence of order 3. Method: Newton's with full steps.
/// Status: the order is attained; measured in numbers of 1,024 bits.
/// </summary>
public sealed class NewtonUndampedLocalOrder : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "newton-undamped-local-order",
        Topic = "newton",
        Statement = "On sqrt(1 + x^2), Newton's with full steps converges locally with order 3, and not with a higher one.",
        Source = new("classical", "x_{k+1} = -x_k^3", "derived"),
        Assumptions = "x_0 near x*, Hessian positive definite there.",
        Kind = ClaimKind.Upper,
        Methods = [new FullNewton()],
        Instances = [new("hyperbola", ("start", "0.9"))],
        Measure = new Distance(),
        Order = new SuperlinearOrder(3),
        From = 0,
        Iterations = 7,
        Wide = true,
        Twins =
        [
            Twin.Exponent(0.5),
        ],
    };
}
