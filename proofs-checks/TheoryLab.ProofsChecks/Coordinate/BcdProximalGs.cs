namespace TheoryLab.ProofsChecks.Coordinate;

/// <summary>
/// Problem: quadratic plus penalty |x|_1, the quadratic mu-strongly convex. Guarantee: F(x_{k+1}) - F* at most (1 - mu/(n L)) (F(x_k) - F*). Method:
/// coordinate descent, the coordinate whose proximal model with curvature L falls most. Status: upper.
/// </summary>
public sealed class BcdProximalGs : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "bcd-proximal-gs",
        Topic = "block-coordinate-descent",
        Statement = "Proximal coordinate descent by the Gauss-Southwell-q rule with curvature L has F(x_{k+1}) - F* at most (1 - mu/(n L)) (F(x_k) - F*).",
        Source = new("Nutini, Schmidt, Laradji, Friedlander and Koepke, Coordinate descent converges faster with the Gauss-Southwell rule than random selection, ICML 2015; Karimireddy et al., AISTATS 2019", "Gauss-Southwell-q rule"),
        Assumptions = "F = f + penalty |x|_1, f quadratic, mu-strongly convex and L-smooth.",
        Kind = ClaimKind.Step,
        Methods = [new CoordinateDescent(CoordinateRule.GaussSouthwellQuadratic, CoordinateStep.Whole)],
        Instances =
        [
            new("l1-quadratic", ("matrix", "identity"), ("penalty", "1e-6"), ("distance", "100"), ("direction", "ones"), ("support", "0")),
            new("l1-quadratic", ("dimension", "2..16"), ("spread", "1..100"), ("penalty", "0.01..10"), ("distance", "0.1..100")),
        ],
        Measure = new PrimalGap(),
        Bound = "(1-mu/(n*L))*prev(h)",
        Iterations = 200,
        Samples = 20,
        Twins = [Twin.Constant("the rate of gradient descent, 1 - mu/L", "max(0,1-mu/L)/(1-mu/(n*L))"), Twin.Constant("1 - 2 mu/(n L)", "(1-2*mu/(n*L))/(1-mu/(n*L))")],
        Remarks = "On the identity with a vanishing penalty the ratio is 1 - 1/n at first. The version with mu1 in place of mu/n needs further terms for some rules and is not claimed.",
    };
}
