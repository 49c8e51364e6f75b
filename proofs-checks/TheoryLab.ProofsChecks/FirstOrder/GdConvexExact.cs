namespace TheoryLab.ProofsChecks.FirstOrder;

/// <summary>
/// Problem: minimise an L-smooth convex f. Guarantee: f(x_N) - f* at most L R^2/(4N+2). Method: gradient descent with step 1/L.
/// Status: tight; attained by the Huber function with threshold R/(2N+1), another one for every N.
/// </summary>
public sealed class GdConvexExact : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "gd-convex-exact",
        Topic = "first-order",
        Statement = "After N steps of size 1/L, gradient descent has f(x_N) - f* at most L R^2/(4N+2).",
        Source = new("Drori and Teboulle, Performance of first-order methods for smooth convex minimization, Mathematical Programming 145, 2014", "Theorems 3.1 and 3.2"),
        Assumptions = "f convex, L-smooth, with a minimiser x* at distance R from x_0.",
        Kind = ClaimKind.Upper,
        Methods = [new GradientDescent()],
        Instances =
        [
            new("huber", ("tau", "1/(2*N+1)")),
            new("huber", ("tau", "1e-3..1"), ("L", "0.01..100"), ("radius", "0.1..10")),
            new("quadratic", ("dimension", "2..50"), ("condition", "1..1e6"), ("L", "0.1..10")),
            new("convex-chain", ("dimension", "2..100")),
        ],
        Measure = new PrimalGap(),
        WholeClass = new("smooth-convex", [.. Enumerable.Range(1, 20), 40]) { Measure = new PrimalGap(), Scale = "L*R^2" },
        Bound = "L*R^2/(4*N+2)",
        Horizons = [1, 2, 5, 20, 100],
        Samples = 25,
        Twins =
        [
            Twin.Constant("L R^2/(4N+4)", "(4*N+2)/(4*N+4)"),
            Twin.Order("L R^2/(4N+2)/sqrt(N)", "1/sqrt(N)"),
        ],
        Remarks = "A fixed threshold shows linear convergence in the end; the worst threshold depends on N, hence one run per horizon.",
    };
}
