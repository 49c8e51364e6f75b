namespace TheoryLab.ProofsChecks.Coordinate;

/// <summary>
/// Problem: quadratic plus penalty |x|_1, Z = {i: x*_i = 0}, delta = min over Z of penalty - |grad_i f(x*)|. Guarantee: after a step from x_k, every
/// |x_i| with i in Z is at most max(0, |x_k - x*| - delta/L). Method: proximal steps 1/L. Status: attained in one variable as mu/L tends to 0.
/// </summary>
/// <remarks>
/// Derivation: I - grad f/L is nonexpansive, so that |L x_i - grad_i f(x) - (L x*_i - grad_i f(x*))| is at most L |x - x*|. For i in Z, x*_i = 0 and
/// |grad_i f(x*)| is at most penalty - delta; soft thresholding takes the penalty off.
/// </remarks>
public sealed class BcdActiveSetIdentification : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "bcd-active-set-identification",
        Topic = "block-coordinate-descent",
        Statement = "A proximal step 1/L has |x_i| at most max(0, |x_k - x*| - delta/L) for every i with x*_i = 0: within delta/L of x* all of Z is set to zero at once.",
        Source = new("Nutini, Schmidt and Hare, Active-set complexity of proximal gradient, Optimization Letters 13, 2019, for the radius delta/(2 L); this form", "derivation beside the claim", "derived"),
        Assumptions = "F = f + penalty |x|_1, f convex and L-smooth, delta positive.",
        Kind = ClaimKind.Step,
        Methods = [new ProximalGradient()],
        Instances =
        [
            new("l1-quadratic", ("matrix", "diagonal"), ("dimension", "2"), ("spread", "100"), ("support", "0.5"), ("margin", "0.5"), ("distance", "0.0075"), ("direction", "first")),
            new("l1-quadratic", ("matrix", "diagonal"), ("dimension", "2"), ("spread", "100"), ("support", "0.5"), ("margin", "0.5"), ("distance", "0.1"), ("direction", "first")),
            new("l1-quadratic", ("matrix", "diagonal"), ("dimension", "2"), ("spread", "1000"), ("support", "0.5"), ("margin", "0.5"), ("distance", "1"), ("direction", "first")),
            new("l1-quadratic", ("dimension", "2..30"), ("spread", "1..10"), ("penalty", "0.1..10"), ("margin", "0.1..0.9"), ("distance", "0.01..10")),
        ],
        Measure = new OffSupport(),
        Bound = "max(0,prev(r)-delta/L)",
        Iterations = 100,
        Samples = 20,
        Twins =
        [
            Twin.Constant("radius 1.5 delta/L", "max(0,prev(r)-1.5*delta/L)/max(prev(r)-delta/L,1e-300)"),
            Twin.Constant("0.95"),
        ],
        Remarks = "delta/L is no twin of the published delta/(2 L): it is true.",
    };
}
