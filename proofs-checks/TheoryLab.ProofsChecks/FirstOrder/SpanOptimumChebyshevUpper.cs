namespace TheoryLab.ProofsChecks.FirstOrder;

/// <summary>
/// Problem: quadratics with spectrum in [mu, L]. Guarantee: f(x_k) - f* at most 4 q^(2k) h_0, q = (sqrt kappa - 1)/(sqrt kappa + 1).
/// Method: conjugate gradients, the best of all span methods. Status: upper; the constant is attained by the first step as kappa tends to 1.
/// </summary>
/// <remarks>
/// Derivation: the gap is at most the least of max over [mu, L] of p(l)^2 over polynomials of degree k with p(0) = 1, times h_0. Chebyshev's
/// polynomial gives 1/T_k((kappa+1)/(kappa-1))^2 = 4/(q^k + q^-k)^2 = 4 q^(2k)/(1 + q^(2k))^2. With two eigenvalues and x_0 - x* proportional to
/// their inverses the first step reaches that value, so the ratio to the bound is 1/(1 + q^2)^2.
/// </remarks>
public sealed class SpanOptimumChebyshevUpper : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "span-optimum-chebyshev-upper",
        Topic = "first-order",
        Statement = "On quadratics conjugate gradients have f(x_k) - f* at most 4 q^(2k) (f(x_0) - f*), q = (sqrt kappa - 1)/(sqrt kappa + 1).",
        Source = new("Daniel 1967; Nocedal and Wright, Numerical Optimization, Springer 2006", "equation (5.36), squared"),
        Assumptions = "f quadratic with eigenvalues in [mu, L], kappa = L/mu.",
        Kind = ClaimKind.Upper,
        Methods = [new ConjugateGradients()],
        Instances =
        [
            new("quadratic", ("dimension", "N+1"), ("condition", "1+0.1*N^4"), ("start", "inverse"), ("basis", "coordinates")),
            new("strongly-convex-chain", ("dimension", "200"), ("condition", "100")),
            new("strongly-convex-chain", ("dimension", "2..200"), ("condition", "2..1e4")),
            new("quadratic", ("dimension", "42..100"), ("condition", "2..1e4"), ("L", "0.1..10")),
        ],
        Measure = new PrimalGap(),
        Bound = "4*((sqrt(kappa)-1)/(sqrt(kappa)+1))^(2*N)*h0",
        Horizons = [1, 2, 5, 10, 20, 40],
        Samples = 40,
        Twins =
        [
            Twin.Order("4 q^(3k) h_0", "((sqrt(kappa)-1)/(sqrt(kappa)+1))^N"),
            Twin.Constant("0.99"),
        ],
        Remarks = "On the strongly convex chain the factor q^2 per step is attained and the constant is not: the ratio stays at 1/4. The condition of the first instance grows with N: conjugate gradients end after n steps, where a bound says nothing.",
    };
}
