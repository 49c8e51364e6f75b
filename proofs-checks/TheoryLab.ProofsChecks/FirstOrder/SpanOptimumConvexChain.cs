namespace TheoryLab.ProofsChecks.FirstOrder;

/// <summary>
/// Problem: the convex chain with n = 2N+1. Identity: the best value in x_0 + span of N gradients is f* + L/(16 (N+1)). Method: conjugate
/// gradients. Status: exact; it is the class optimum on which first-order-lower-convex rests.
/// </summary>
/// <remarks>
/// Derivation: the span is span(e_1, ..., e_N), and the minimum of the chain over it is the chain's own minimum in dimension N, so the gap is
/// (L/8)(1/(N+1) - 1/(n+1)), which is L/(16 (N+1)) for n = 2N+1.
/// </remarks>
public sealed class SpanOptimumConvexChain : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "span-optimum-convex-chain",
        Topic = "first-order",
        Statement = "On the convex chain of dimension 2N+1 the best value in x_0 + span of N gradients has a gap of exactly L/(16 (N+1)), and conjugate gradients attain it.",
        Source = new("Nesterov, Lectures on Convex Optimization, Springer 2018", "section 2.1.2", "derived"),
        Assumptions = "x_0 = 0, n = 2N+1.",
        Kind = ClaimKind.Identity,
        Methods = [new ConjugateGradients()],
        Instances = [new("convex-chain", ("dimension", "2*N+1")), new("convex-chain", ("dimension", "2*N+1"), ("L", "0.01..100"))],
        Measure = new PrimalGap(),
        Bound = "L/(16*(N+1))",
        Horizons = [1, 2, 5, 20, 50, 100],
        Samples = 5,
        Twins =
        [
            Twin.Constant("1.000001"),
            new("the optimized gradient method attains it too", TwinChange.Method, c => c with { Methods = [new OptimizedGradient()] }),
        ],
    };
}
