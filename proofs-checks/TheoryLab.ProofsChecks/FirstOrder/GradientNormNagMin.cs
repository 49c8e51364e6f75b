namespace TheoryLab.ProofsChecks.FirstOrder;

/// <summary>
/// Problem: minimise an L-smooth convex f. Guarantee: the smallest |grad f(y_i)| over i at most N is O(L R N^-1.5). Method: Nesterov's method.
/// Status: upper; the worst Huber function at each N decays at this order.
/// </summary>
public sealed class GradientNormNagMin : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "gradient-norm-nag-min",
        Topic = "first-order",
        Statement = "Nesterov's accelerated gradient method has min over i <= N of |grad f(y_i)| = O(L R N^-1.5).",
        Source = new("Shi, Du, Jordan and Su, Understanding the acceleration phenomenon via high-resolution differential equations, Mathematical Programming 195, 2022", "Theorem 6", "verified numerically"),
        Assumptions = "f convex, L-smooth, with a minimiser x* at distance R from x_0.",
        Kind = ClaimKind.Upper,
        Methods = [new NesterovAcceleration()],
        Instances = [.. Enumerable.Range(0, 600).Select(i => new InstanceSpec("huber", ("tau", $"10^(-4*{i}/600)")))],
        WorstCase = true,
        Measure = new ExtrapolatedGradientNorm(),
        Quantity = "best(gy)",
        Order = new PowerOrder(1.5),
        From = 0,
        Horizons = [31, 47, 63, 95, 127, 191, 255, 383, 511, 767, 1023],
        Twins = [Twin.Exponent(0.5)],
        Remarks = "The worst threshold oscillates with N, hence a scan of 600 thresholds and horizons from 31 on, after the transient. The exponent 2 is what OGM followed by OGM-G reaches.",
    };
}
