namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: regularised logistic regression on the breast-cancer data. Guarantee: f(x_k) - f* at most 9 L_H D^3/((k+1)(k+2)). Method: cubic regularisation.
/// Status: consistency.
/// </summary>
public sealed class LogisticBreastCancerCubicNewton : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "logistic-breast-cancer-cubic-newton",
        Topic = "newton",
        Statement = "On regularised logistic regression (breast-cancer), cubic regularisation has f(x_k) - f* at most 9 L_H D^3/((k+1)(k+2)).",
        Source = new("Nesterov and Polyak, Cubic regularization of Newton method and its global performance, Mathematical Programming 108, 2006", "as newton-cubic-global", "derived"),
        Assumptions = "f convex with the constants that the family derives from the data.",
        Kind = ClaimKind.Upper,
        Methods = [new CubicNewton()],
        Instances = [new("logistic-regression", ("data", "breast-cancer"))],
        Measure = new PrimalGap(),
        Bound = "9*LH*largest(r)^3/((k+1)*(k+2))",
        Iterations = 20,
        Twins =
        [
            Twin.Constant("1/10000"),
        ],
    };
}
