namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: minimise a convex f with a Hessian that is L-Lipschitz in local norms, 9 L at least 1. Guarantee: f falls by |g_{k+1}|*^2/(12 sqrt(L lambda)) at least. Method: root
/// Newton with backtracking, which is not told L. Status: upper; consistency.
/// </summary>
/// <remarks>
/// The inequality that is tested holds for every sigma of at least 3 sqrt L, by the analysis of the schedule. Doubling starts at 1 or at half of an accepted sigma, hence ends
/// below 6 sqrt L where 1 is below 3 sqrt L; convexity turns the inner product into a decrease.
/// </remarks>
public sealed class NewtonRnBacktrackingStep : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "newton-rn-backtracking-step",
        Topic = "newton",
        Statement = "Root Newton with backtracking, q = 3, lowers f by at least |g(x_{k+1})|*^2/(4 beta), beta = 3 sqrt(L lambda), where 9 L is at least 1, without being told L.",
        Source = new("Hanzely, Abdukhakimov and Takac, Damped Newton method with near-optimal global O(k^-3) convergence rate, 2024", "variant with backtracking; derivation beside the claim", "derived"),
        Assumptions = "f convex, Hessian L-Lipschitz in local norms, L at least 1/9.",
        Kind = ClaimKind.Step,
        Methods = [new RootNewtonBacktracking()],
        Instances =
        [
            new("cubed-model", ("LH", "1"), ("start", "1000")),
            new("cubed-model", ("LH", "1..1e4"), ("share", "0.5..1"), ("start", "1e-3..1e3")),
        ],
        Measure = new CarriedGradientNorm(),
        Quantity = "gd^2",
        Bound = "4*3*sqrt(L3*prev(lambda))*(prev(h)-h)",
        Iterations = 12,
        Samples = 30,
        Twins =
        [
            Twin.Constant("1/16"),
        ],
    };
}
