namespace TheoryLab.ProofsChecks.Multiobjective;

/// <summary>
/// Problem: squared and logistic loss of one linear classifier on the breast-cancer data (569 x 30, standardised). Guarantee: each step lowers every
/// f_lam by at least G(x_k)^2/(2L). Method: multiobjective steepest descent with step 1/L. Status: certificate of one step, on real data.
/// </summary>
public sealed class MooBreastCancerDecrease : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "moo-breast-cancer-decrease",
        Topic = "multiobjective",
        Statement = "On the squared and the logistic loss of the breast-cancer data every step of multiobjective steepest descent lowers both by at least G(x_k)^2/(2L).",
        Source = new("Fliege, Vaz and Vicente, Complexity of gradient descent for multiobjective optimization, Optimization Methods and Software 34, 2019", "descent lemma"),
        Assumptions = "Both objectives L-smooth; the measured scalarisations are f_1, f_2 and their mean.",
        Kind = ClaimKind.Step,
        Methods = [new MultipleGradientDescent()],
        Instances = [new("two-losses", ("first", "1")), new("two-losses", ("first", "0")), new("two-losses")],
        Measure = new ParetoGap(),
        Quantity = "prev(P)^2",
        Bound = "2*L*(prev(h)-h)",
        Iterations = 300,
        Twins = [Twin.Constant("per step G^2/L", "1/2")],
    };
}
