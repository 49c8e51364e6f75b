namespace TheoryLab.ProofsChecks.FrankWolfe;

/// <summary>
/// Problem: minimise an L-smooth convex f over an alpha-strongly convex set. Guarantee, at every step: h_{k+1} at most
/// h_k max(1/2, 1 - alpha |grad f(x_k)|/(4 L)). Method: Frank-Wolfe with the short step. Status: tight as the gradient vanishes.
/// </summary>
/// <remarks>
/// Derivation: (1-t) x_k + t s_k + t (1-t) (alpha/2) d^2 z is feasible for d = |s_k - x_k|, every unit z and t in [0, 1]. With
/// z = -grad f(x_k)/|grad f(x_k)| and s_k optimal, G_k is at least t G_k + t (1-t) (alpha/2) d^2 |grad f(x_k)|; divided by 1-t, as t tends to 1,
/// G_k is at least (alpha/2) d^2 |grad f(x_k)|. Put into the decrease min(G_k/2, G_k^2/(2 L d^2)), with G_k at least h_k.
/// </remarks>
public sealed class FwStronglyconvexSetStep : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "fw-stronglyconvex-set-step",
        Topic = "frank-wolfe",
        Statement = "On an alpha-strongly convex set, every short step of Frank-Wolfe multiplies the primal gap by at most max(1/2, 1 - alpha |grad f(x_k)|/(4 L)).",
        Source = new("Levitin and Polyak 1966; Garber and Hazan, Faster rates for the Frank-Wolfe method over strongly-convex sets, ICML 2015", "derivation beside the claim", "derived"),
        Assumptions = "C alpha-strongly convex (the unit ball is 1-strongly convex), f convex and L-smooth.",
        Kind = ClaimKind.Step,
        Methods = [new FrankWolfeShortStep()],
        Instances =
        [
            new("quadratic-on-ball", ("condition", "10"), ("pull", "1")),
            new("quadratic-on-ball", ("condition", "10"), ("pull", "0.1")),
            new("quadratic-on-ball", ("condition", "1")),
            new("quadratic-on-ball", ("condition", "10")),
            new("quadratic-on-ball", ("dimension", "2..50"), ("condition", "1..100"), ("pull", "0..2")),
            new("quadratic-on-ball", ("dimension", "2..50"), ("condition", "1..100"), ("depth", "0.01..0.9")),
        ],
        Measure = new PrimalGap(),
        Bound = "prev(h)*max(1/2,1-alpha*prev(g)/(4*L))",
        Iterations = 60,
        Samples = 30,
        Twins =
        [
            Twin.Constant("the factor 4 dropped: max(1/2, 1 - alpha |grad f(x_k)|/L)", "max(1/2,1-alpha*prev(g)/L)/max(1/2,1-alpha*prev(g)/(4*L))"),
        ],
        Remarks = "The bound of O(1/k^2) that follows for strongly convex f is not attained by short steps on these instances.",
    };
}
