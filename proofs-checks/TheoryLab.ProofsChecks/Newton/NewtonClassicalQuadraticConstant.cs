namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: minimise a mu-strongly convex f with an L_H-Lipschitz Hessian. Guarantee: |x_{k+1} - x*| at most L_H/(2 mu) |x_k - x*|^2. Method: Newton's with full
/// steps. Status: tight in the limit; on mu x^2/2 + L_H |x|^3/6 the ratio is 1/(1 + L_H |x|/mu).
/// </summary>
public sealed class NewtonClassicalQuadraticConstant : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "newton-classical-quadratic-constant",
        Topic = "newton",
        Statement = "Full Newton steps on mu-strongly convex f with an L_H-Lipschitz Hessian give |x_{k+1} - x*| at most L_H/(2 mu) |x_k - x*|^2.",
        Source = new("Kantorovich 1948; Nesterov, Lectures on Convex Optimization, 2018, section 1.2.4", "with mu for the curvature everywhere"),
        Assumptions = "f mu-strongly convex, Hessian L_H-Lipschitz.",
        Kind = ClaimKind.Step,
        Methods = [new FullNewton()],
        Instances =
        [
            new("cubed-model", ("LH", "3"), ("start", "0.1")),
            new("cubed-model", ("mu", "0.1..10"), ("LH", "0.1..100"), ("share", "0.1..1"), ("start", "0.1..1e3")),
        ],
        Measure = new Distance(),
        Bound = "LH/(2*mu)*prev(r)^2",
        Iterations = 4,
        Samples = 30,
        Twins =
        [
            Twin.Constant("1/2"),
            Twin.Order("order 2.5", "sqrt(prev(r))"),
        ],
        Remarks = "Few steps: beyond them the new point is smaller than the rounding of the old one, in double-doubles too.",
    };
}
