namespace TheoryLab.ProofsChecks.FirstOrder;

/// <summary>
/// Problem: a strongly convex smooth function of one variable that is not quadratic. Statement: heavy ball with its quadratic-optimal
/// parameters does not converge there; it runs into a cycle of length three. Status: counterexample.
/// </summary>
public sealed class HeavyBallQuadraticVsGlobal : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "heavy-ball-quadratic-vs-global",
        Topic = "first-order",
        Statement = "Heavy ball with the parameters optimal on quadratics does not converge on a strongly convex smooth function with mu = 1, L = 25: from x_0 = x_{-1} = 3.3 it stays at least 0.6 away from x* for every k of at least 100.",
        Source = new("Lessard, Recht and Packard, Analysis and design of optimization algorithms via integral quadratic constraints, SIAM Journal on Optimization 26, 2016", "section 4.6"),
        Assumptions = "f' = 25 x, x + 24, 25 x - 24 on (-inf, 1), [1, 2), [2, inf); a = 1/9, b = 4/9. The cycle is 0.646531, -1.802449, 2.115918.",
        Kind = ClaimKind.Negative,
        Methods = [new HeavyBall()],
        Instances = [new("heavy-ball-cycle")],
        Measure = new Distance(),
        Bound = "0.6",
        From = 100,
        Iterations = 5000,
        Twins =
        [
            new("Nesterov's method fails as well", TwinChange.Method, c => c with { Methods = [new NesterovStronglyConvex()] }),
            new("heavy ball fails on quadratics with the same mu and L as well", TwinChange.Instance, c => c with
            {
                Instances = [new("quadratic", ("dimension", "2"), ("L", "25"), ("condition", "25"), ("basis", "coordinates"))],
            }),
            Twin.Constant("2"),
            new("the quadratic rate holds on all of the class", TwinChange.Kind, c => c with
            {
                Kind = ClaimKind.Upper,
                Bound = "((sqrt(kappa)-1)/(sqrt(kappa)+1))^k*(1+k+k*(sqrt(kappa)-1)/(sqrt(kappa)+1))*R",
            }),
        ],
        Remarks = "That heavy ball converges on quadratics at rate q is the claim heavy-ball-quadratic-rate; its statement with this instance is false.",
    };
}
