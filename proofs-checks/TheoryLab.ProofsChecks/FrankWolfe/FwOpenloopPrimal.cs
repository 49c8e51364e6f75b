namespace TheoryLab.ProofsChecks.FrankWolfe;

/// <summary>
/// Problem: minimise an L-smooth convex f over a compact convex set of diameter D. Guarantee: f(x_k) - f* at most 2 L D^2/(k+2).
/// Method: Frank-Wolfe with step 2/(k+2). Status: upper; the order is attained, the constant within 3/4 of the truth after one step.
/// </summary>
public sealed class FwOpenloopPrimal : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "fw-openloop-primal",
        Topic = "frank-wolfe",
        Statement = "Open-loop Frank-Wolfe closes the primal gap at 2 L D^2/(k+2).",
        Source = new("Jaggi, Revisiting Frank-Wolfe: projection-free sparse convex optimization, ICML 2013", "Theorem 1"),
        Assumptions = "C compact convex of diameter D, f convex and L-smooth on C.",
        Kind = ClaimKind.Upper,
        Methods = [new Solvers.FrankWolfe()],
        Instances =
        [
            new("simplex-norm", ("dimension", "2*N+1")),
            new("segment", ("eps", "1e-3")),
            new("wolfe-triangle"),
            new("segment", ("eps", "1e-6..1")),
            new("simplex-norm", ("dimension", "2..300")),
            new("quadratic-on-simplex", ("dimension", "2..100"), ("support", "0.05..1"), ("condition", "1..1e3"), ("slope", "0..1")),
        ],
        Measure = new PrimalGap(),
        Bound = "2*L*D^2/(k+2)",
        Iterations = 300,
        Samples = 30,
        Twins =
        [
            Twin.Constant("1/2"),
            Twin.Order("2 L D^2/(k+2)^1.5", "1/sqrt(k+2)"),
        ],
        Remarks = "On |x|^2 over the simplex the 1/k phase lasts while k is below n/2.",
    };
}
