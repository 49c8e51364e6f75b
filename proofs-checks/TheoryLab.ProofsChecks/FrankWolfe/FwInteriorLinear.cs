namespace TheoryLab.ProofsChecks.FrankWolfe;

/// <summary>
/// Problem: minimise a strongly convex f whose minimiser lies inside the set, in a ball of radius r. Guarantee, at every step:
/// h_{k+1} at most (1 - min(1/2, mu r^2/(L D^2))) h_k. Method: Frank-Wolfe with the short step. Status: upper; linear rate, constant loose.
/// </summary>
/// <remarks>
/// Derivation: with B(x*, r) in C the point x* - r grad f(x_k)/|grad f(x_k)| is feasible, so G_k is at least r |grad f(x_k)| + &lt;grad f(x_k), x_k - x*&gt;,
/// hence at least r |grad f(x_k)|, whose square is at least 2 mu r^2 h_k; also G_k is at least h_k. Put into the decrease of a short step,
/// min(G_k/2, G_k^2/(2 L D^2)).
/// </remarks>
public sealed class FwInteriorLinear : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "fw-interior-linear",
        Topic = "frank-wolfe",
        Statement = "With the minimiser at distance r from the boundary, every short step of Frank-Wolfe multiplies the primal gap by at most 1 - min(1/2, mu r^2/(L D^2)).",
        Source = new("Guelat and Marcotte, Some comments on Wolfe's away step, Mathematical Programming 35, 1986; constant derived", "derivation beside the claim", "derived"),
        Assumptions = "f mu-strongly convex and L-smooth, B(x*, r) inside C, C of diameter D.",
        Kind = ClaimKind.Step,
        Methods = [new FrankWolfeShortStep()],
        Instances =
        [
            new("quadratic-on-ball", ("condition", "1"), ("depth", "0.5")),
            new("quadratic-on-ball", ("condition", "10"), ("depth", "0.5")),
            new("quadratic-on-ball", ("condition", "1"), ("depth", "0.1")),
            new("quadratic-on-ball", ("condition", "10"), ("depth", "0.1")),
            new("quadratic-on-ball", ("condition", "1"), ("depth", "0.02")),
            new("quadratic-on-ball", ("condition", "10"), ("depth", "0.02")),
            new("quadratic-on-ball", ("dimension", "2..50"), ("condition", "1..100"), ("depth", "0.01..0.9")),
        ],
        Measure = new PrimalGap(),
        Bound = "prev(h)*(1-min(1/2,mu*depth^2/(L*D^2)))",
        Iterations = 40,
        Samples = 30,
        Twins =
        [
            Twin.Constant("the radius dropped: h_{k+1} at most (1 - mu/(4 L)) h_k", "(1-mu/(4*L))/(1-min(1/2,mu*depth^2/(L*D^2)))"),
            new("open-loop steps converge linearly too", TwinChange.Method, c => c with { Methods = [new Solvers.FrankWolfe()] }),
        ],
        Remarks = "Only a small radius refutes the first twin.",
    };
}
