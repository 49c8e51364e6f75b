namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: minimise a self-concordant f. Guarantee: a step lowers f by at least lambda - log(1 + lambda). Method: Newton's with damping 1/(1 + lambda).
/// Status: tight; equality on x - log x at every x above 1, where one step ends on the minimiser.
/// </summary>
public sealed class NewtonScDampedDecrease : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "newton-sc-damped-decrease",
        Topic = "newton",
        Statement = "On self-concordant f, a damped Newton step lowers f by at least omega(lambda) = lambda - log(1 + lambda), lambda the Newton decrement.",
        Source = new("Nesterov and Nemirovskii, Interior-point polynomial algorithms in convex programming, 1994; Nesterov, Lectures on Convex Optimization, 2018, chapter 5", "damped Newton step"),
        Assumptions = "f standard self-concordant, Hessian positive definite.",
        Kind = ClaimKind.Step,
        Methods = [new DampedNewton()],
        Instances =
        [
            new("logarithm-model", ("start", "3")),
            new("logarithm-model", ("start", "1.01..1000")),
            new("analytic-centre", ("dimension", "1..10"), ("rows", "0..20"), ("start", "0.01..0.999")),
        ],
        Measure = new PrimalGap(),
        Quantity = "prev(lambda)-log(1+prev(lambda))",
        Bound = "prev(h)-h",
        Iterations = 15,
        Samples = 20,
        Twins =
        [
            Twin.Constant("1.01 omega(lambda)", "1/1.01"),
            new("lambda^2/2", TwinChange.Order, c => c with { Quantity = "prev(lambda)^2/2" }),
        ],
        Remarks = "At most h_0/omega(b) steps have a decrement above b. The two sides are compared until their difference drowns in the rounding of double-doubles.",
    };
}
