namespace TheoryLab.ProofsChecks.FirstOrder;

/// <summary>
/// Problem: minimise an L-smooth convex f. Guarantee: f(x_N) - f* at most 2 L R^2/(N^2 + 5N + 6). Method: Nesterov's method with momentum
/// k/(k+3). Status: attained by the Huber function with threshold 4 R/(N^2 + 5N + 6); the bound itself is verified numerically.
/// </summary>
public sealed class NagThreeSharp : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "nag-three-sharp",
        Topic = "first-order",
        Statement = "Nesterov's method with momentum k/(k+3) has f(x_N) - f* at most 2 L R^2/(N^2 + 5N + 6) after N steps, and a Huber function attains it for every N.",
        Source = new("Taylor, Hendrickx and Glineur, Smooth strongly convex interpolation and exact worst-case performance of first-order methods, Mathematical Programming 161, 2017", "section 4.2, found by semidefinite programming", "verified numerically"),
        Assumptions = "f convex, L-smooth, with a minimiser x* at distance R from x_0.",
        Kind = ClaimKind.Upper,
        Methods = [new NesterovThree()],
        Instances =
        [
            new("huber", ("tau", "4/(N^2+5*N+6)")),
            new("huber", ("tau", "1e-5..1"), ("L", "0.01..100"), ("radius", "0.1..10")),
            new("convex-chain", ("dimension", "2..200")),
            new("quadratic", ("dimension", "2..50"), ("condition", "1..1e6")),
        ],
        Measure = new PrimalGap(),
        WholeClass = new("smooth-convex", [.. Enumerable.Range(1, 20)]) { Measure = new PrimalGap(), Scale = "L*R^2" },
        Bound = "2*L*R^2/(N^2+5*N+6)",
        Horizons = [1, 2, 3, 5, 10, 20, 50, 100, 200],
        Samples = 40,
        Twins =
        [
            Twin.Constant("2 L R^2/(N^2 + 6N + 6)", "(N^2+5*N+6)/(N^2+6*N+6)"),
            Twin.Order("2 L R^2/(N^2 + 5N + 6)^1.25", "1/(N^2+5*N+6)^0.25"),
        ],
    };
}
