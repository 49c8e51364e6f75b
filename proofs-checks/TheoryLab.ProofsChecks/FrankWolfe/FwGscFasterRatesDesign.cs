namespace TheoryLab.ProofsChecks.FrankWolfe;

/// <summary>
/// Problem: D-optimal design for cubic regression, a self-concordant f whose optimum lies on a face of the simplex. Guarantee: linear convergence.
/// Method: Frank-Wolfe with away steps and exact line search. Status: order; the factor is that of the instance.
/// </summary>
public sealed class FwGscFasterRatesDesign : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "fw-gsc-faster-rates-design",
        Topic = "frank-wolfe",
        Statement = "On -log det(A diag(x) A') over the simplex, the 20 columns of A being (1, t, t^2, t^3) at equally spaced t, Frank-Wolfe with away steps and line search converges linearly, at least at 0.96^k.",
        Source = new("Carderera, Besancon and Pokutta, Simple steps are all you need, NeurIPS 2021", "linear rate: away steps on polytopes; factor measured", "verified numerically"),
        Assumptions = "f generalised self-concordant, the set a polytope; exact line search decreases f at least as much as backtracking.",
        Kind = ClaimKind.Upper,
        Methods = [new AwayStepFrankWolfeLineSearch()],
        Instances = [new("d-optimal-design", ("dimension", "20"), ("rows", "4"), ("columns", "powers"))],
        Measure = new PrimalGap(),
        Order = new LinearOrder(0.96),
        From = 30,
        Iterations = 500,
        Twins =
        [
            Twin.Rate(2),
            new("line search without away steps is linear too", TwinChange.Method, c => c with { Methods = [new FrankWolfeLineSearch()], Iterations = 5000 }),
            new("open-loop steps with the safeguard are linear too", TwinChange.Method, c => c with { Methods = [new MonotoneFrankWolfe()], Iterations = 5000 }),
        ],
        Remarks = "f* is certified: at a point of the simplex max a_i' M^-1 a_i - 4 bounds f - f* (Kiefer and Wolfowitz 1960). The first 30 steps find the face.",
    };
}
