namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: regularised softmax regression on the wine data, quasi-self-concordant with M. Guarantee: f falls by (3 - e) &lt;h, Hh> + M |g| |h|^2 at least, h the step. Method: Newton's
/// regularised by M |g|. Status: upper; near the minimiser the decrease is &lt;h, Hh>/2.
/// </summary>
/// <remarks>
/// M |h| is at most 1, since h = (H + M |g| I)^-1 g. Then f(x - h) is at most f(x) - &lt;g, h> + (e - 2) &lt;h, Hh>, and &lt;g, h> = &lt;h, Hh> + M |g| |h|^2.
/// </remarks>
public sealed class SoftmaxWineQscNewton : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "softmax-wine-qsc-newton",
        Topic = "newton",
        Statement = "On regularised softmax regression (wine), Newton steps h regularised by M |g| lower f by at least (3 - e) <h, Hh> + M |g| |h|^2.",
        Source = new("Doikov, Minimizing quasi-self-concordant functions by gradient regularization of Newton method, 2023", "one-step inequality; derivation beside the claim", "derived"),
        Assumptions = "f convex, quasi-self-concordant: |D^3 f[u, u, v]| at most M |u|_x^2 |v|.",
        Kind = ClaimKind.Step,
        Methods = [new QuasiSelfConcordantNewton()],
        Instances = [new("softmax-regression", ("data", "wine"))],
        Measure = new PrimalGap(),
        Quantity = "(3-exp(1))*dHd+M*prev(g)*len^2",
        Bound = "prev(h)-h",
        Iterations = 15,
        Samples = 2,
        Twins =
        [
            new("0.6 in place of 3 - e", TwinChange.Constant, c => c with { Quantity = "0.6*dHd+M*prev(g)*len^2" }),
        ],
    };
}
