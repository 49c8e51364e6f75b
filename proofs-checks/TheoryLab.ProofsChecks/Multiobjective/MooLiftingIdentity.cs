namespace TheoryLab.ProofsChecks.Multiobjective;

/// <summary>
/// Problem: a function h lifted to m objectives. Identity: G(u, w) = |grad h(u)| where w is in the simplex a conv{e_i}. Method: any that keeps w there.
/// Status: exact.
/// </summary>
/// <remarks>
/// Derivation: sum lam_i grad f_i = (grad h(u), p (w - a lam)), and for w = a lam the second part vanishes; g is the norm of the gradient of f_lam, which is
/// |grad h(u)| there.
/// </remarks>
public sealed class MooLiftingIdentity : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "moo-lifting-identity",
        Topic = "multiobjective",
        Statement = "For f_i(u, w) = h(u) + (p/2)|w - a e_i|^2 the Pareto-stationarity gap is |grad h(u)| as long as w is a convex combination of the a e_i.",
        Source = new("Complexity bounds for smooth convex multiobjective optimization, 2025", "idea; form derived", "derived"),
        Assumptions = "w_0 = a lam, from where gradient methods on f_lam and multiobjective steepest descent do not move w.",
        Kind = ClaimKind.Identity,
        Methods = [new GradientDescent(), new MultipleGradientDescent(), new OptimizedGradient()],
        Instances =
        [
            new("lifted-convex-chain", ("dimension", "41")),
            new("lifted-huber", ("tau", "0.01"), ("first", "0.8"), ("spread", "10")),
            new("lifted-strongly-convex-chain", ("dimension", "40"), ("objectives", "5"), ("first", "0.3")),
            new("lifted-quadratic", ("dimension", "2..20"), ("condition", "1..1e4"), ("objectives", "2..8"), ("first", "0.1..0.9"), ("spread", "0.1..10")),
        ],
        Measure = new ParetoGap(),
        Bound = "g",
        From = 0,
        Iterations = 200,
        Samples = 10,
        Twins =
        [
            Twin.Constant("1.000001"),
            new("w outside the simplex", TwinChange.Instance, c => c with { Instances = [new("lifted-convex-chain", ("dimension", "41"), ("pull", "0.5"), ("along", "2"))] }),
        ],
    };
}
