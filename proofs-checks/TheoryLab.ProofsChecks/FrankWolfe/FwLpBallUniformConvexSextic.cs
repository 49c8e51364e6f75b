namespace TheoryLab.ProofsChecks.FrankWolfe;

/// <summary>
/// Problem: a smooth convex f with non-vanishing gradient on the unit l_p ball, p = 6. Guarantee: O(k^-p/(p-2)) = O(k^-1.5). Method: Frank-Wolfe
/// with the short step. Status: order attained where the minimiser is a flat point of the ball.
/// </summary>
public sealed class FwLpBallUniformConvexSextic : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "fw-lp-ball-uniform-convex-sextic",
        Topic = "frank-wolfe",
        Statement = "On the unit l_6 ball, Frank-Wolfe with short steps has a primal gap of O(k^-1.5) if the gradient does not vanish there.",
        Source = new("Kerdreux, d'Aspremont and Pokutta, Projection-free optimization on uniformly convex sets, AISTATS 2021", "Theorem 2.2: O(k^-p/(p-2)) for sets uniformly convex of degree p"),
        Assumptions = "C uniformly convex of degree p = 6, f convex and smooth, |grad f| at least c > 0 on C.",
        Kind = ClaimKind.Upper,
        Methods = [new FrankWolfeShortStep()],
        Instances = [new("distance-on-lp-ball", ("p", "6"))],
        Measure = new PrimalGap(),
        Order = new PowerOrder(1.5),
        From = 10,
        Iterations = 50_000,
        Twins =
        [
            Twin.Exponent(0.5),
            new("linear convergence, at 0.99^k", TwinChange.Kind, c => c with { Order = new LinearOrder(0.99) }),
        ],
        Remarks = "Where the minimiser is not flat, as for the point (2, 0.5, 0.2, 0.1), convergence is linear.",
    };
}
