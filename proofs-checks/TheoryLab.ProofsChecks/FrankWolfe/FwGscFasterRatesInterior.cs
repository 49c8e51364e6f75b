namespace TheoryLab.ProofsChecks.FrankWolfe;

/// <summary>
/// Problem: a self-concordant f with interior optimum on the simplex. Guarantee: linear convergence. Method: Frank-Wolfe with exact line search.
/// Status: order; the factor is that of the instance.
/// </summary>
public sealed class FwGscFasterRatesInterior : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "fw-gsc-faster-rates-interior",
        Topic = "frank-wolfe",
        Statement = "On -sum log x_i over the simplex of dimension 10, whose optimum is interior, Frank-Wolfe with line search converges linearly, at least at 0.95^k.",
        Source = new("Carderera, Besancon and Pokutta, Simple steps are all you need, NeurIPS 2021", "linear rate: Theorem 3.1 for interior optima; factor measured", "verified numerically"),
        Assumptions = "f generalised self-concordant, x* in the relative interior; exact line search decreases f at least as much as backtracking.",
        Kind = ClaimKind.Upper,
        Methods = [new FrankWolfeLineSearch()],
        Instances = [new("log-portfolio", ("dimension", "10"), ("returns", "identity"))],
        Measure = new PrimalGap(),
        Order = new LinearOrder(0.95),
        From = 10,
        Iterations = 400,
        Twins =
        [
            new("open-loop steps with the safeguard are linear too", TwinChange.Method, c => c with { Methods = [new MonotoneFrankWolfe()], Iterations = 5000 }),
        ],
    };
}
