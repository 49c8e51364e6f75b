namespace TheoryLab.ProofsChecks.Multiobjective;

/// <summary>
/// Problem: L-smooth convex objectives. Guarantee: G(x_N) at most 2 L R/(N+1). Method: Nesterov on a fixed scalarisation. Status: upper; true and loose,
/// the worst case found falls like N^-1.5.
/// </summary>
/// <remarks>
/// Derivation: |grad f|^2 is at most 2 L (f - f*), and f(x_N) - f* at most 2 L R^2/(N+1)^2.
/// </remarks>
public sealed class MooAgdFixedScalarisationUpper : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "moo-agd-fixed-scalarisation-upper",
        Topic = "multiobjective",
        Statement = "On any fixed scalarisation Nesterov's method has G(x_N) at most 2 L R/(N+1).",
        Source = new("Complexity bounds for smooth convex multiobjective optimization, 2025", "upper bound for accelerated gradient descent", "derived"),
        Assumptions = "R is the distance of x_0 from the minimiser of the scalarisation.",
        Kind = ClaimKind.Upper,
        Methods = [new NesterovAcceleration()],
        Instances =
        [
            new("lifted-convex-chain", ("dimension", "2*N+1")),
            new("lifted-huber", ("tau", "1/(N+1)^1.5")),
            new("lifted-huber", ("tau", "1e-5..1"), ("L", "0.01..100"), ("radius", "0.1..10"), ("first", "0..1")),
            new("lifted-quadratic", ("dimension", "2..30"), ("condition", "1..1e6"), ("objectives", "2..5"), ("offset", "0..3")),
        ],
        Measure = new ParetoGap(),
        Bound = "2*L*R/(N+1)",
        Horizons = [1, 2, 5, 20, 80, 320],
        Samples = 20,
        Twins =
        [
            Twin.Order("2 L R/(N+1)^2", "1/(N+1)"),
            new("1/N is the exact order on the chain", TwinChange.Kind, c => c with { Kind = ClaimKind.Lower, Instances = [c.Instances[0]], Bound = "L*R/(20*(N+1))" }),
        ],
        Remarks = "On the chain with n = 2N+1 the exponent of G/(L R) is about 1.9; since this is an upper bound that is no contradiction.",
    };
}
