namespace TheoryLab.ProofsChecks.Multiobjective;

/// <summary>
/// Problem: L-smooth convex objectives. Identity: steps 1/L have G(x_N) = L R/(N+1) on the lifted Huber function with threshold R/(N+1). Method: gradient
/// descent on fixed weights, and multiobjective steepest descent. Status: exact.
/// </summary>
/// <remarks>
/// Derivation: L S_N = N, so that tau = 1/(1 + L S_N), and u_N = R/(N+1) is the threshold.
/// </remarks>
public sealed class MooOnestepExact : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "moo-onestep-exact",
        Topic = "multiobjective",
        Statement = "On the lifted Huber function with tau = 1/(N+1), N steps of size 1/L, with fixed or adaptive weights, end at G(x_N) = L R/(N+1).",
        Source = new("Complexity bounds for smooth convex multiobjective optimization, 2025", "the case of steps 1/L", "derived"),
        Assumptions = "w_0 = a lam.",
        Kind = ClaimKind.Identity,
        Methods = [new GradientDescent(), new MultipleGradientDescent()],
        Instances =
        [
            new("lifted-huber", ("tau", "1/(N+1)")),
            new("lifted-huber", ("tau", "1/(N+1)"), ("first", "0.8")),
            new("lifted-huber", ("tau", "1/(N+1)"), ("L", "0.01..100"), ("radius", "0.1..10"), ("spread", "0.1..10"), ("first", "0..1")),
        ],
        Measure = new ParetoGap(),
        Bound = "L*R/(N+1)",
        Horizons = [1, 3, 7, 63, 1023],
        Samples = 5,
        Remarks = "N + 1 is a power of two, so that the threshold is a double exactly.",
        Twins =
        [
            Twin.Constant("1.000001"),
            Twin.Order("L R/(N+1)^1.5", "1/sqrt(N+1)"),
        ],
    };
}
