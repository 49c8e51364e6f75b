namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: minimise a convex f with an L_H-Lipschitz Hessian. Guarantee: |g_{k+1}| at most 2 lam r, lam = sqrt(L_H |g_k|/2) and r the length of the step. Method:
/// gradient-regularised Newton. Status: upper; consistency.
/// </summary>
/// <remarks>
/// g_{k+1} differs from g + Hh = -lam h by at most L_H r^2/2, and L_H r is at most 2 lam.
/// </remarks>
public sealed class NewtonGradregStepGradient : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "newton-gradreg-step-gradient",
        Topic = "newton",
        Statement = "A gradient-regularised Newton step of length r leaves a gradient of at most 2 lam r, lam = sqrt(L_H |g|/2).",
        Source = new("Mishchenko, Regularized Newton method with global O(1/k^2) convergence, SIAM Journal on Optimization 33, 2023", "one-step lemma; derivation beside the claim", "derived"),
        Assumptions = "f convex, Hessian L_H-Lipschitz.",
        Kind = ClaimKind.Step,
        Methods = [new GradientRegularizedNewton()],
        Instances =
        [
            new("cubic-local-model", ("slope", "0.5"), ("bend", "down")),
            new("cubic-local-model", ("L", "1e-2..1e2"), ("slope", "1e-3..1e3"), ("curvature", "1e-6..100"), ("bend", "down")),
            new("cubed-model", ("mu", "0.01..100"), ("LH", "0.01..100"), ("share", "0..1"), ("start", "1e-3..1e3")),
        ],
        Measure = new GradientNorm(),
        Bound = "2*sqrt(LH/2*prev(g))*len",
        Iterations = 6,
        Samples = 20,
        Twins =
        [
            Twin.Constant("1/2"),
            Twin.Order("2 lam r^1.5", "sqrt(len)"),
        ],
    };
}
