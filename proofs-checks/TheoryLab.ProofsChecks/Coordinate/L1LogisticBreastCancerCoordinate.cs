namespace TheoryLab.ProofsChecks.Coordinate;

/// <summary>
/// Problem: l1-logistic regression on the breast cancer data (569 x 30, standardised). Guarantee:
/// F(x_{k+1}) - F* at most (1 - mu/(n L)) (F(x_k) - F*). Method: coordinate descent, Gauss-Southwell-q rule, curvature L. Status: upper bound, real data.
/// </summary>
public sealed class L1LogisticBreastCancerCoordinate : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "l1-logistic-breast-cancer-coordinate",
        Topic = "block-coordinate-descent",
        Statement = "On l1-logistic regression on the breast cancer data (569 x 30, standardised) proximal coordinate descent by the Gauss-Southwell-q rule has F(x_{k+1}) - F* at most (1 - mu/(n L)) (F(x_k) - F*).",
        Source = new("Nutini, Schmidt, Laradji, Friedlander and Koepke, Coordinate descent converges faster with the Gauss-Southwell rule than random selection, ICML 2015; Karimireddy et al., AISTATS 2019", "Gauss-Southwell-q rule"),
        Assumptions = "L from a completed Cholesky factorisation; mu from one as well, or the weight of the quadratic penalty; x* on its support in double-doubles with an accuracy that a subgradient proves.",
        Kind = ClaimKind.Step,
        Methods = [new CoordinateDescent(CoordinateRule.GaussSouthwellQuadratic, CoordinateStep.Whole)],
        Instances =
        [
            new("l1-logistic", ("data", "breast-cancer"), ("penalty", "0.01"), ("regularization", "0.01")),
        ],
        Measure = new PrimalGap(),
        Bound = "(1-mu/(n*L))*prev(h)",
        Iterations = 150,
        Twins = [Twin.Constant("1 - 100 mu/(n L)", "(1-100*mu/(n*L))/(1-mu/(n*L))")],
        Remarks = "Real data.",
    };
}
