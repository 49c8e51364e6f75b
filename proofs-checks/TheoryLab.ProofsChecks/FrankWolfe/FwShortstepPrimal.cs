namespace TheoryLab.ProofsChecks.FrankWolfe;

/// <summary>
/// Problem: minimise an L-smooth convex f over a compact convex set of diameter D. Guarantee: f(x_k) - f* at most 2 L D^2/(k+2).
/// Method: Frank-Wolfe with the short step. Status: upper; order attained on the simplex.
/// </summary>
public sealed class FwShortstepPrimal : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "fw-shortstep-primal",
        Topic = "frank-wolfe",
        Statement = "Frank-Wolfe with short steps closes the primal gap at 2 L D^2/(k+2).",
        Source = new("Jaggi, Revisiting Frank-Wolfe: projection-free sparse convex optimization, ICML 2013", "Theorem 1"),
        Assumptions = "C compact convex of diameter D, f convex and L-smooth on C.",
        Kind = ClaimKind.Upper,
        Methods = [new FrankWolfeShortStep()],
        Instances =
        [
            new("simplex-norm", ("dimension", "2*N+1")),
            new("wolfe-triangle"),
            new("quadratic-on-simplex", ("dimension", "2..100"), ("support", "0.05..1"), ("condition", "1..1e3"), ("slope", "0..1")),
            new("simplex-norm", ("dimension", "2..300")),
        ],
        Measure = new PrimalGap(),
        Bound = "2*L*D^2/(k+2)",
        Iterations = 300,
        Samples = 30,
        Twins =
        [
            Twin.Constant("1/8"),
            Twin.Order("2 L D^2/(k+2)^1.5", "1/sqrt(k+2)"),
        ],
        Remarks = "On |x|^2 over the simplex the gap is L D^2/4 (1/(k+1) - 1/n): a constant below 1/8 of the bound is excluded, one half is not.",
    };
}
