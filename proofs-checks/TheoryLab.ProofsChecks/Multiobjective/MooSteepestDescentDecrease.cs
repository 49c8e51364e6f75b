namespace TheoryLab.ProofsChecks.Multiobjective;

/// <summary>
/// Problem: L-smooth objectives. Guarantee: each step lowers every objective by at least G(x_k)^2/(2L). Method: multiobjective steepest descent with step 1/L.
/// Status: certificate of one step; attained where h is L u^2/2.
/// </summary>
public sealed class MooSteepestDescentDecrease : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "moo-steepest-descent-decrease",
        Topic = "multiobjective",
        Statement = "Every step of multiobjective steepest descent lowers every objective f_i, and every f_lam, by at least G(x_k)^2/(2L).",
        Source = new("Fliege, Vaz and Vicente, Complexity of gradient descent for multiobjective optimization, Optimization Methods and Software 34, 2019", "descent lemma"),
        Assumptions = "All f_i L-smooth. The weight lam_1 = 1 of the measured scalarisation makes it f_1, others are averages.",
        Kind = ClaimKind.Step,
        Methods = [new MultipleGradientDescent()],
        Instances =
        [
            new("lifted-quadratic", ("dimension", "1"), ("start", "largest"), ("basis", "coordinates")),
            new("lifted-huber", ("tau", "0.01"), ("first", "1"), ("along", "3"), ("pull", "0.1")),
            new("lifted-quadratic", ("dimension", "2..30"), ("condition", "1..1e6"), ("objectives", "2..5"), ("first", "0..1"), ("offset", "0..3"), ("along", "0..3"), ("pull", "0.01..1")),
            new("lifted-gradient-dips", ("steps", "50"), ("first", "0..1"), ("offset", "0..3"), ("along", "0..3"), ("pull", "0.01..1")),
        ],
        Measure = new ParetoGap(),
        Quantity = "prev(P)^2",
        Bound = "2*L*(prev(h)-h)",
        Iterations = 50,
        Samples = 15,
        Twins =
        [
            Twin.Constant("per step G^2/L", "1/2"),
        ],
    };
}
