namespace TheoryLab.ProofsChecks.FirstOrder;

/// <summary>
/// Problem: the resisting function in T + 1 dimensions. Guarantee: after T subgradients every span method has f(x_T) - f* at least
/// R M/sqrt(T+1). Method: all of them, through the class optimum. Status: exact; linear decay attains it.
/// </summary>
/// <remarks>
/// Derivation: the oracle answers multiples of unit vectors, one new coordinate at most per call, so that x_T in x_0 + span of T answers has a
/// zero coordinate; hence max_i x_i is at least 0, and f(x_T) - f* at least 0 + R M/sqrt n with n = T + 1.
/// </remarks>
public sealed class SubgradientLastIterateLower : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "subgradient-last-iterate-lower",
        Topic = "first-order",
        Statement = "On the resisting function of dimension T+1, every method whose iterates stay in x_0 + span of the subgradients has f(x_T) - f* at least R M/sqrt(T+1).",
        Source = new("Drori and Teboulle, An optimal variant of Kelley's cutting-plane method, Mathematical Programming 160, 2016", "derivation beside the claim", "derived"),
        Assumptions = "x_0 = 0; the oracle answers M e_i with i the first largest coordinate.",
        Kind = ClaimKind.Lower,
        Methods = [new SubgradientLinearDecay(), new SubgradientConstant(), new SubgradientInverseRoot()],
        ClassOptimum = "A point with a zero coordinate has max_i x_i of at least 0; linear decay ends with largest coordinate exactly 0, so its gap is the optimum of the class.",
        Instances =
        [
            new("resisting-max", ("dimension", "N+1")),
            new("resisting-max", ("dimension", "N+1"), ("M", "0.01..100"), ("radius", "0.1..10")),
        ],
        Measure = new PrimalGap(),
        Bound = "R*M/sqrt(N+1)",
        Horizons = [1, 2, 5, 10, 100, 1000],
        Samples = 5,
        Twins =
        [
            Twin.Constant("1.01"),
            Twin.Order("R M/(T+1)^0.25", "(N+1)^0.25"),
            new("in one dimension, where no coordinate stays untouched", TwinChange.Instance, c => c with { Instances = [new("resisting-max", ("dimension", "1"))] }),
        ],
    };
}
