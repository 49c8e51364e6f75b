namespace TheoryLab.ProofsChecks.FirstOrder;

/// <summary>
/// Problem: minimise an L-smooth convex f. Guarantee: |grad f(x_N)| at most 2 L R/(N+1). Method: Nesterov's method. Status: upper, crude.
/// </summary>
/// <remarks>
/// Derivation: an L-smooth convex f has |grad f(x)|^2 at most 2 L (f(x) - f*), and f(x_N) - f* is at most 2 L R^2/(N+1)^2.
/// </remarks>
public sealed class GradientNormNagCrude : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "gradient-norm-nag-crude",
        Topic = "first-order",
        Statement = "Nesterov's accelerated gradient method has |grad f(x_N)| at most 2 L R/(N+1) at its last iterate.",
        Source = new("from the bound of Nesterov 1983 in function values", "derivation beside the claim", "derived"),
        Assumptions = "f convex, L-smooth, with a minimiser x* at distance R from x_0.",
        Kind = ClaimKind.Upper,
        Methods = [new NesterovAcceleration()],
        Instances =
        [
            .. Enumerable.Range(1, 40).Select(i => new InstanceSpec("huber", ("tau", $"{i}/(20*(N+1))"))),
            new("huber", ("tau", "1e-4..1"), ("L", "0.01..100"), ("radius", "0.1..10")),
            new("quadratic", ("dimension", "2..50"), ("condition", "1..1e6")),
        ],
        Measure = new GradientNorm(),
        Bound = "2*L*R/(N+1)",
        Horizons = [1, 2, 5, 20, 50, 100, 200],
        Samples = 25,
        Twins =
        [
            Twin.Constant("1/4"),
            Twin.Order("2 L R/(N+1)^2", "1/(N+1)"),
        ],
    };
}
