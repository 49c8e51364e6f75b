namespace TheoryLab.ProofsChecks.Coordinate;

/// <summary>
/// Problem: |x|^p/p, whose Kurdyka-Lojasiewicz exponent is (p-1)/p. Statement: |x_k| is Theta(k^(-1/(p-2))), that is |x_k|^(p-2) is Theta(1/k).
/// Method: proximal steps. Status: the order is attained.
/// </summary>
public sealed class BcdKlExponentRate : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "bcd-kl-exponent-rate",
        Topic = "block-coordinate-descent",
        Statement = "Under a Kurdyka-Lojasiewicz exponent theta above 1/2 proximal iterates converge like k^(-(1-theta)/(2 theta-1)); on |x|^p/p, theta = (p-1)/p, |x_k|^(p-2) is Theta(1/k).",
        Source = new("Attouch and Bolte, On the convergence of the proximal algorithm for nonsmooth functions involving analytic features, Mathematical Programming 116, 2009", "convergence rates"),
        Assumptions = "p = 3, 4, 6; proximal steps solved to the accuracy of the scalar.",
        Kind = ClaimKind.Order,
        Methods = [new ProximalBlockDescent()],
        Instances =
        [
            new("power-function", ("power", "3")),
            new("power-function", ("power", "4")),
            new("power-function", ("power", "6")),
        ],
        Measure = new Distance(),
        Quantity = "r^(power-2)",
        Order = new PowerOrder(1),
        From = 50,
        Iterations = 20_000,
        Twins = [Twin.Exponent(0.5), Twin.Exponent(-0.5)],
    };
}
