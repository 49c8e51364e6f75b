namespace TheoryLab.ProofsChecks.FrankWolfe;

/// <summary>
/// Problem: minimise an L-smooth convex f over a compact convex set of diameter D. Guarantee: the smallest Frank-Wolfe gap among iterations
/// 1 to k is at most 27 L D^2/(4 (k+2)). Method: Frank-Wolfe with step 2/(k+2). Status: upper; the order is attained, the constant is not.
/// </summary>
/// <remarks>
/// At k = 1, which Jaggi's theorem leaves out: x_1 = s_0 minimises the linear function with gradient grad f(x_0), so
/// G_1 = &lt;grad f(x_1) - grad f(x_0), x_1 - s_1&gt; + &lt;grad f(x_0), s_0 - s_1&gt; is at most L D^2, below 9 L D^2/4.
/// </remarks>
public sealed class FwOpenloopGap : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "fw-openloop-gap",
        Topic = "frank-wolfe",
        Statement = "Open-loop Frank-Wolfe has a Frank-Wolfe gap of at most 27 L D^2/(4 (k+2)) at one of the iterations 1 to k.",
        Source = new("Jaggi, Revisiting Frank-Wolfe: projection-free sparse convex optimization, ICML 2013", "Theorem 2, with exact linear minimisation"),
        Assumptions = "C compact convex of diameter D, f convex and L-smooth on C.",
        Kind = ClaimKind.Upper,
        Methods = [new Solvers.FrankWolfe()],
        Instances =
        [
            new("simplex-norm", ("dimension", "2000")),
            new("wolfe-triangle"),
            new("quadratic-on-simplex", ("dimension", "2..100"), ("support", "0.05..1"), ("condition", "1..1e3"), ("slope", "0..1")),
        ],
        Measure = new FrankWolfeGap(),
        Quantity = "best(G)",
        Bound = "27*L*D^2/(4*(k+2))",
        Iterations = 200,
        Samples = 30,
        Twins =
        [
            Twin.Order("27 L D^2/(4 (k+2)^1.5)", "1/sqrt(k+2)"),
        ],
        Remarks = "The last gap is not monotone and may be much larger than the smallest. The bound is loose by a factor of about six on the simplex, so that a constant one half of it is not excluded.",
    };
}
