namespace TheoryLab.ProofsChecks.FrankWolfe;

/// <summary>
/// Problem: Wolfe's triangle, optimum inside an edge. Statement: line search is no faster than 1/k. Method: Frank-Wolfe with the short step,
/// which is exact line search here. Status: lower bound on its instance.
/// </summary>
public sealed class FwWolfeZigzagLower : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "fw-wolfe-zigzag-lower",
        Topic = "frank-wolfe",
        Statement = "On Wolfe's triangle, Frank-Wolfe with exact line search has a primal gap of Omega(1/k).",
        Source = new("Canon and Cullum, A tight upper bound on the rate of convergence of the Frank-Wolfe algorithm, SIAM Journal on Control 6, 1968; Wolfe 1970", "main theorem, which states h_k >= k^-(1+eps) infinitely often", "verified numerically"),
        Assumptions = "x* in the relative interior of an edge, x_0 off that edge.",
        Kind = ClaimKind.Lower,
        Methods = [new FrankWolfeShortStep()],
        ClassOptimum = "The statement is about this method, not about a class.",
        Instances = [new("wolfe-triangle"), new("wolfe-triangle", ("x", "0.3"), ("y", "0.6")), new("wolfe-triangle", ("x", "0.1"), ("y", "0.5"))],
        Measure = new PrimalGap(),
        Order = new PowerOrder(1),
        From = 200,
        Iterations = 20_000,
        Twins =
        [
            Twin.Exponent(-0.5),
            new("the gap is O(k^-1.5)", TwinChange.Kind, c => c with { Kind = ClaimKind.Upper, Order = new PowerOrder(1.5) }),
            new("open-loop steps are stuck at Omega(1/k) as well", TwinChange.Method, c => c with { Methods = [new Solvers.FrankWolfe()] }),
        ],
        Remarks = "Linear convergence is what away steps would give on this strongly convex problem over a polytope.",
    };
}
