namespace TheoryLab.ProofsChecks.FirstOrder;

/// <summary>
/// Problem: an L-smooth f, possibly nonconvex, that aims at x* and is not too concave along the momentum. Guarantee: E_{k+1} at most
/// (1 - sqrt(mu/L)) E_k with E = f(x) - f* + (mu/2)|z - x*|^2. Method: Nesterov's in three-sequence form. Status: certificate.
/// </summary>
/// <remarks>
/// Derivation, s = sqrt(mu/L), g = grad f(y). Smoothness: f(x+) is at most f(y) - |g|^2/(2L). Expanding the square,
/// (mu/2)|z+ - x*|^2 = (mu/2)|(1-s)(z-x*) + s(y-x*)|^2 - s &lt;g, (1-s)(z-x*) + s(y-x*)&gt; + |g|^2/(2L). The |g|^2 cancel. Since s(z - y) = y - x, the product
/// is s &lt;g, y-x*&gt; + (1-s) &lt;g, y-x&gt;, and the square is at most (1-s)|z-x*|^2 + s|y-x*|^2 - s(1-s)|z-y|^2. Aiming bounds the first product by
/// f(y) - f* + (mu/2)|y-x*|^2, condition (b) the second one by f(y) - f(x) - (eps/2)|x-y|^2. What remains is
/// (1-s) E + ((1-s)/2)(eps - mu/s)|x-y|^2, and mu/s = sqrt(mu L).
/// </remarks>
public sealed class NagBenignNonconvex : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "nag-benign-nonconvex",
        Topic = "first-order",
        Statement = "Where f aims at x* with constant mu and has at most sqrt(mu L) of negative curvature along the momentum, every step has E_{k+1} at most (1 - sqrt(mu/L)) E_k, E_k = f(x_k) - f* + (mu/2)|z_k - x*|^2.",
        Source = new("Gupta and Wojtowytsch, Nesterov acceleration in benignly non-convex landscapes, 2025; this form", "derivation beside the claim", "derived"),
        Assumptions = "f L-smooth; (a) and (b) at the points visited, which the claims nag-benign-aiming and nag-benign-curvature check.",
        Kind = ClaimKind.Step,
        Methods = [new NesterovThreeSequence()],
        Instances =
        [
            new("angular-quadratic", ("amplitude", "0.2"), ("frequency", "4")),
            new("angular-quadratic", ("amplitude", "0.2"), ("frequency", "12")),
            new("quadratic", ("dimension", "2"), ("condition", "100"), ("start", "smallest"), ("basis", "coordinates")),
            new("sine-bowl", ("a", "0.3"), ("b", "1.5")),
            new("sine-bowl", ("a", "0.1"), ("b", "1.5")),
            new("sine-bowl", ("a", "0.3"), ("b", "1.5"), ("start", "-10..10")),
            new("angular-quadratic", ("amplitude", "0..0.3"), ("frequency", "4"), ("angle", "0..6.3")),
            new("quadratic", ("dimension", "2..50"), ("condition", "2..1e4"), ("L", "0.1..10")),
        ],
        Measure = new PrimalGap(),
        Quantity = "h+mu/2*z2",
        Bound = "(1-sqrt(mu/L))*(prev(h)+mu/2*prev(z2))",
        Iterations = 200,
        Samples = 25,
        Twins =
        [
            new("rate 1 - 3 sqrt(mu/L), on a quadratic with kappa = 100", TwinChange.Order, c => c with
            {
                Bound = c.Bound! * "(1-3*sqrt(mu/L))/(1-sqrt(mu/L))",
                Instances = [c.Instances[2]],
            }),
            Twin.Constant("0.95"),
        ],
        Remarks = "The quadratic form with frequency 12 has curvature -13.2, far beyond sqrt(mu L) = 3.5, and obeys the bound all the same: (b) is asked for along the run only.",
    };
}
