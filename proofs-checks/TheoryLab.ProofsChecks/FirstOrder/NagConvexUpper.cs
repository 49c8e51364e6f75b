namespace TheoryLab.ProofsChecks.FirstOrder;

/// <summary>
/// Problem: minimise an L-smooth convex f. Guarantee: f(x_N) - f* at most 2 L R^2/(N+1)^2. Method: Nesterov's accelerated gradient with either
/// momentum. Status: attained in the limit of large N on Huber functions.
/// </summary>
public sealed class NagConvexUpper : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "nag-convex-upper",
        Topic = "first-order",
        Statement = "Nesterov's accelerated gradient method has f(x_N) - f* at most 2 L R^2/(N+1)^2 after every N steps.",
        Source = new("Nesterov 1983; Beck and Teboulle, A fast iterative shrinkage-thresholding algorithm, SIAM Journal on Imaging Sciences 2, 2009", "Theorem 4.4"),
        Assumptions = "f convex, L-smooth, with a minimiser x* at distance R from x_0.",
        Kind = ClaimKind.Upper,
        Methods = [new NesterovAcceleration(), new NesterovThree()],
        Instances =
        [
            new("huber", ("tau", "4/(N^2+5*N+6)")),
            new("huber", ("tau", "1e-5..1")),
            new("convex-chain", ("dimension", "2..200")),
            new("quadratic", ("dimension", "2..50"), ("condition", "1..1e6")),
        ],
        Measure = new PrimalGap(),
        Bound = "2*L*R^2/(k+1)^2",
        Iterations = 200,
        Samples = 60,
        Twins =
        [
            Twin.Constant("1/2"),
            Twin.Order("2 L R^2/(k+1)^2.5", "1/sqrt(k+1)"),
        ],
        Remarks = "The largest ratio grows with N: about 0.95 at N = 100 with the t_k momentum.",
    };
}
