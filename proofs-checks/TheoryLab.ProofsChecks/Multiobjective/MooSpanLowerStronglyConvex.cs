namespace TheoryLab.ProofsChecks.Multiobjective;

/// <summary>
/// Problem: the strongly convex chain with n = 2N, lifted. Guarantee: every span method, adaptive weights included, has G(x_N) at least
/// mu q^N |u*| sqrt((1 - q^(2(n-N)))/(1 - q^(2n))), q = (sqrt kappa - 1)/(sqrt kappa + 1). Method: all, through the class optimum. Status: lower bound.
/// </summary>
/// <remarks>
/// Derivation: |grad h(u)| is at least mu |u - u*|, u lies in the span of e_1, ..., e_N, and what u* = (q, q^2, ...) has beyond is q^N |u*| times the root of
/// (1 - q^(2(n-N)))/(1 - q^(2n)), which is 1/(1 + q^(2N)) for n = 2N. Without rounding, conjugate residuals compute the least |grad h| over that span.
/// </remarks>
public sealed class MooSpanLowerStronglyConvex : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "moo-span-lower-strongly-convex",
        Topic = "multiobjective",
        Statement = "On the lifted strongly convex chain of dimension 2N every method that stays in x_0 + span of all gradients seen has G(x_N) at least mu q^N |u*| / sqrt(1 + q^(2N)).",
        Source = new("Complexity bounds for smooth convex multiobjective optimization, 2025", "lower bound for strongly convex objectives", "derived"),
        Assumptions = "mu-strongly convex L-smooth objectives; x_0 = (0, a lam); any weights, adaptive or not.",
        Kind = ClaimKind.Lower,
        Methods = [new ConjugateResiduals(), new MultipleGradientAcceleration(), new MultipleGradientDescent(), new NesterovStronglyConvex()],
        ClassOptimum = "The point of x_0 + Krylov space with the shortest gradient, by conjugate residuals: the u-part of every convex combination of gradients is grad h(u), so that no weights leave the Krylov space of h.",
        Instances =
        [
            new("lifted-strongly-convex-chain", ("dimension", "2*N"), ("condition", "100")),
            new("lifted-strongly-convex-chain", ("dimension", "2*N"), ("condition", "25"), ("first", "0.8")),
            new("lifted-strongly-convex-chain", ("dimension", "2*N"), ("condition", "10..1000"), ("first", "0.1..0.9")),
        ],
        Measure = new ParetoGap(),
        Bound = "mu*((sqrt(kappa)-1)/(sqrt(kappa)+1))^N*Rh/sqrt(1+((sqrt(kappa)-1)/(sqrt(kappa)+1))^(2*N))",
        Horizons = [1, 2, 5, 10, 20, 40, 60],
        Samples = 3,
        Twins =
        [
            Twin.Order("q^(N/2): every method is slower than it is", "((sqrt(kappa)-1)/(sqrt(kappa)+1))^(-N/2)"),
            new("some adaptive weighting achieves q^(2N)", TwinChange.Kind, c => c with { Kind = ClaimKind.Upper, Bound = "L*Rh*((sqrt(kappa)-1)/(sqrt(kappa)+1))^(2*N)" }),
        ],
        Remarks = "The constant is not attained: the best of all is about 3 times the bound.",
    };
}
