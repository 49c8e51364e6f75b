namespace TheoryLab.ProofsChecks.Multiobjective;

/// <summary>
/// Problem: the convex chain, lifted. Guarantee: every span method has G(x_N) at least (L/4)/sqrt((N+1)(N+2)(2N+3)/6). Method: all, adaptive weights included,
/// through the class optimum. Status: exact; of the order L R/N^2 with n tied to N.
/// </summary>
/// <remarks>
/// Derivation: for u in the span of e_1, ..., e_N the gradient is (L/4)(tri u - e_1), and what tri maps that span to is orthogonal, within the first N+1
/// coordinates, to (1, 2, ..., N+1). The distance of e_1 from it is 1/|(1, ..., N+1)|, and the sum of the squares is (N+1)(N+2)(2N+3)/6.
/// </remarks>
public sealed class MooSpanLowerConvex : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "moo-span-lower-convex",
        Topic = "multiobjective",
        Statement = "On the lifted convex chain of dimension at least N+1 every method that stays in x_0 + span of all gradients seen has G(x_N) at least (L/4)/sqrt((N+1)(N+2)(2N+3)/6), and conjugate residuals attain it.",
        Source = new("Complexity bounds for smooth convex multiobjective optimization, 2025", "lower bound for all span methods; constants derived", "derived"),
        Assumptions = "x_0 = (0, a lam); any weights, adaptive or not.",
        Kind = ClaimKind.Lower,
        Methods = [new ConjugateResiduals(), new OptimizedGradientPair(), new MultipleGradientAcceleration(), new NesterovAcceleration()],
        ClassOptimum = "The point of x_0 + Krylov space with the shortest gradient, by conjugate residuals.",
        Instances =
        [
            new("lifted-convex-chain", ("dimension", "N+1")),
            new("lifted-convex-chain", ("dimension", "2*N+1"), ("first", "0.8")),
            new("lifted-convex-chain", ("dimension", "2*N+1"), ("L", "0.01..100"), ("first", "0..1"), ("spread", "0.1..10")),
        ],
        Measure = new ParetoGap(),
        Bound = "L/4/sqrt((N+1)*(N+2)*(2*N+3)/6)",
        Horizons = [1, 2, 5, 10, 20, 40, 80],
        Samples = 3,
        Twins =
        [
            Twin.Constant("1.000001"),
            new("0.9 L R/(N+1)^2 where n = N + 1", TwinChange.Constant, c => c with
            {
                Instances = [c.Instances[0]],
                Bound = c.Bound! * "3.6*R*sqrt((N+1)*(N+2)*(2*N+3)/6)/(N+1)^2",
            }),
            Twin.Order("L R/(4 (N+1)): no method is faster than 1/N", "R*sqrt((N+1)*(N+2)*(2*N+3)/6)/(N+1)"),
        ],
        Remarks = "With R of the chain the bound is 0.478 to 0.53 L R/(N+1)^2 for n = 2N+1 and 0.6 to 0.75 for n = N+1; at fixed n it falls like N^-1.5.",
    };
}
