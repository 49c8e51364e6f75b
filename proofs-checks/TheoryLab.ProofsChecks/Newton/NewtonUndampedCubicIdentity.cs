namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: minimise sqrt(1 + x^2). Statement: x_{k+1} = -x_k^3. Method: Newton's with full steps. Status: exact; order 3 inside the unit interval.
/// </summary>
/// <remarks>
/// f' = x/sqrt(1 + x^2) and f'' = (1 + x^2)^-1.5: the step is x (1 + x^2), so that x_{k+1} = x - x - x^3.
/// </remarks>
public sealed class NewtonUndampedCubicIdentity : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "newton-undamped-cubic-identity",
        Topic = "newton",
        Statement = "On sqrt(1 + x^2), full Newton steps give x_{k+1} = -x_k^3, which x_{k+1} x_k = -x_k^4 says with its sign.",
        Source = new("classical; see Nesterov, Lectures on Convex Optimization, 2018, section 1.2.4", "derivation beside the claim", "derived"),
        Assumptions = "x_0 in (-1, 1).",
        Kind = ClaimKind.Identity,
        Methods = [new FullNewton()],
        Instances =
        [
            new("hyperbola", ("start", "0.9")),
            new("hyperbola", ("start", "0.5..0.99")),
        ],
        Measure = new Turn(),
        Bound = "-prev(r)^4",
        Iterations = 4,
        Samples = 20,
        Twins =
        [
            Twin.Order("of order 2: x_{k+1} = -x_k |x_k|", "1/prev(r)"),
            Twin.Constant("1.01"),
        ],
    };
}
