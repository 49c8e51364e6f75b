namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: regularised logistic regression on the breast-cancer data. Guarantee: the gap falls by the factor 1 - 1/(2 + M D) at least, D the largest distance to x*. Method:
/// Newton's regularised by M |g|. Status: upper; consistency.
/// </summary>
public sealed class NewtonQscGradregLinearBreastCancer : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "newton-qsc-gradreg-linear-breast-cancer",
        Topic = "newton",
        Statement = "On regularised logistic regression (breast-cancer), Newton steps regularised by M |g| have h_{k+1} at most (1 - 1/(2 + M D)) h_k, D the largest distance to x* before k.",
        Source = new("Doikov, Minimizing quasi-self-concordant functions by gradient regularization of Newton method, 2023", "linear rate with O(M D) steps; constant observed", "verified numerically"),
        Assumptions = "f convex, quasi-self-concordant with constant M.",
        Kind = ClaimKind.Step,
        Methods = [new QuasiSelfConcordantNewton()],
        Instances =
        [
            new("logistic-regression", ("data", "breast-cancer"), ("regularization", "1e-4")),
            new("logistic-regression", ("data", "breast-cancer"), ("regularization", "1e-2"), ("start", "100")),
        ],
        Measure = new PrimalGap(),
        Quantity = "prev(h)/(2+M*largest(r))",
        Bound = "prev(h)-h",
        Iterations = 40,
        Twins =
        [
            Twin.Order("independent of M D: a tenth of the gap", "10/(2+M*largest(r))"),
        ],
    };
}
