namespace TheoryLab.ProofsChecks.FirstOrder;

/// <summary>
/// Problem: nonconvex homogeneous functions of the plane. Guarantee: condition (b) of nag-benign-nonconvex, at most sqrt(mu L) of negative
/// curvature between y_k and x_k, holds along the run. Method: Nesterov's in three-sequence form. Status: upper.
/// </summary>
/// <remarks>
/// Derivation: the smallest eigenvalue of the Hessian is -eps = 1 + a - a m^2/2, so that f(x) - f(y) - &lt;grad f(y), x - y&gt; is at least
/// -(eps/2)|x-y|^2; for m = 4 and a up to 0.35, eps = 7a - 1 is at most sqrt((1-a)(1+7a)).
/// </remarks>
public sealed class NagBenignCurvature : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "nag-benign-curvature",
        Topic = "first-order",
        Statement = "On (r^2/2)(1 + a cos(4 t)) with a at most 0.35, f(x_k) is at least f(y_k) + <grad f(y_k), x_k - y_k> - (sqrt(mu L)/2)|x_k - y_k|^2 along Nesterov's method; so it is on x^2/2 + 0.3 sin(1.5 x)^2.",
        Source = new("by the smallest eigenvalue of the Hessian", "derivation beside the claim", "derived"),
        Assumptions = "mu = 1 - a, L = 1 + 7a; for the sine mu = 0.2078, L = 2.35 and eps = 0.35 is at most 0.698.",
        Kind = ClaimKind.Upper,
        Methods = [new NesterovThreeSequence()],
        Instances =
        [
            new("angular-quadratic", ("amplitude", "0.35"), ("frequency", "4"), ("angle", "0.02")),
            new("sine-bowl", ("a", "0.3"), ("b", "1.5"), ("start", "-5..5")),
            new("angular-quadratic", ("amplitude", "0..0.35"), ("frequency", "4"), ("angle", "0..6.3")),
        ],
        Measure = new PrimalGap(),
        Quantity = "hy+gyx-h",
        Bound = "sqrt(mu*L)/2*v2",
        Iterations = 100,
        Samples = 25,
        Twins = [Twin.Constant("1/4")],
        Remarks = "Only a start near the ridge t = 0 meets negative curvature; elsewhere f is convex between y_k and x_k.",
    };
}
