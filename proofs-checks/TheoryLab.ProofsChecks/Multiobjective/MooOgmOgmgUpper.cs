namespace TheoryLab.ProofsChecks.Multiobjective;

/// <summary>
/// Problem: L-smooth convex objectives. Guarantee: G(x_N) at most L R/theta_{N/2}^2, which is at most 8 L R/(N+2)^2, N even. Method: OGM, then OGM-G, on a fixed
/// scalarisation. Status: tight; attained by L x^2/2 and by a Huber function; the order of the lower bound over all span methods.
/// </summary>
/// <remarks>
/// Derivation: |grad f|^2 is at most 2 L h_mid/t_0^2 for OGM-G, h_mid at most L R^2/(2 theta^2) for OGM, and t_0 = theta_{N/2} for the same number of steps.
/// theta_n is at least (n+1)/sqrt 2.
/// </remarks>
public sealed class MooOgmOgmgUpper : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "moo-ogm-ogmg-upper",
        Topic = "multiobjective",
        Statement = "On any fixed scalarisation N/2 steps of the optimized gradient method and N/2 steps of OGM-G have G(x_N) at most L R/theta_{N/2}^2, at most 8 L R/(N+2)^2.",
        Source = new("Kim and Fessler, Optimizing the efficiency of first-order methods for decreasing the gradient of smooth convex functions, 2021; Nesterov, Gasnikov, Guminov and Dvurechensky 2021", "combination", "derived"),
        Assumptions = "N even; R is the distance of x_0 from the minimiser of the scalarisation.",
        Kind = ClaimKind.Upper,
        Methods = [new OptimizedGradientPair()],
        Instances =
        [
            new("lifted-convex-chain", ("dimension", "2*N+1")),
            new("lifted-huber", ("tau", "1/theta(N/2)^2")),
            new("lifted-quadratic", ("dimension", "1"), ("start", "largest"), ("basis", "coordinates")),
            new("lifted-huber", ("tau", "1e-6..1"), ("L", "0.01..100"), ("radius", "0.1..10"), ("first", "0..1")),
            new("lifted-quadratic", ("dimension", "2..30"), ("condition", "1..1e6"), ("objectives", "2..5"), ("offset", "0..3")),
        ],
        Measure = new ParetoGap(),
        Bound = "L*R/theta(N/2)^2",
        Horizons = [2, 4, 10, 20, 80, 254],
        Samples = 30,
        Twins =
        [
            Twin.Order("L R/theta^2.5", "1/sqrt(theta(N/2))"),
            Twin.Constant("L R/(N+1)^2", "theta(N/2)^2/(N+1)^2"),
        ],
    };
}
