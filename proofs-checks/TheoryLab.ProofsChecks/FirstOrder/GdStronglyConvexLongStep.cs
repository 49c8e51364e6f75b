namespace TheoryLab.ProofsChecks.FirstOrder;

/// <summary>
/// Problem: minimise an L-smooth mu-strongly convex f. Guarantee: f(x_k) - f* at most ((kappa-1)/(kappa+1))^(2k) h_0. Method: gradient descent
/// with step 2/(L + mu). Status: tight; attained on a quadratic with two eigenvalues.
/// </summary>
public sealed class GdStronglyConvexLongStep : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "gd-strongly-convex-long-step",
        Topic = "first-order",
        Statement = "Gradient descent with step 2/(L + mu) has f(x_k) - f* at most ((kappa-1)/(kappa+1))^(2k) (f(x_0) - f*).",
        Source = new("Taylor, Hendrickx and Glineur, Exact worst-case convergence rates of the proximal gradient method for composite convex minimization, Journal of Optimization Theory and Applications 178, 2018", "Theorem 3.3"),
        Assumptions = "f mu-strongly convex and L-smooth, kappa = L/mu. On quadratics it is the diagonal recursion.",
        Kind = ClaimKind.Upper,
        Methods = [new GradientDescentLongStep()],
        Instances =
        [
            new("quadratic", ("dimension", "2"), ("condition", "100"), ("start", "inverse"), ("basis", "coordinates")),
            new("heavy-ball-cycle"),
            new("quadratic", ("dimension", "2..50"), ("condition", "1.1..1e4"), ("L", "0.1..10")),
            new("strongly-convex-chain", ("dimension", "2..100"), ("condition", "2..1e4")),
        ],
        Measure = new PrimalGap(),
        Bound = "((kappa-1)/(kappa+1))^(2*k)*h0",
        Iterations = 300,
        Samples = 25,
        Twins =
        [
            Twin.Order("the accelerated rate (1 - 1/sqrt kappa)^(2k)", "((1-1/sqrt(kappa))*(kappa+1)/(kappa-1))^(2*k)"),
            Twin.Constant("0.99"),
            new("step 1/L does as well", TwinChange.Method, c => c with { Methods = [new GradientDescent()] }),
        ],
    };
}
