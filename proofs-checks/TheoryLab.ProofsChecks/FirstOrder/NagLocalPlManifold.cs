namespace TheoryLab.ProofsChecks.FirstOrder;

/// <summary>
/// Problem: f with a curved manifold of minimisers, mu-PL and L-smooth near it, concave in places. Guarantee: f(x_k) - f* at most
/// 2 exp(-k sqrt(mu/L)) h_0 from x_0 close to the manifold. Method: Nesterov's with constant momentum. Status: upper, local, verified numerically.
/// </summary>
public sealed class NagLocalPlManifold : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "nag-local-pl-manifold",
        Topic = "first-order",
        Statement = "Near a parabola of minimisers, Nesterov's method with momentum (1 - s)/(1 + s), s = sqrt(mu/L), has f(x_k) - f* at most 2 exp(-k sqrt(mu/L)) (f(x_0) - f*).",
        Source = new("Gupta and Wojtowytsch, Nesterov acceleration in benignly non-convex landscapes, 2025, for the setting", "main theorem, constants over the sweep of this claim", "verified numerically"),
        Assumptions = "x_0 within 0.2 of the manifold; mu = 1 in the sense of Polyak and Lojasiewicz, L valid on a neighbourhood that the run does not leave.",
        Kind = ClaimKind.Upper,
        Methods = [new NesterovStronglyConvex()],
        Instances =
        [
            new("parabola-valley", ("x", "1"), ("lift", "0.02"), ("z", "0.05")),
            new("parabola-valley", ("x", "2"), ("lift", "-0.03"), ("z", "0.1")),
            new("parabola-valley", ("x", "0"), ("lift", "0.05"), ("z", "0.2")),
            new("parabola-valley", ("x", "-3..3"), ("lift", "-0.1..0.1"), ("z", "-0.2..0.2")),
        ],
        Measure = new PrimalGap(),
        Bound = "2*exp(-k*sqrt(mu/L))*h0",
        From = 0,
        Iterations = 300,
        Samples = 50,
        Twins =
        [
            Twin.Order("2 exp(-3k sqrt(mu/L)) h_0", "exp(-2*k*sqrt(mu/L))"),
            Twin.Constant("0.49"),
        ],
        Remarks = "Values, not distances: the limit is not the projection of x_0. The constant 2 is not attained: the largest ratio is 0.5 at k = 0 on the named instances and about 0.67 in the sweep.",
    };
}
