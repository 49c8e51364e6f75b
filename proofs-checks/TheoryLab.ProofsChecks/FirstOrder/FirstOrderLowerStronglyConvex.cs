namespace TheoryLab.ProofsChecks.FirstOrder;

/// <summary>
/// Problem: the strongly convex chain, n at least 2k. Guarantee: every span method has f(x_k) - f* at least (mu/2) q^(2k) c_n R^2.
/// Method: all of them, through the class optimum. Status: lower bound; the factor q is attained, the constant is not.
/// </summary>
public sealed class FirstOrderLowerStronglyConvex : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "first-order-lower-strongly-convex",
        Topic = "first-order",
        Statement = "On the strongly convex chain, every span method has f(x_N) - f* at least (mu/2) q^(2N) c R^2, q = (sqrt kappa - 1)/(sqrt kappa + 1), c = (1 - q^(2(n-N)))/(1 - q^(2n)).",
        Source = new("Nesterov, Lectures on Convex Optimization, Springer 2018; finite dimension: the corner entry makes x*_i = q^i exact, and the tail of |x*|^2 beyond N coordinates is q^(2N) c R^2", "Theorem 2.1.13", "derived"),
        Assumptions = "x_0 = 0; the method sees gradients only and stays in their span; n at least 2N.",
        Kind = ClaimKind.Lower,
        Methods = [new ConjugateGradients(), new GradientDescent(), new NesterovStronglyConvex()],
        ClassOptimum = "Conjugate gradients minimise f over x_0 + span of the N gradients.",
        Instances =
        [
            new("strongly-convex-chain", ("dimension", "4*N+4"), ("condition", "10")),
            new("strongly-convex-chain", ("dimension", "4*N+4"), ("condition", "100")),
            new("strongly-convex-chain", ("dimension", "2*N"), ("condition", "2..1e3"), ("mu", "0.01..100")),
        ],
        Measure = new PrimalGap(),
        Bound = "mu/2*q^(2*N)*(1-q^(2*(n-N)))/(1-q^(2*n))*R^2",
        Horizons = [1, 2, 5, 10, 20, 40],
        Samples = 20,
        Twins =
        [
            Twin.Order("q^N in place of q^(2N)", "1/q^N"),
            new("four times the bound at kappa = 100", TwinChange.Constant, c => c with { Bound = c.Bound! * "4", Instances = [c.Instances[1]] }),
        ],
    };
}
