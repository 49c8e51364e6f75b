namespace TheoryLab.ProofsChecks.FrankWolfe;

/// <summary>
/// Problem: |x|^2 on the simplex. Guarantee: any method whose x_k is a convex combination of at most k+1 vertices has f(x_k) at least 1/(k+1).
/// Method: all of them. Status: lower bound, attained with equality by exact line search.
/// </summary>
public sealed class FwSimplexSparsityLower : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "fw-simplex-sparsity-lower",
        Topic = "frank-wolfe",
        Statement = "On |x|^2 over the simplex, every method that adds one vertex per step has f(x_k) at least 1/(k+1), for k below n.",
        Source = new("Jaggi, Revisiting Frank-Wolfe, ICML 2013; Lan 2013", "Lemma 3"),
        Assumptions = "x_0 a vertex; x_k a convex combination of at most k+1 vertices.",
        Kind = ClaimKind.Lower,
        Methods = [new FrankWolfeShortStep(), new Solvers.FrankWolfe(), new Solvers.FrankWolfe(4)],
        ClassOptimum = "The minimum of |x|^2 over a face with m vertices is 1/m (Cauchy-Schwarz); exact line search, which the short step is here, attains it at every k.",
        Instances = [new("simplex-norm", ("dimension", "2*(N+1)")), new("simplex-norm", ("dimension", "201..600"))],
        Measure = new ObjectiveValue(),
        Bound = "1/(k+1)",
        Iterations = 200,
        Samples = 5,
        Twins =
        [
            Twin.Constant("2"),
            Twin.Order("f(x_k) at least (k+1)^-0.5", "sqrt(k+1)"),
            new("h_k = O(k^-1.5): at most 2 L D^2/(k+2)^1.5", TwinChange.Kind, c => c with
            {
                Kind = ClaimKind.Upper,
                Measure = new PrimalGap(),
                Bound = "2*L*D^2/(k+2)^1.5",
            }),
        ],
    };
}
