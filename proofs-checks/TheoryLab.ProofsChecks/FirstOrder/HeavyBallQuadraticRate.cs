namespace TheoryLab.ProofsChecks.FirstOrder;

/// <summary>
/// Problem: quadratics with spectrum in [mu, L]. Guarantee: |x_k - x*| at most q^k (1 + k + k q) R. Method: heavy ball. Status: tight.
/// </summary>
/// <remarks>
/// Derivation: along an eigenvector with eigenvalue l the error obeys e_{k+1} = (1 + q^2 - a l) e_k - q^2 e_{k-1}, e_{-1} = e_0. With
/// t = (1 + q^2 - a l)/(2q) in [-1, 1] its solution is e_k = q^k (U_k(t) - q U_{k-1}(t)) e_0, U_k Chebyshev's polynomials of the second kind,
/// and |U_k| is at most k+1. At l = L, t = -1 and U_k(-1) = (-1)^k (k+1): equality.
/// </remarks>
public sealed class HeavyBallQuadraticRate : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "heavy-ball-quadratic-rate",
        Topic = "first-order",
        Statement = "On quadratics the heavy ball has |x_k - x*| at most q^k (1 + k + k q) R, q = (sqrt kappa - 1)/(sqrt kappa + 1), with equality along the eigenvector of L.",
        Source = new("Polyak 1964; Lessard, Recht and Packard, SIAM Journal on Optimization 26, 2016; constant by Chebyshev polynomials of the second kind", "derivation beside the claim", "derived"),
        Assumptions = "f quadratic with eigenvalues in [mu, L]; x_{-1} = x_0.",
        Kind = ClaimKind.Upper,
        Methods = [new HeavyBall()],
        Instances =
        [
            new("quadratic", ("dimension", "2"), ("condition", "100"), ("start", "largest"), ("basis", "coordinates")),
            new("quadratic", ("dimension", "2..50"), ("condition", "2..1e4"), ("L", "0.1..10")),
            new("strongly-convex-chain", ("dimension", "2..100"), ("condition", "2..1e4")),
        ],
        Measure = new Distance(),
        Bound = "((sqrt(kappa)-1)/(sqrt(kappa)+1))^k*(1+k+k*(sqrt(kappa)-1)/(sqrt(kappa)+1))*R",
        Iterations = 300,
        Samples = 40,
        Twins =
        [
            Twin.Constant("1/2"),
            Twin.Order("q^k without the factor in k", "1/(1+k)"),
        ],
    };
}
