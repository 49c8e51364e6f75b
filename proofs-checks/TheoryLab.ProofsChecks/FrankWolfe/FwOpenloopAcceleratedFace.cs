namespace TheoryLab.ProofsChecks.FrankWolfe;

/// <summary>
/// Problem: strongly convex quadratics whose optimum lies in the relative interior of a face. Guarantee: O(k^-2). Method: open-loop Frank-Wolfe
/// with step l/(k+l), l = 2 and 4. Status: order attained.
/// </summary>
public sealed class FwOpenloopAcceleratedFace : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "fw-openloop-accelerated-face",
        Topic = "frank-wolfe",
        Statement = "With the optimum in the relative interior of a face, open-loop Frank-Wolfe has a primal gap of O(k^-2), where line search is stuck at 1/k.",
        Source = new("Wirth, Kerdreux and Pokutta, Acceleration of Frank-Wolfe algorithms with open-loop step-sizes, AISTATS 2023", "Theorem 3.6 for l of at least 4; l = 2 as measured here", "verified numerically"),
        Assumptions = "f strongly convex, polytope, optimum in the relative interior of a face, gradient strictly positive off the face.",
        Kind = ClaimKind.Upper,
        Methods = [new Solvers.FrankWolfe(), new Solvers.FrankWolfe(4)],
        Instances =
        [
            new("wolfe-triangle"),
            new("truncated-pyramid"),
        ],
        Measure = new PrimalGap(),
        Order = new PowerOrder(2),
        From = 10,
        Iterations = 20_000,
        Twins =
        [
            Twin.Exponent(0.5),
            new("line search is as fast", TwinChange.Method, c => c with { Methods = [new FrankWolfeShortStep()] }),
        ],
        Remarks = "On the triangle the first step discards x_0 and the rest happens on the optimal edge; on the truncated pyramid vertices off the optimal triangle are selected at first. Separable quadratics over the simplex would not do: there no vertex off the optimal face is ever selected, and where the weights of x* are random k^2 h_k wanders so much that fits cannot tell it from a logarithm.",
    };
}
