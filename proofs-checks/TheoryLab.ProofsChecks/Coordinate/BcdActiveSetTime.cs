namespace TheoryLab.ProofsChecks.Coordinate;

/// <summary>
/// Problem: quadratic plus penalty |x|_1, mu-strongly convex. Guarantee: |x_i| at most max(0, sqrt(2 h_0 (1 - mu/L)^(k-1)/mu) - delta/L) for every i
/// with x*_i = 0, which vanishes after finitely many steps. Method: proximal steps 1/L. Status: upper.
/// </summary>
public sealed class BcdActiveSetTime : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "bcd-active-set-time",
        Topic = "block-coordinate-descent",
        Statement = "Proximal steps 1/L set Z = {i: x*_i = 0} to zero for good after 1 + ln(2 h_0 L^2/(mu delta^2))/(-ln(1 - mu/L)) steps at most.",
        Source = new("Nutini, Schmidt and Hare, Active-set complexity of proximal gradient, Optimization Letters 13, 2019; with the radius delta/L", "from the radius and the linear rate 1 - mu/L", "derived"),
        Assumptions = "F = f + penalty |x|_1, f mu-strongly convex and L-smooth, delta positive.",
        Kind = ClaimKind.Upper,
        Methods = [new ProximalGradient()],
        Instances =
        [
            new("l1-quadratic", ("matrix", "diagonal"), ("dimension", "2"), ("spread", "100"), ("support", "0.5"), ("margin", "0.5"), ("distance", "1"), ("direction", "first")),
            new("l1-quadratic", ("dimension", "2..15"), ("spread", "1..3"), ("penalty", "0.1..10"), ("margin", "0.1..0.9"), ("distance", "0.1..10")),
        ],
        Measure = new OffSupport(),
        Bound = "max(0,sqrt(2*h0/mu*(1-mu/L)^(k-1))-delta/L)",
        Iterations = 300,
        Samples = 20,
        Twins = [Twin.Constant("1/2")],
    };
}
