namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: regularised logistic regression on the breast-cancer data. Guarantee: a step of length r lowers f by (2/3) lam r^2 at least. Method: gradient-regularised Newton.
/// Status: consistency.
/// </summary>
public sealed class LogisticBreastCancerGradregStep : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "logistic-breast-cancer-gradreg-step",
        Topic = "newton",
        Statement = "On regularised logistic regression (breast-cancer), gradient-regularised Newton steps of length r lower f by at least (2/3) lam r^2.",
        Source = new("Mishchenko, Regularized Newton method with global O(1/k^2) convergence, SIAM Journal on Optimization 33, 2023", "as newton-gradreg-step", "derived"),
        Assumptions = "f convex with the constants that the family derives from the data.",
        Kind = ClaimKind.Step,
        Methods = [new GradientRegularizedNewton()],
        Instances = [new("logistic-regression", ("data", "breast-cancer"))],
        Measure = new StepLength(),
        Quantity = "2/3*sqrt(LH/2*prev(g))*len^2",
        Bound = "prev(h)-h",
        Iterations = 12,
        Twins =
        [
            Twin.Constant("1/2"),
        ],
    };
}
