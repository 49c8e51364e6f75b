namespace TheoryLab.ProofsChecks.FirstOrder;

/// <summary>
/// Problem: nonconvex homogeneous functions of the plane, and sines on a parabola. Guarantee: condition (a) of nag-benign-nonconvex, aiming,
/// holds along the run with mu = 1 - a, or the certified mu. Method: Nesterov's in three-sequence form. Status: attained on the ray where f is lowest.
/// </summary>
/// <remarks>Derivation: f is homogeneous of degree two, so &lt;grad f, x&gt; = 2 f, and f is at least (1-a)|x|^2/2 with equality on a ray.</remarks>
public sealed class NagBenignAiming : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "nag-benign-aiming",
        Topic = "first-order",
        Statement = "On (r^2/2)(1 + a cos(m t)), and on x^2/2 + a sin(b x)^2 with 2 a b^2 up to 1.7, <grad f(y_k), y_k - x*> is at least f(y_k) - f* + (mu/2)|y_k - x*|^2 with the declared mu, at every y_k of Nesterov's method.",
        Source = new("Euler's identity for homogeneous functions", "derivation beside the claim", "derived"),
        Assumptions = "m even, 0 <= a < 1; mu = 1 - a, or 1 - 1.1736 a b^2 from a certified infimum.",
        Kind = ClaimKind.Upper,
        Methods = [new NesterovThreeSequence()],
        Instances =
        [
            new("angular-quadratic", ("amplitude", "0.2"), ("frequency", "4"), ("angle", "3.14159265358979/4")),
            new("sine-bowl", ("a", "0.3"), ("b", "1.5")),
            new("sine-bowl", ("a", "0..0.35"), ("b", "1.5"), ("start", "-5..5")),
            new("angular-quadratic", ("amplitude", "0..0.9"), ("frequency", "4"), ("angle", "0..6.3")),
            new("angular-quadratic", ("amplitude", "0..0.9"), ("frequency", "12"), ("angle", "0..6.3")),
        ],
        Measure = new ExtrapolatedSquaredDistance(),
        Quantity = "mu/2*y2",
        Bound = "aim-hy",
        From = 0,
        Iterations = 100,
        Samples = 25,
        Twins =
        [
            Twin.Constant("0.99"),
            new("some positive mu serves (a, b) = (0.1, 3) as well", TwinChange.Instance, c => c with
            {
                Quantity = "1e-9*y2",
                Methods = [new GradientDescent()],
                Instances = [new("sine-bowl", ("a", "0.1"), ("b", "3"), ("start", "0.68"))],
            }),
        ],
    };
}
