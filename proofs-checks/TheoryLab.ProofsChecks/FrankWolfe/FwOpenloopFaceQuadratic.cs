namespace TheoryLab.ProofsChecks.FrankWolfe;

/// <summary>
/// Problem: separable quadratics on the simplex with the optimum in the relative interior of a face, the ball of radius r around x* in the hull of that
/// face inside it. Guarantee: f(x_k) - f* at most 2 max(L D^2, L^2 D^4/(4 mu r^2))/(k+1)^2. Method: Frank-Wolfe with step 2/(k+2). Status: upper;
/// the order is attained.
/// </summary>
/// <remarks>
/// Derivation: off the face the gradient is not negative, on it its least component is not positive, as the components of y_k = x_k - x* sum to at
/// most zero there; so only vertices of the face are selected, and after the first step, of length 1, the iterates lie on it. With A the Hessian,
/// |.|_A its norm and z_k = k (k+1) y_k/2, z_{k+1} = z_k + (k+1)(s_k - x*). As s_k minimises &lt;A z_k, s&gt; over the face,
/// &lt;A z_k, s_k - x*&gt; is at most -r times the tangential part of A z_k, at most -r sqrt(mu) |z_k|_A. Hence |z_{k+1}|_A^2 is at most
/// q^2 - 2 (k+1) r sqrt(mu) q + (k+1)^2 L D^2 with q = |z_k|_A, which is convex in q: if q is at most C k, it is at most C^2 (k+1)^2 at both ends once
/// C^2 is at least L D^2 and C at least L D^2/(2 r sqrt(mu)). And f(x_k) - f* = |y_k|_A^2/2.
/// </remarks>
public sealed class FwOpenloopFaceQuadratic : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "fw-openloop-face-quadratic",
        Topic = "frank-wolfe",
        Statement = "On separable quadratics over the simplex with the optimum inside a face, open-loop Frank-Wolfe has f(x_k) - f* at most 2 max(L D^2, L^2 D^4/(4 mu r^2))/(k+1)^2, r the distance of x* to the boundary of the face.",
        Source = new("Wirth, Kerdreux and Pokutta, Acceleration of Frank-Wolfe algorithms with open-loop step-sizes, AISTATS 2023, for the order; constant derived", "derivation beside the claim", "derived"),
        Assumptions = "f a separable strongly convex quadratic, x* in the relative interior of a face of the simplex, the gradient there not negative off the face.",
        Kind = ClaimKind.Upper,
        Methods = [new Solvers.FrankWolfe()],
        Instances =
        [
            new("quadratic-on-simplex", ("dimension", "2"), ("support", "1"), ("condition", "1")),
            new("quadratic-on-simplex", ("dimension", "6"), ("support", "0.5"), ("condition", "1"), ("slope", "0.05")),
            new("quadratic-on-simplex", ("dimension", "2..40"), ("support", "0..1"), ("condition", "1..100"), ("slope", "0..1")),
        ],
        Measure = new PrimalGap(),
        Bound = "2*max(L*D^2,L^2*D^4/(4*mu*depth^2))/(k+1)^2",
        Iterations = 2000,
        Samples = 10,
        Twins =
        [
            Twin.Order("divided by k+1", "1/(k+1)"),
        ],
    };
}
