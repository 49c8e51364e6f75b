namespace TheoryLab.ProofsChecks.Coordinate;

/// <summary>
/// Problem: quadratics, muGSL-strongly convex in the norm sum sqrt(L_i) |x_i|. Guarantee: h_{k+1} at most (1 - muGSL) h_k. Method: coordinate
/// descent, the largest |grad_i f|/sqrt(L_i), steps 1/L_i. Status: attained in one step on diagonal matrices.
/// </summary>
public sealed class BcdGaussSouthwellLipschitz : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "bcd-gauss-southwell-lipschitz",
        Topic = "block-coordinate-descent",
        Statement = "Coordinate descent by the Gauss-Southwell-Lipschitz rule with steps 1/L_i has h_{k+1} at most (1 - muGSL) h_k.",
        Source = new("Nutini, Schmidt, Laradji, Friedlander and Koepke, Coordinate descent converges faster with the Gauss-Southwell rule than random selection, ICML 2015", "Gauss-Southwell-Lipschitz rule"),
        Assumptions = "f quadratic, muGSL-strongly convex in sum sqrt(L_i) |x_i|: the largest (D s)'A^-1 (D s), D = diag sqrt(L_i), over all sign vectors s.",
        Kind = ClaimKind.Step,
        Methods = [new CoordinateDescent(CoordinateRule.GaussSouthwellLipschitz)],
        Instances =
        [
            new("coupled-quadratic", ("matrix", "diagonal"), ("order", "one-two-five"), ("dimension", "4"), ("start", "equal-scaled")),
            new("coupled-quadratic", ("matrix", "diagonal"), ("order", "one-two-five"), ("dimension", "4"), ("start", "equal-slopes")),
            new("coupled-quadratic", ("dimension", "4..12"), ("spread", "1..100")),
        ],
        Measure = new PrimalGap(),
        Bound = "(1-muGSL)*prev(h)",
        Iterations = 40,
        Samples = 15,
        Twins =
        [
            Twin.Constant("1 - muL", "(1-min(muL,1))/(1-muGSL)"),
            Twin.Constant("0.99"),
            new("the Gauss-Southwell rule with steps 1/max L_i is never worse", TwinChange.Method, c => c with
            {
                Methods = [new CoordinateDescent(CoordinateRule.GaussSouthwell, CoordinateStep.Largest)],
            }),
        ],
    };
}
