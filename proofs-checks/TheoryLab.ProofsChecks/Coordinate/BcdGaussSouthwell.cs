namespace TheoryLab.ProofsChecks.Coordinate;

/// <summary>
/// Problem: quadratics, mu1-strongly convex in the 1-norm. Guarantee: h_{k+1} at most (1 - mu1/max L_i) h_k. Method: coordinate descent, the
/// coordinate of the largest partial derivative, steps 1/max L_i. Status: attained in one step on diagonal matrices.
/// </summary>
public sealed class BcdGaussSouthwell : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "bcd-gauss-southwell",
        Topic = "block-coordinate-descent",
        Statement = "Coordinate descent by the Gauss-Southwell rule with steps 1/max L_i has h_{k+1} at most (1 - mu1/max L_i) h_k.",
        Source = new("Nutini, Schmidt, Laradji, Friedlander and Koepke, Coordinate descent converges faster with the Gauss-Southwell rule than random selection, ICML 2015", "rate in the 1-norm"),
        Assumptions = "f quadratic, mu1-strongly convex in the 1-norm: 1/mu1 = max s'A^-1 s over sign vectors, all of which are tried.",
        Kind = ClaimKind.Step,
        Methods = [new CoordinateDescent(CoordinateRule.GaussSouthwell, CoordinateStep.Largest)],
        Instances =
        [
            new("coupled-quadratic", ("matrix", "diagonal"), ("order", "one-two-five"), ("dimension", "4"), ("start", "equal-slopes")),
            new("coupled-quadratic", ("matrix", "identity"), ("dimension", "4"), ("start", "ones")),
            new("coupled-quadratic", ("dimension", "4..12"), ("spread", "1..100")),
        ],
        Measure = new PrimalGap(),
        Bound = "(1-mu1/Lmax)*prev(h)",
        Iterations = 60,
        Samples = 15,
        Twins =
        [
            Twin.Constant("1 - 2 mu1/max L_i", "(1-2*mu1/Lmax)/(1-mu1/Lmax)"),
            Twin.Constant("the rate of gradient descent, 1 - mu/max L_i", "(1-mu/Lmax)/(1-mu1/Lmax)"),
            Twin.Constant("0.99"),
        ],
        Remarks = "In the instance all partial derivatives are equal but for 2^-30, which makes the coordinate of the largest L_i win the tie.",
    };
}
