namespace TheoryLab.ProofsChecks.Coordinate;

/// <summary>
/// Problem: quadratic plus penalty |x|_1. Identity: x_k = x* once the support is that of x*. Method: a proximal step, then Newton's step on the
/// support. Status: exact.
/// </summary>
public sealed class BcdFiniteTermination : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "bcd-finite-termination",
        Topic = "block-coordinate-descent",
        Statement = "Once the support is identified, one Newton step on it lands on x*: block descent whose variable block is the support ends after finitely many steps.",
        Source = new("Nutini, Laradji and Schmidt, Let's make block coordinate descent converge faster, Journal of Machine Learning Research 23, 2022", "superlinear and finite convergence"),
        Assumptions = "F = f + penalty |x|_1, f quadratic and strongly convex, delta positive; from step 150 on, which the bound of bcd-active-set-time allows for.",
        Kind = ClaimKind.Identity,
        Methods = [new SupportNewton()],
        Instances =
        [
            new("l1-quadratic", ("dimension", "15"), ("spread", "2"), ("support", "0.4"), ("margin", "0.3"), ("distance", "10")),
            new("l1-quadratic", ("dimension", "3..15"), ("spread", "1..3"), ("support", "0.2..0.8"), ("margin", "0.2..0.9"), ("distance", "0.1..10")),
        ],
        Measure = new Distance(),
        Quantity = "R+1e9*r",
        Bound = "R",
        From = 150,
        Iterations = 160,
        Samples = 15,
        Twins =
        [
            new("blocks of a fixed partition end too", TwinChange.Method, c => c with
            {
                Methods = [new BlockDescent(4, BlockPartition.Fixed, BlockRule.Sweep)],
                Instances = [new("coupled-quadratic", ("matrix", "two-halves"), ("dimension", "8"), ("coupling", "0.99"), ("block", "4"))],
            }),
            new("at the first step", TwinChange.Constant, c => c with { From = 1 }),
        ],
        Remarks = "R + 1e9 r = R is r = 0 on the scale of R = |x_0 - x*|: judged with the rounding of the distance, and finer by 1e9 than what is allowed for rounded parameters of an instance.",
    };
}
