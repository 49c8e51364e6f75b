namespace TheoryLab.ProofsChecks.FrankWolfe;

/// <summary>
/// Problem: |x|^2 on the simplex. Identity: f(x_k) = 1/(k+1) for k below n. Method: Frank-Wolfe with the short step, which is exact line
/// search here. Status: exact.
/// </summary>
public sealed class FwSimplexIdentity : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "fw-simplex-identity",
        Topic = "frank-wolfe",
        Statement = "On |x|^2 over the simplex, Frank-Wolfe with exact line search averages k+1 vertices: f(x_k) = 1/(k+1) for every k below n.",
        Source = new("Jaggi, Revisiting Frank-Wolfe, ICML 2013; by induction x_k is the uniform average of e_1, ..., e_{k+1}", "derivation beside the claim", "derived"),
        Assumptions = "x_0 = e_1, ties to the lowest index, k below n.",
        Kind = ClaimKind.Identity,
        Methods = [new FrankWolfeShortStep()],
        Instances = [new("simplex-norm", ("dimension", "N+1")), new("simplex-norm", ("dimension", "2*N")), new("simplex-norm", ("dimension", "3*N+7"))],
        Measure = new ObjectiveValue(),
        Bound = "1/(k+1)",
        From = 0,
        Iterations = 200,
        Samples = 5,
        Twins =
        [
            new("open-loop steps satisfy it too", TwinChange.Method, c => c with { Methods = [new Solvers.FrankWolfe()] }),
            Twin.Constant("1/(k+2)", "(k+1)/(k+2)"),
        ],
    };
}
