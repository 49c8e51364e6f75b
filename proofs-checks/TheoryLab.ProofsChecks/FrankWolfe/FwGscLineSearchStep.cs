namespace TheoryLab.ProofsChecks.FrankWolfe;

/// <summary>
/// Problem: minimise a standard self-concordant f over a compact convex set. Guarantee, at every step: h_{k+1} at most
/// h_k - (t (G_k + B_k) + log(1 - t B_k)), G_k the Frank-Wolfe gap, B_k = |s_k - x_k| in the local norm, t = min(1, G_k/(B_k (B_k + G_k))). Method:
/// Frank-Wolfe with exact line search. Status: tight as G_k/B_k tends to zero.
/// </summary>
/// <remarks>
/// Derivation: along d = s_k - x_k, f(x_k + t d) is at most f(x_k) - t G - t B - log(1 - t B) for t B below 1 (Nesterov and Nemirovskii 1994); the right
/// side is least at t = G/(B (B + G)), where it is f(x_k) - (G/B - log(1 + G/B)), and line search does at least as well. The linear rates follow
/// where G_k^2 is at least a multiple of h_k B_k^2: at interior optima, on strongly convex sets, and with away steps on polytopes.
/// </remarks>
public sealed class FwGscLineSearchStep : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "fw-gsc-line-search-step",
        Topic = "frank-wolfe",
        Statement = "On self-concordant f, every line search of Frank-Wolfe lowers f by at least t (G + B) + log(1 - t B), t = min(1, G/(B (B + G))): by G/B - log(1 + G/B) if t is below 1.",
        Source = new("Nesterov and Nemirovskii, Interior-point polynomial algorithms, 1994, for the inequality", "derivation beside the claim", "derived"),
        Assumptions = "f standard self-concordant on C, x_0 in its domain.",
        Kind = ClaimKind.Step,
        Methods = [new FrankWolfeLineSearch()],
        Instances =
        [
            new("log-portfolio", ("dimension", "10"), ("returns", "identity")),
            new("d-optimal-design", ("dimension", "20"), ("rows", "4"), ("columns", "powers")),
            new("log-portfolio", ("dimension", "2..20"), ("rows", "2..4")),
            new("d-optimal-design", ("dimension", "2..20"), ("rows", "1..5")),
            new("log-barrier-on-ball", ("dimension", "2..20"), ("condition", "1..100")),
        ],
        Measure = new PrimalGap(),
        Quantity = "min(1,prev(G)/max(prev(B)*(prev(B)+prev(G)),1e-300))*(prev(G)+prev(B))+log(1-min(1,prev(G)/max(prev(B)*(prev(B)+prev(G)),1e-300))*prev(B))",
        Bound = "prev(h)-h",
        Iterations = 100,
        Samples = 5,
        Twins =
        [
            Twin.Constant("half the actual decrease covers it", "1/2"),
        ],
        Remarks = "The 1e-300 stands for x = s, where G is zero and 0/0 would be no number.",
    };
}
