namespace TheoryLab.ProofsChecks.FrankWolfe;

/// <summary>
/// Problem: Wolfe's triangle. Statement: k (f(x_k) - f*) tends to 1/8. Method: Frank-Wolfe with the short step. Status: observed limit.
/// </summary>
public sealed class FwWolfeZigzagLimit : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "fw-wolfe-zigzag-limit",
        Topic = "frank-wolfe",
        Statement = "On Wolfe's triangle, k times the primal gap of Frank-Wolfe with exact line search tends to 1/8.",
        Source = new("Wolfe, Convergence theory in nonlinear programming, 1970, for the instance", "constant measured", "verified numerically"),
        Assumptions = "x_0 = (0, 1) or one of two other starts off the optimal edge.",
        Kind = ClaimKind.Limit,
        Methods = [new FrankWolfeShortStep()],
        Instances = [new("wolfe-triangle"), new("wolfe-triangle", ("x", "0.3"), ("y", "0.6")), new("wolfe-triangle", ("x", "0.1"), ("y", "0.5"))],
        Measure = new PrimalGap(),
        Scale = "k",
        Bound = "1/8",
        Iterations = 20_000,
        Twins = [Twin.Constant("1/2"), Twin.Constant("1.01")],
    };
}
