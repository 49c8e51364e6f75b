namespace TheoryLab.ProofsChecks.FrankWolfe;

/// <summary>
/// Problem: minimise an L-smooth f, convex or not, over a compact convex set of diameter D. Guarantee: the smallest Frank-Wolfe gap among
/// iterations 0 to k is at most max(2 h_0, L D^2)/sqrt(k+1). Method: Frank-Wolfe with the short step. Status: upper, consistency.
/// </summary>
public sealed class FwNonconvexGap : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "fw-nonconvex-gap",
        Topic = "frank-wolfe",
        Statement = "Without convexity, Frank-Wolfe with short steps has a Frank-Wolfe gap of at most max(2 h_0, L D^2)/sqrt(k+1) at one of the iterations 0 to k.",
        Source = new("Lacoste-Julien, Convergence rate of Frank-Wolfe for non-convex objectives, 2016", "Theorem 1 with C_f = L D^2"),
        Assumptions = "C compact convex of diameter D, f L-smooth on C, h_0 = f(x_0) - min f.",
        Kind = ClaimKind.Upper,
        Methods = [new FrankWolfeShortStep()],
        Instances =
        [
            new("simplex-norm", ("dimension", "400")),
            new("indefinite-quadratic-on-simplex", ("dimension", "20")),
            new("indefinite-quadratic-on-simplex", ("dimension", "2..60"), ("condition", "1..1e3"), ("slope", "1e-3..1")),
        ],
        Measure = new FrankWolfeGap(),
        Quantity = "best(G)",
        Bound = "max(2*h0,L*D^2)/sqrt(k+1)",
        From = 0,
        Iterations = 200,
        Samples = 30,
        Twins =
        [
            Twin.Order("max(2 h_0, L D^2)/(k+1)^1.5", "1/(k+1)"),
        ],
        Remarks = "On most indefinite instances the method ends at a face after few steps. The twin falls on |x|^2 over the simplex, where the gap after four steps is 2/5.",
    };
}
