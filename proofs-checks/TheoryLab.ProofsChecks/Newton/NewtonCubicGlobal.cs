namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: minimise a convex f with an L_H-Lipschitz Hessian. Guarantee: f(x_k) - f* at most 9 L_H D^3/((k+1)(k+2)), D the largest |x_i - x*| before k. Method: cubic
/// regularisation with an exact sub-solver. Status: upper; consistency.
/// </summary>
/// <remarks>
/// f(x_{i+1}) is at most min over y of f(y) + (L_H/3) |y - x_i|^3. Take y = x_i + t (x* - x_i), t = 3/(i+3): h_{i+1} at most (1 - t) h_i + (L_H/3) t^3 D^3. Multiply by
/// (i+1)(i+2)(i+3) and sum: each term adds 9 L_H D^3 (i+1)(i+2)/(i+3)^2, below 9 L_H D^3.
/// </remarks>
public sealed class NewtonCubicGlobal : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "newton-cubic-global",
        Topic = "newton",
        Statement = "Cubic regularisation has f(x_k) - f* at most 9 L_H D^3/((k+1)(k+2)), D the largest distance to x* before k.",
        Source = new("Nesterov and Polyak, Cubic regularization of Newton method and its global performance, Mathematical Programming 108, 2006", "Theorem 4 in order; constant derived beside the claim", "derived"),
        Assumptions = "f convex, Hessian L_H-Lipschitz.",
        Kind = ClaimKind.Upper,
        Methods = [new CubicNewton()],
        Instances =
        [
            new("cubed-chain", ("dimension", "21")),
            new("cubed-model", ("mu", "1e-6"), ("start", "10")),
            new("cubed-model", ("mu", "0.01..100"), ("LH", "0.01..100"), ("share", "0..1"), ("start", "1e-3..1e3")),
        ],
        Measure = new PrimalGap(),
        Bound = "9*LH*largest(r)^3/((k+1)*(k+2))",
        Iterations = 20,
        Samples = 30,
        Twins =
        [
            Twin.Constant("1/100"),
            new("O(k^-4) on all f with Lipschitz Hessians, over chains of 2N + 1", TwinChange.Kind, c => c with { Bound = null, Quantity = "h/(LH*R^3)", Order = new PowerOrder(4), WorstCase = true, Horizons = [4, 6, 9, 13, 19, 28], Instances = [new("cubed-chain", ("dimension", "2*N+1"))] }),
        ],
    };
}
