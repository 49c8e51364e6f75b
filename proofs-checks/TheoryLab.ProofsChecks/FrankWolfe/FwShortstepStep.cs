namespace TheoryLab.ProofsChecks.FrankWolfe;

/// <summary>
/// Problem: minimise an L-smooth convex f over a compact convex set. Guarantee, at every step:
/// h_{k+1} at most h_k - min(G_k/2, G_k^2/(2 L |x_k - s_k|^2)). Method: Frank-Wolfe with the short step. Status: tight for f = L |x|^2/2.
/// </summary>
/// <remarks>Derivation: the descent lemma along the segment, minimised over the step; if the step is cut at 1 then L |x - s|^2 is at most G.</remarks>
public sealed class FwShortstepStep : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "fw-shortstep-step",
        Topic = "frank-wolfe",
        Statement = "Every short step of Frank-Wolfe lowers f by at least min(G/2, G^2/(2 L d^2)), G the Frank-Wolfe gap and d = |x - s|.",
        Source = new("Descent lemma; Jaggi, ICML 2013, section 3", "derivation beside the claim", "derived"),
        Assumptions = "f convex and L-smooth on C.",
        Kind = ClaimKind.Step,
        Methods = [new FrankWolfeShortStep()],
        Instances =
        [
            new("wolfe-triangle", ("x", "0.3"), ("y", "0.6")),
            new("simplex-norm", ("dimension", "100")),
            new("quadratic-on-simplex", ("dimension", "2..60"), ("support", "0.05..1"), ("condition", "1..1e3"), ("slope", "0..1")),
        ],
        Measure = new PrimalGap(),
        Quantity = "min(prev(G)/2,prev(G)^2/max(2*L*prev(d2),1e-300))",
        Bound = "prev(h)-h",
        Remarks = "The 1e-300 stands for d = 0, where x is the vertex itself, G is zero and 0/0 would be no number.",
        Iterations = 90,
        Samples = 30,
        Twins =
        [
            Twin.Constant("half the actual decrease covers it", "1/2"),
        ],
    };
}
