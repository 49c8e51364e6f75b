namespace TheoryLab.ProofsChecks.Multiobjective;

/// <summary>
/// Problem: L-smooth convex objectives. Guarantee: the merit u_0(x_N) = sup_y min_i (f_i(x_N) - f_i(y)) is at most L D^2/(2N), D the largest distance of x_0 from
/// the Pareto set. Method: multiobjective steepest descent with step 1/L. Status: upper; half of it is reached as the spread vanishes.
/// </summary>
/// <remarks>
/// On lifted functions the merit is h(u) - h* + (p/2) dist(w, a conv{e_i})^2: see LiftedFamily. With w_0 in the simplex the method is gradient descent in u, so that
/// on the first instance u_0(x_N) = L R^2/(4N+2) with R^2 = D^2 up to the spread.
/// </remarks>
public sealed class MooSteepestDescentConvexMerit : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "moo-steepest-descent-convex-merit",
        Topic = "multiobjective",
        Statement = "Multiobjective steepest descent with step 1/L has sup_y min_i (f_i(x_N) - f_i(y)) at most L D^2/(2N), D the largest distance of x_0 from a weakly Pareto optimal point of its level set.",
        Source = new("Tanabe, Fukuda and Yamashita, An accelerated proximal gradient method for multiobjective optimization, Computational Optimization and Applications 86, 2023", "unaccelerated case"),
        Assumptions = "f_i convex and L-smooth. D is bounded by the largest distance from (u*, a e_i), which is more than the level set asks for.",
        Kind = ClaimKind.Upper,
        Methods = [new MultipleGradientDescent()],
        Instances =
        [
            new("lifted-huber", ("tau", "1/(2*N+1)"), ("spread", "1e-3")),
            new("lifted-huber", ("tau", "1e-4..1"), ("spread", "0.01..10"), ("first", "0..1"), ("offset", "0..3"), ("along", "0..3"), ("pull", "0.01..1")),
            new("lifted-quadratic", ("dimension", "2..30"), ("condition", "1..1e6"), ("objectives", "2..5"), ("first", "0..1"), ("offset", "0..3"), ("along", "0..3"), ("pull", "0.01..1")),
        ],
        Measure = new ParetoMerit(),
        Bound = "L*reach^2/(2*N)",
        Horizons = [1, 2, 5, 20, 100],
        Samples = 15,
        Twins =
        [
            Twin.Order("L D^2/(2 N^1.5)", "1/sqrt(N)"),
            Twin.Constant("L D^2/(4N + 4)", "N/(2*N+2)"),
        ],
        Remarks = "The bound 2 L D^2/(N+1)^2 of the accelerated proximal method is not checked here.",
    };
}
