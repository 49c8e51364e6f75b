namespace TheoryLab.ProofsChecks.Multiobjective;

/// <summary>
/// Problem: L-smooth objectives, convex or not. Guarantee: min over t &lt;= N of G(x_t)^2 at most 2 L min_i (f_i(x_0) - inf f_i)/(N+1). Method: multiobjective steepest
/// descent with step 1/L. Status: upper; of the right order on lifted gradient dips.
/// </summary>
public sealed class MooSteepestDescentNonconvex : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "moo-steepest-descent-nonconvex",
        Topic = "multiobjective",
        Statement = "Multiobjective steepest descent with step 1/L has min over t <= N of G(x_t)^2 at most 2 L min_i (f_i(x_0) - inf f_i)/(N+1).",
        Source = new("Fliege, Vaz and Vicente, Complexity of gradient descent for multiobjective optimization, Optimization Methods and Software 34, 2019", "nonconvex case"),
        Assumptions = "All f_i L-smooth and bounded from below.",
        Kind = ClaimKind.Upper,
        Methods = [new MultipleGradientDescent()],
        Instances =
        [
            new("lifted-gradient-dips", ("steps", "N"), ("spread", "1e-3")),
            new("lifted-gradient-dips", ("steps", "0..200"), ("spread", "0.01..10"), ("objectives", "2..5"), ("offset", "0..3"), ("pull", "0.01..1")),
            new("lifted-quadratic", ("dimension", "2..30"), ("condition", "1..1e6"), ("objectives", "2..5"), ("offset", "0..3"), ("pull", "0.01..1")),
        ],
        Measure = new ParetoGap(),
        Quantity = "best(P)^2",
        Bound = "2*L*fall/(N+1)",
        From = 0,
        Horizons = [2, 5, 20, 100],
        Samples = 15,
        Twins =
        [
            Twin.Constant("1/2"),
            Twin.Order("2 L min_i/(N+1)^1.5", "1/sqrt(N+1)"),
        ],
    };
}
