namespace TheoryLab.ProofsChecks.Multiobjective;

/// <summary>
/// Problem: two objectives. Identity: G(x) is |g_2 + lam (g_1 - g_2)| with lam = -&lt;g_2, g_1 - g_2&gt;/|g_1 - g_2|^2 clipped to [0, 1]. Method: gradient
/// descent on a fixed scalarisation, from outside the Pareto set into it. Status: exact, on both sides of the clip.
/// </summary>
/// <remarks>
/// Derivation: the gradient of h keeps the norm L tau R on the linear piece, and w_k - a/2 (1, 1) = (127/128)^k 2 (1, -1), whose distance from the segment from
/// a e_1 to a e_2, a = 1, is sqrt 2 times what 2 (127/128)^k exceeds a/2 by. Unclipped, the combination would cancel the w-part altogether.
/// </remarks>
public sealed class MooGapFormula : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "moo-gap-formula",
        Topic = "multiobjective",
        Statement = "The Pareto-stationarity gap of two objectives is |g_2 + lam (g_1 - g_2)| with lam = -<g_2, g_1 - g_2>/|g_1 - g_2|^2 clipped to [0, 1].",
        Source = new("Fliege and Svaiter, Steepest descent methods for multicriteria optimization, Mathematical Methods of Operations Research 51, 2000; Desideri 2012", "the case m = 2", "derived"),
        Assumptions = "Two objectives, a Huber function lifted, w_0 outside the Pareto set within its line.",
        Kind = ClaimKind.Identity,
        Methods = [new GradientDescent()],
        Instances =
        [
            new("lifted-huber", ("tau", "1/1024"), ("pull", "1/128"), ("along", "2")),
            new("lifted-huber", ("tau", "1/1024"), ("pull", "1/128"), ("along", "2"), ("L", "0.01..100"), ("radius", "0.1..10")),
        ],
        Measure = new ParetoGap(),
        Bound = "sqrt((L*Rh/1024)^2+2*(L/128*max(0,2*(127/128)^k-1/2))^2)",
        From = 0,
        Iterations = 300,
        Samples = 5,
        Twins =
        [
            Twin.Constant("1.000001"),
            new("lam not clipped", TwinChange.Order, c => c with { Bound = "L*Rh/1024" }),
        ],
        Remarks = "The solver for m objectives is compared with enumeration of all faces in the tests of the kernels.",
    };
}
