namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: minimise sqrt(1 + x^2), strictly convex, from 1.1. Statement: |x_k| = 1.1^(3^k), so the method diverges. Method: Newton's with full steps. Status: exact.
/// </summary>
public sealed class NewtonUndampedDivergence : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "newton-undamped-divergence",
        Topic = "newton",
        Statement = "On sqrt(1 + x^2) from x_0 above 1, full Newton steps diverge: |x_k| is at least x_0^(3^k).",
        Source = new("classical; see Nesterov, Lectures on Convex Optimization, 2018, section 1.2.4", "x_{k+1} = -x_k^3", "derived"),
        Assumptions = "x_0 above 1.",
        Kind = ClaimKind.Negative,
        Methods = [new FullNewton()],
        Instances =
        [
            new("hyperbola", ("start", "1.1")),
            new("hyperbola", ("start", "1.1..3")),
        ],
        Measure = new Distance(),
        Bound = "R^(3^k)",
        From = 0,
        Iterations = 5,
        Samples = 20,
        Twins =
        [
            Twin.Constant("1.01"),
            new("full Newton converges globally on strictly convex functions", TwinChange.Kind, c => c with { Kind = ClaimKind.Upper, Bound = "R" }),
            new("from 0.9 as well it stays away", TwinChange.Kind, c => c with { Instances = [new("hyperbola", ("start", "0.9"))], Bound = "R" }),
            new("damped steps diverge as well", TwinChange.Method, c => c with { Methods = [new DampedNewton()] }),
        ],
    };
}
