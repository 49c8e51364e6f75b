namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: minimise a convex f with a Hessian that is L-Lipschitz in local norms. Guarantee: f(x_k) - f* at most 9 L D (8 D/k)^2 + lambda_0 D exp(-k/4), D the largest
/// |x_i - x*| in local norms. Method: root Newton, q = 3. Status: upper; consistency.
/// </summary>
public sealed class NewtonRnGlobal3 : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "newton-rn-global-3",
        Topic = "newton",
        Statement = "For q = 3, root Newton has f(x_k) - f* at most 9 L D (8 D/k)^2 + lambda_0 D exp(-k/4), D the largest local norm of x_i - x* before k.",
        Source = new("Hanzely, Abdukhakimov and Takac, Damped Newton method with near-optimal global O(k^-3) convergence rate, 2024", "global theorem with gamma = 1, as a published summary gives it", "verified numerically"),
        Assumptions = "f convex, Hessian L-Lipschitz in local norms; gamma = 1.",
        Kind = ClaimKind.Upper,
        Methods = [new RootNewton()],
        Instances =
        [
            new("cubed-model", ("LH", "0.03"), ("start", "0.3")),
            new("cubed-model", ("LH", "1e-2..1e4"), ("share", "0..1"), ("start", "1e-2..1e3")),
        ],
        Measure = new PrimalGap(),
        Bound = "9*L3*largest(rx)*(8*largest(rx)/k)^2+largest(lambda)*largest(rx)*exp(-k/4)",
        Iterations = 40,
        Samples = 30,
        Twins =
        [
            Twin.Constant("1/300"),
        ],
        Remarks = "largest(lambda) is lambda_0 here. No fixed instance shows the order k^-2, since the method turns superlinear; leaving out the exponential term is not refuted for q = 3.",
    };
}
