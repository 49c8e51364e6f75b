namespace TheoryLab.ProofsChecks.FrankWolfe;

/// <summary>
/// Problem: a smooth convex f with non-vanishing gradient on the unit l_p ball, p = 4. Guarantee: O(k^-p/(p-2)) = O(k^-2). Method: Frank-Wolfe
/// with the short step. Status: order attained where the minimiser is a flat point of the ball.
/// </summary>
public sealed class FwLpBallUniformConvex : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "fw-lp-ball-uniform-convex",
        Topic = "frank-wolfe",
        Statement = "On the unit l_4 ball, Frank-Wolfe with short steps has a primal gap of O(k^-2) if the gradient does not vanish there.",
        Source = new("Kerdreux, d'Aspremont and Pokutta, Projection-free optimization on uniformly convex sets, AISTATS 2021", "Theorem 2.2: O(k^-p/(p-2)) for sets uniformly convex of degree p"),
        Assumptions = "C uniformly convex of degree p = 4, f convex and smooth, |grad f| at least c > 0 on C.",
        Kind = ClaimKind.Upper,
        Methods = [new FrankWolfeShortStep()],
        Instances = [new("distance-on-lp-ball", ("p", "4"))],
        Measure = new PrimalGap(),
        Order = new PowerOrder(2),
        From = 10,
        Iterations = 20_000,
        Twins =
        [
            Twin.Exponent(0.5),
            new("linear convergence, at 0.99^k", TwinChange.Kind, c => c with { Order = new LinearOrder(0.99) }),
            new("on the l_6 ball as well", TwinChange.Instance, c => c with { Instances = [new("distance-on-lp-ball", ("p", "6"))] }),
        ],
        Remarks = "Where the minimiser is not flat, as for the point (2, 0.5, 0.2, 0.1), convergence is linear.",
    };
}
