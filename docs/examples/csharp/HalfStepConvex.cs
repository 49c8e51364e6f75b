using TheoryLab.Claims;
using TheoryLab.Problems;
using TheoryLab.Solvers;

namespace TheoryLab.ProofsChecks.FirstOrder;

/// <summary>
/// Problem: minimise an L-smooth convex f. Guarantee: f(x_N) - f* at most L R^2/(2N+2). Method: gradient descent with step 1/(2L). Status: tight;
/// attained by the Huber function with threshold R/(N+1).
/// </summary>
public sealed class HalfStepConvex : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "half-step-convex",
        Topic = "first-order",
        Statement = "After N steps of size 1/(2L), gradient descent has f(x_N) - f* at most L R^2/(2N+2).",
        Source = new("Drori and Teboulle, Mathematical Programming 145, 2014", "bound for steps up to 1/L"),
        Assumptions = "f convex, L-smooth, with a minimiser x* at distance R from x_0.",
        Kind = ClaimKind.Upper,
        Methods = [new HalfStepDescent()],
        Instances = [new("huber", ("tau", "1/(N+1)")), new(new TwoSlopes(), ("ratio", "1e-3..1"))],
        Measure = new PrimalGap(),
        Bound = "L*R^2/(2*N+2)",
        Horizons = [1, 2, 5, 20, 100],
        Twins = [Twin.Constant("L R^2/(2N+3)", "(2*N+2)/(2*N+3)"), Twin.Order("L R^2/(2N+2)/sqrt(N)", "1/sqrt(N)")],
    };
}
