namespace TheoryLab.ProofsChecks.Multiobjective;

/// <summary>
/// Problem: mu-strongly convex L-smooth objectives. Guarantee: |x_{k+1} - x*| at most sqrt(1 - mu/L) |x_k - x*|, x* the limit of the run. Method: multiobjective
/// steepest descent with step 1/L. Status: upper; 1 - mu/L is reached, a square better.
/// </summary>
public sealed class MooSteepestDescentStronglyConvex : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "moo-steepest-descent-strongly-convex",
        Topic = "multiobjective",
        Statement = "Multiobjective steepest descent with step 1/L on mu-strongly convex objectives has |x_{k+1} - x*| at most sqrt(1 - mu/L) |x_k - x*|, x* the Pareto point to which it converges.",
        Source = new("Fliege, Vaz and Vicente, Complexity of gradient descent for multiobjective optimization, Optimization Methods and Software 34, 2019", "strongly convex case"),
        Assumptions = "w_0 = a lam, so that the limit is (u*, a lam), the minimiser of f_lam.",
        Kind = ClaimKind.Step,
        Methods = [new MultipleGradientDescent()],
        Instances =
        [
            new("lifted-quadratic", ("dimension", "2"), ("condition", "20"), ("start", "smallest"), ("basis", "coordinates")),
            new("lifted-quadratic", ("dimension", "2..30"), ("condition", "2..1e4"), ("objectives", "2..5"), ("first", "0..1")),
            new("lifted-strongly-convex-chain", ("dimension", "2..60"), ("condition", "2..1e3")),
        ],
        Measure = new Distance(),
        Bound = "sqrt(1-mu/L)*prev(r)",
        Iterations = 100,
        Samples = 15,
        Twins =
        [
            Twin.Order("the accelerated factor 1 - sqrt(mu/L)", "(1-sqrt(mu/L))/sqrt(1-mu/L)"),
            Twin.Order("(1 - mu/L)^2, the square of what is reached", "(1-mu/L)^2/sqrt(1-mu/L)"),
        ],
    };
}
