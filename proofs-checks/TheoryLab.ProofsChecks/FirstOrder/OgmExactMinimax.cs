namespace TheoryLab.ProofsChecks.FirstOrder;

/// <summary>
/// Problem: minimise an L-smooth convex f. Guarantee: f(x_N) - f* at most L R^2/(2 theta_N^2). Method: the optimized gradient method.
/// Status: tight, and equal to the minimax value over all first-order methods.
/// </summary>
public sealed class OgmExactMinimax : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "ogm-exact-minimax",
        Topic = "first-order",
        Statement = "After N steps the optimized gradient method has f(x_N) - f* at most L R^2/(2 theta_N^2), and a Huber function and a quadratic both attain it.",
        Source = new("Kim and Fessler, Optimized first-order methods for smooth convex minimization, Mathematical Programming 159, 2016; minimax: Drori, Journal of Complexity 39, 2017", "Theorem 2"),
        Assumptions = "f convex, L-smooth, with a minimiser x* at distance R from x_0; the horizon N is fixed in advance.",
        Kind = ClaimKind.Upper,
        Methods = [new OptimizedGradient()],
        Instances =
        [
            new("huber", ("tau", "1/theta(N)^2")),
            new("quadratic", ("dimension", "1"), ("basis", "coordinates")),
            new("huber", ("tau", "1e-5..1"), ("L", "0.01..100"), ("radius", "0.1..10")),
            new("quadratic", ("dimension", "2..50"), ("condition", "1..1e6")),
            new("convex-chain", ("dimension", "2..100")),
        ],
        Measure = new PrimalGap(),
        Bound = "L*R^2/(2*theta(N)^2)",
        Horizons = [1, 2, 5, 20, 100],
        Samples = 25,
        Twins =
        [
            Twin.Constant("0.99"),
            new("Nesterov's method attains it too", TwinChange.Method, c => c with { Methods = [new NesterovAcceleration()] }),
        ],
    };
}
