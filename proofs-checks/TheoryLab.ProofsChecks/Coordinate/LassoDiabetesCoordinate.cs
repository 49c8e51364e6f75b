namespace TheoryLab.ProofsChecks.Coordinate;

/// <summary>
/// Problem: the lasso on the diabetes data (442 x 10, standardised). Guarantee:
/// F(x_{k+1}) - F* at most (1 - mu/(n L)) (F(x_k) - F*). Method: coordinate descent, Gauss-Southwell-q rule, curvature L. Status: upper bound, real data.
/// </summary>
public sealed class LassoDiabetesCoordinate : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "lasso-diabetes-coordinate",
        Topic = "block-coordinate-descent",
        Statement = "On the lasso on the diabetes data (442 x 10, standardised) proximal coordinate descent by the Gauss-Southwell-q rule has F(x_{k+1}) - F* at most (1 - mu/(n L)) (F(x_k) - F*).",
        Source = new("Nutini, Schmidt, Laradji, Friedlander and Koepke, Coordinate descent converges faster with the Gauss-Southwell rule than random selection, ICML 2015; Karimireddy et al., AISTATS 2019", "Gauss-Southwell-q rule"),
        Assumptions = "L from a completed Cholesky factorisation; mu from one as well, or the weight of the quadratic penalty; x* on its support in double-doubles with an accuracy that a subgradient proves.",
        Kind = ClaimKind.Step,
        Methods = [new CoordinateDescent(CoordinateRule.GaussSouthwellQuadratic, CoordinateStep.Whole)],
        Instances =
        [
            new("lasso", ("data", "diabetes"), ("penalty", "0.1")),
        ],
        Measure = new PrimalGap(),
        Bound = "(1-mu/(n*L))*prev(h)",
        Iterations = 150,
        Twins = [Twin.Constant("1 - 1500 mu/(n L)", "(1-1500*mu/(n*L))/(1-mu/(n*L))")],
        Remarks = "Real data.",
    };
}
