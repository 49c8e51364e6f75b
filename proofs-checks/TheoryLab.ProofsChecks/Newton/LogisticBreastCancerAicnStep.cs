namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: regularised logistic regression on the breast-cancer data. Guarantee: a step lowers f by alpha (4 - alpha) lambda^2/6 at least. Method: affine-invariant cubic Newton.
/// Status: consistency.
/// </summary>
public sealed class LogisticBreastCancerAicnStep : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "logistic-breast-cancer-aicn-step",
        Topic = "newton",
        Statement = "On regularised logistic regression (breast-cancer), affine-invariant cubic Newton steps lower f by at least alpha (4 - alpha) lambda^2/6.",
        Source = new("Hanzely, Kamzolov, Pasechnyuk, Gasnikov, Richtarik and Takac, A damped Newton method achieves global O(1/k^2) and local quadratic convergence rate, NeurIPS 2022", "as newton-aicn-step", "derived"),
        Assumptions = "f convex with the constants that the family derives from the data.",
        Kind = ClaimKind.Step,
        Methods = [new AffineInvariantCubicNewton()],
        Instances = [new("logistic-regression", ("data", "breast-cancer"), ("regularization", "0.1"))],
        Measure = new PrimalGap(),
        Quantity = "(2/(1+sqrt(1+2*Lsemi*prev(lambda))))*(4-2/(1+sqrt(1+2*Lsemi*prev(lambda))))*prev(lambda)^2/6",
        Bound = "prev(h)-h",
        Iterations = 10,
        Twins =
        [
            Twin.Constant("1/2"),
        ],
    };
}
