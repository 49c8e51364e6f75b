namespace TheoryLab.ProofsChecks.FrankWolfe;

/// <summary>
/// Problem: minimise an L-smooth mu-strongly convex f over a polytope of diameter D and pyramidal width w. Guarantee: f(x_k) - f* at most
/// h_0 (1 - (mu/(4 L)) (w/D)^2)^(k/2). Method: Frank-Wolfe with away steps. Status: upper; linear rate, constant loose by a factor of about forty.
/// </summary>
public sealed class FwAwayLinear : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "fw-away-linear",
        Topic = "frank-wolfe",
        Statement = "On a polytope, Frank-Wolfe with away steps has f(x_k) - f* at most h_0 (1 - (mu/(4 L)) (w/D)^2)^(k/2), w the pyramidal width.",
        Source = new("Lacoste-Julien and Jaggi, On the global linear convergence of Frank-Wolfe optimization variants, NeurIPS 2015", "Theorem 1"),
        Assumptions = "Polytope, f L-smooth and mu-strongly convex; k/2 counts the steps that are no drop steps, from a start at a single vertex.",
        Kind = ClaimKind.Upper,
        Methods = [new AwayStepFrankWolfe()],
        Instances =
        [
            new("wolfe-triangle"),
            new("quadratic-on-simplex", ("dimension", "20"), ("support", "0.5"), ("condition", "4"), ("slope", "0")),
            new("quadratic-on-simplex", ("dimension", "2..40"), ("support", "0.05..1"), ("condition", "1..10"), ("slope", "0..1")),
            new("quadratic-on-cube", ("dimension", "2..12"), ("interior", "0..1"), ("condition", "1..10"), ("slope", "0..1")),
        ],
        Measure = new PrimalGap(),
        Bound = "h0*(1-mu*w^2/(4*L*D^2))^(k/2)",
        Iterations = 500,
        Samples = 30,
        Twins =
        [
            new("short steps without away steps have the same rate", TwinChange.Method, c => c with { Methods = [new FrankWolfeShortStep()] }),
        ],
        Remarks = "A drop step makes no guaranteed progress. The twin falls on the triangle, where short steps zigzag at 1/k.",
    };
}
