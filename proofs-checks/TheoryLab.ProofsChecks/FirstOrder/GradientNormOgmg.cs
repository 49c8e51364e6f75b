namespace TheoryLab.ProofsChecks.FirstOrder;

/// <summary>
/// Problem: minimise an L-smooth convex f. Guarantee: |grad f(x_N)|^2 at most 2 L h_0/theta_N^2, which is at most 4 L h_0/(N+1)^2. Method:
/// OGM-G. Status: tight; attained by L x^2/2.
/// </summary>
public sealed class GradientNormOgmg : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "gradient-norm-ogmg",
        Topic = "first-order",
        Statement = "After N steps OGM-G has |grad f(x_N)|^2 at most 2 L (f(x_0) - f*)/theta_N^2, with equality on L x^2/2; theta_N^2 is at least (N+1)^2/2.",
        Source = new("Kim and Fessler, Optimizing the efficiency of first-order methods for decreasing the gradient of smooth convex functions, Journal of Optimization Theory and Applications 188, 2021", "Theorem 6.1"),
        Assumptions = "f convex and L-smooth with infimum f*; the horizon N is fixed in advance.",
        Kind = ClaimKind.Upper,
        Methods = [new OptimizedGradientNorm()],
        Instances =
        [
            new("quadratic", ("dimension", "1"), ("basis", "coordinates")),
            new("huber", ("tau", "1e-5..1"), ("L", "0.01..100"), ("radius", "0.1..10")),
            new("quadratic", ("dimension", "2..50"), ("condition", "1..1e6")),
            new("convex-chain", ("dimension", "2..100")),
        ],
        Measure = new GradientNorm(),
        Quantity = "g^2",
        Bound = "2*L*h0/theta(N)^2",
        Horizons = [1, 2, 5, 20, 100],
        Samples = 25,
        Twins =
        [
            Twin.Constant("1/2"),
            Twin.Order("2 L h_0/theta_N^2.5", "1/sqrt(theta(N))"),
            new("Nesterov's method does as well", TwinChange.Method, c => c with
            {
                Methods = [new NesterovAcceleration()],
                Instances = [.. c.Instances, new("huber", ("tau", "2/(N+1)^2"))],
            }),
        ],
        Remarks = "No distance to a minimiser enters: the bound is in terms of the initial gap.",
    };
}
