namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: minimise a convex f with a Hessian that is L-Lipschitz in local norms. Guarantee: |g_{k+1}|*^2 at most 2 beta &lt;g_{k+1}, x_k - x_{k+1}>, in the dual local
/// norm of x_k. Method: root Newton, q = 3. Status: upper; 18/19 of the constant is needed.
/// </summary>
/// <remarks>
/// With r the local length of the step, g_{k+1} + beta H (x_{k+1} - x_k) has dual norm at most L r^2/2, and L r^2/2 is at most beta r/18 because L r is at most L lambda =
/// beta^2/9 times 1/(1 + beta). Squared: |g|*^2 - 2 beta &lt;g, x_k - x_{k+1}> + beta^2 r^2 is at most beta^2 r^2/324.
/// </remarks>
public sealed class NewtonRnStep3 : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "newton-rn-step-3",
        Topic = "newton",
        Statement = "For q = 3, a root Newton step has <g(x_{k+1}), x_k - x_{k+1}> at least |g(x_{k+1})|*^2/(2 beta), which by convexity f falls by.",
        Source = new("Hanzely, Abdukhakimov and Takac, Damped Newton method with near-optimal global O(k^-3) convergence rate, 2024", "one-step inequality; derivation beside the claim", "derived"),
        Assumptions = "f convex, Hessian L-Lipschitz in local norms.",
        Kind = ClaimKind.Step,
        Methods = [new RootNewton()],
        Instances =
        [
            new("cubic-local-model", ("L", "1"), ("slope", "10"), ("bend", "down")),
            new("cubic-local-model", ("L", "1e-2..1e2"), ("slope", "1e-4..1e4"), ("bend", "down")),
            new("cubic-local-model", ("L", "1e-2..1e2"), ("slope", "1e-4..1e4")),
        ],
        Measure = new CarriedGradientNorm(),
        Quantity = "gd^2",
        Bound = "2*3*sqrt(L3*prev(lambda))*gs",
        OneStep = true,
        Samples = 50,
        Twins =
        [
            Twin.Constant("the constant doubled: |g|*^2/beta", "1/2"),
            Twin.Order("beta^2 in place of beta", "3*sqrt(L3*prev(lambda))"),
        ],
    };
}
