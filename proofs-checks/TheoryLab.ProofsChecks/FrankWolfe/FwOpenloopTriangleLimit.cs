namespace TheoryLab.ProofsChecks.FrankWolfe;

/// <summary>
/// Problem: Wolfe's triangle. Statement: k^2 (f(x_k) - f*) tends to 1/2. Method: open-loop Frank-Wolfe with step 2/(k+2). Status: l^2/8 with l = 2.
/// </summary>
public sealed class FwOpenloopTriangleLimit : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "fw-openloop-triangle-limit",
        Topic = "frank-wolfe",
        Statement = "On Wolfe's triangle, k^2 times the primal gap of open-loop Frank-Wolfe with step 2/(k+2) tends to 1/2.",
        Source = new("Wirth, Kerdreux and Pokutta, AISTATS 2023, for the order", "constant measured: l^2/8", "verified numerically"),
        Assumptions = "x_0 = (0, 1).",
        Kind = ClaimKind.Limit,
        Methods = [new Solvers.FrankWolfe()],
        Instances = [new("wolfe-triangle")],
        Measure = new PrimalGap(),
        Scale = "k^2",
        Bound = "1/2",
        Iterations = 20_000,
        Twins = [Twin.Constant("2"), Twin.Constant("1.01")],
    };
}
