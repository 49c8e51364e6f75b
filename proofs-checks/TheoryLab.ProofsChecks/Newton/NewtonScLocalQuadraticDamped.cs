namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: minimise a self-concordant f. Guarantee: lambda_{k+1} at most 2 lambda_k^2. Method: Newton's with damping 1/(1 + lambda). Status: tight in the limit;
/// on x - log x below 1, lambda_{k+1} = 2 lambda_k^2/(1 + lambda_k).
/// </summary>
public sealed class NewtonScLocalQuadraticDamped : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "newton-sc-local-quadratic-damped",
        Topic = "newton",
        Statement = "On self-concordant f, a damped Newton step gives lambda_{k+1} at most 2 lambda_k^2.",
        Source = new("Nesterov and Nemirovskii, Interior-point polynomial algorithms in convex programming, 1994; Nesterov, Lectures on Convex Optimization, 2018, chapter 5", "local convergence of the damped method"),
        Assumptions = "f standard self-concordant.",
        Kind = ClaimKind.Step,
        Methods = [new DampedNewton()],
        Instances =
        [
            new("logarithm-model", ("start", "0.5")),
            new("logarithm-model", ("start", "0.01..10")),
            new("analytic-centre", ("dimension", "1..10"), ("rows", "0..20"), ("start", "0.01..0.99")),
        ],
        Measure = new NewtonDecrement(),
        Bound = "2*prev(lambda)^2",
        Iterations = 8,
        Samples = 20,
        Twins =
        [
            Twin.Constant("1/2"),
            Twin.Order("order 2.5", "sqrt(prev(lambda))"),
        ],
    };
}
