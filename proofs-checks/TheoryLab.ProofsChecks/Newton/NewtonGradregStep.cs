namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: minimise a convex f with an L_H-Lipschitz Hessian. Guarantee: f falls by (2/3) lam r^2 at least, lam = sqrt(L_H |g|/2) and r the length of the step. Method:
/// gradient-regularised Newton. Status: tight; attained in the limit where the curvature grows from zero.
/// </summary>
/// <remarks>
/// With h the step, &lt;g, h> = -&lt;h, Hh> - lam r^2: f falls by &lt;h, Hh>/2 + lam r^2 - L_H r^3/6 at least. L_H r is at most L_H |g|/lam = 2 lam, and the last term at most
/// lam r^2/3.
/// </remarks>
public sealed class NewtonGradregStep : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "newton-gradreg-step",
        Topic = "newton",
        Statement = "A gradient-regularised Newton step of length r lowers f by at least (2/3) lam r^2, lam = sqrt(L_H |g|/2).",
        Source = new("Mishchenko, Regularized Newton method with global O(1/k^2) convergence, SIAM Journal on Optimization 33, 2023", "one-step lemma; derivation beside the claim", "derived"),
        Assumptions = "f convex, Hessian L_H-Lipschitz.",
        Kind = ClaimKind.Step,
        Methods = [new GradientRegularizedNewton()],
        Instances =
        [
            new("cubic-local-model", ("curvature", "1e-6")),
            new("cubic-local-model", ("L", "1e-2..1e2"), ("slope", "1e-3..1e3"), ("curvature", "1e-6..100")),
            new("cubed-model", ("mu", "0.01..100"), ("LH", "0.01..100"), ("share", "0..1"), ("start", "1e-3..1e3")),
        ],
        Measure = new StepLength(),
        Quantity = "2/3*sqrt(LH/2*prev(g))*len^2",
        Bound = "prev(h)-h",
        Iterations = 6,
        Samples = 20,
        Twins =
        [
            Twin.Constant("1.1 lam r^2", "1/1.65"),
        ],
    };
}
