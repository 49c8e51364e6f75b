namespace TheoryLab.ProofsChecks.FrankWolfe;

/// <summary>
/// Problem: minimise an L-smooth convex f over a compact convex set of diameter D. Guarantee: f(x_k) - f* at most
/// 2 L D^2 (k + 1 - H_{k+1})/(k (k+1)), H_j the harmonic numbers. Method: Frank-Wolfe with step 2/(k+2). Status: attained at k = 1.
/// </summary>
/// <remarks>
/// Derivation: the descent lemma gives h_{k+1} at most (1 - t_k) h_k + t_k^2 L D^2/2 with t_k = 2/(k+2). Multiplied by (k+1)(k+2) and summed
/// from k = 0, where t_0 = 1: k (k+1) h_k at most 2 L D^2 sum_{i=1..k} i/(i+1) = 2 L D^2 (k + 1 - H_{k+1}).
/// </remarks>
public sealed class FwOpenloopPrimalSharp : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "fw-openloop-primal-sharp",
        Topic = "frank-wolfe",
        Statement = "Open-loop Frank-Wolfe has f(x_k) - f* at most 2 L D^2 (k + 1 - H_{k+1})/(k (k+1)), the exact solution of its one-step recursion.",
        Source = new("Refinement of Jaggi, ICML 2013, Theorem 1", "derivation beside the claim", "derived"),
        Assumptions = "C compact convex of diameter D, f convex and L-smooth on C.",
        Kind = ClaimKind.Upper,
        Methods = [new Solvers.FrankWolfe()],
        Instances =
        [
            new("segment", ("eps", "1e-9")),
            new("simplex-norm", ("dimension", "2*N+1")),
            new("segment", ("eps", "1e-6..1")),
            new("quadratic-on-simplex", ("dimension", "2..100"), ("support", "0.05..1"), ("condition", "1..1e3"), ("slope", "0..1")),
        ],
        Measure = new PrimalGap(),
        Bound = "2*L*D^2*(k+1-harmonic(k+1))/(k*(k+1))",
        Iterations = 200,
        Samples = 30,
        Twins =
        [
            Twin.Constant("0.99"),
            Twin.Order("divided by sqrt(k+1)", "1/sqrt(k+1)"),
        ],
    };
}
