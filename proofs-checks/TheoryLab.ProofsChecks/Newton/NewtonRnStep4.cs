namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: minimise a convex f with a third derivative that is L-Lipschitz in local norms. Guarantee: |g_{k+1}|*^2 at most 2 beta &lt;g_{k+1}, x_k - x_{k+1}>, in the dual
/// local norm of x_k. Method: root Newton, q = 4. Status: upper; 0.9 of the constant is needed.
/// </summary>
public sealed class NewtonRnStep4 : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "newton-rn-step-4",
        Topic = "newton",
        Statement = "For q = 4, a root Newton step has <g(x_{k+1}), x_k - x_{k+1}> at least |g(x_{k+1})|*^2/(2 beta), which by convexity f falls by.",
        Source = new("Hanzely, Abdukhakimov and Takac, Damped Newton method with near-optimal global O(k^-3) convergence rate, 2024", "one-step inequality"),
        Assumptions = "f convex, third derivative L-Lipschitz in local norms.",
        Kind = ClaimKind.Step,
        Methods = [new RootNewton(4)],
        Instances =
        [
            new("quartic-local-model", ("L", "0.1"), ("bend", "-1")),
            new("quartic-local-model", ("L", "1e-2..1e2"), ("bend", "-1..1"), ("minimizer", "1e-4..1e3")),
        ],
        Measure = new CarriedGradientNorm(),
        Quantity = "gd^2",
        Bound = "2*(9*L4*prev(lambda)^2)^(1/3)*gs",
        OneStep = true,
        Samples = 50,
        Twins =
        [
            Twin.Constant("the constant doubled: |g|*^2/beta", "1/2"),
            Twin.Order("beta^2 in place of beta", "(9*L4*prev(lambda)^2)^(1/3)"),
        ],
    };
}
