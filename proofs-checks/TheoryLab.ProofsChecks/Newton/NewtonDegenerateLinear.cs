namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: minimise |x|^p/p, whose Hessian is singular at the minimiser. Statement: x_{k+1} = (p-2)/(p-1) x_k. Method: Newton's with full steps. Status: exact.
/// </summary>
public sealed class NewtonDegenerateLinear : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "newton-degenerate-linear",
        Topic = "newton",
        Statement = "On |x|^p/p, full Newton steps are linear with the factor (p-2)/(p-1), and not quadratic.",
        Source = new("classical", "f'/f'' = x/(p-1)", "derived"),
        Assumptions = "p above 2.",
        Kind = ClaimKind.Identity,
        Methods = [new FullNewton()],
        Instances =
        [
            new("power-model", ("p", "4")),
            new("power-model", ("p", "3..20"), ("start", "0.01..100")),
        ],
        Measure = new Distance(),
        Bound = "(p-2)/(p-1)*prev(r)",
        Iterations = 20,
        Samples = 20,
        Twins =
        [
            Twin.Constant("1.01"),
            Twin.Order("quadratic: (p-2)/(p-1) |x_k|^2", "prev(r)"),
        ],
    };
}
