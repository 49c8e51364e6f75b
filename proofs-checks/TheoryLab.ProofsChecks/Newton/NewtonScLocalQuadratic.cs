namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: minimise a self-concordant f from where the decrement is below 1. Guarantee: lambda_{k+1} at most (lambda_k/(1 - lambda_k))^2. Method: Newton's
/// with full steps. Status: tight in the limit; on x - log x lambda_{k+1} = lambda_k^2.
/// </summary>
public sealed class NewtonScLocalQuadratic : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "newton-sc-local-quadratic",
        Topic = "newton",
        Statement = "On self-concordant f with lambda_k below 1, a full Newton step gives lambda_{k+1} at most (lambda_k/(1 - lambda_k))^2.",
        Source = new("Nesterov and Nemirovskii, Interior-point polynomial algorithms in convex programming, 1994; Nesterov, Lectures on Convex Optimization, 2018, chapter 5", "local convergence"),
        Assumptions = "f standard self-concordant, lambda_k below 1; where it is not, the bound is infinite.",
        Kind = ClaimKind.Step,
        Methods = [new FullNewton()],
        Instances =
        [
            new("logarithm-model", ("start", "1.5")),
            new("logarithm-model", ("start", "0.1..1.9")),
            new("analytic-centre", ("dimension", "1..10"), ("rows", "0..20"), ("start", "0.001..0.3")),
        ],
        Measure = new NewtonDecrement(),
        Bound = "(prev(lambda)/max(0,1-prev(lambda)))^2",
        Iterations = 8,
        Samples = 20,
        Twins =
        [
            Twin.Constant("1/2"),
            Twin.Constant("lambda_{k+1} at most lambda_k^2/2", "(1-prev(lambda))^2/2"),
            Twin.Order("order 2.5", "sqrt(prev(lambda))"),
        ],
    };
}
