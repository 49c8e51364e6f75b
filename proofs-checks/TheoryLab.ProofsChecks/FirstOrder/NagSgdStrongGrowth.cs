namespace TheoryLab.ProofsChecks.FirstOrder;

/// <summary>
/// Problem: diagonal quadratics with coordinate sampling, E|g|^2 = rho |grad f|^2 with rho = n. Guarantee: E E_{k+1} at most
/// (1 - sqrt(mu/L)/rho) E E_k. Method: Nesterov's with stochastic gradients, in exact expectation. Status: tight for L = mu.
/// </summary>
/// <remarks>
/// Derivation, s = sqrt(mu/L)/rho, steps 1/(rho L). Smoothness and strong growth: E f(x+) is at most f(y) - |grad f|^2/(2 rho L). In
/// (mu/2) E|z+ - x*|^2 the last term is (s^2/(2 mu)) rho |grad f|^2 = |grad f|^2/(2 rho L) and cancels it. The rest is that of
/// nag-benign-nonconvex with eps = 0. For L = mu the expectation of E_k contracts by 1 - 1/n in the limit, since an untouched coordinate remains.
/// </remarks>
public sealed class NagSgdStrongGrowth : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "nag-sgd-strong-growth",
        Topic = "first-order",
        Statement = "Under strong growth with constant rho, the stochastic three-sequence method has E E_{k+1} at most (1 - sqrt(mu/L)/rho) E E_k, E_k = f(x_k) - f* + (mu/2)|z_k - x*|^2.",
        Source = new("Vaswani, Bach and Schmidt, Fast and faster convergence of SGD for over-parameterized models, AISTATS 2019; this form", "derivation beside the claim", "derived"),
        Assumptions = "f diagonal quadratic, g = n l_i y_i e_i with i uniform, so that rho = n; expectations by the exact recursion of second moments.",
        Kind = ClaimKind.Step,
        Methods = [new StrongGrowthMoments()],
        Instances =
        [
            new("quadratic", ("dimension", "25"), ("condition", "1"), ("basis", "coordinates")),
            new("quadratic", ("dimension", "100"), ("condition", "1"), ("basis", "coordinates")),
            new("quadratic", ("dimension", "2..50"), ("condition", "1..100"), ("L", "0.1..10"), ("basis", "coordinates")),
        ],
        Measure = new ExpectedPrimalGap(),
        Quantity = "Eh+mu/2*Ez2",
        Bound = "(1-sqrt(mu/L)/n)*(prev(Eh)+mu/2*prev(Ez2))",
        Iterations = 300,
        Samples = 20,
        Twins =
        [
            Twin.Constant("0.99"),
            Twin.Order("the rate 1 - sqrt(mu/(rho L))", "(1-sqrt(mu/(n*L)))/(1-sqrt(mu/L)/n)"),
            new("s = sqrt(mu/(rho L)) in the method and in the bound", TwinChange.Method, c => c with
            {
                Methods = [new StrongGrowthMoments(0.5)],
                Bound = c.Bound! * "(1-sqrt(mu/(n*L)))/(1-sqrt(mu/L)/n)",
            }),
        ],
        Remarks = "An improvement of rho to sqrt(rho) is possible with other constants only, such as the smoothness of single samples.",
    };
}
