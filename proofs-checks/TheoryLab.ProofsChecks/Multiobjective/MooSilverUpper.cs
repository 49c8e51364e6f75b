namespace TheoryLab.ProofsChecks.Multiobjective;

/// <summary>
/// Problem: L-smooth convex objectives. Guarantee: the silver steps have G(x_N) at most L R/(N+1)^p, p = log_2(1 + sqrt 2) = 1.2715..., N = 2^j - 1, on lifted
/// Huber functions and quadratics. Method: gradient descent with silver steps on fixed weights. Status: attained; a one-step method that beats 1/N.
/// </summary>
/// <remarks>
/// Equality: L S_N = (1 + sqrt 2)^j - 1, so that with tau = 1/(1 + L S_N) = (N+1)^-p the iterates stay on the linear piece and end at its edge.
/// </remarks>
public sealed class MooSilverUpper : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "moo-silver-upper",
        Topic = "multiobjective",
        Statement = "On lifted Huber functions and quadratics N = 2^j - 1 silver steps end at G(x_N) at most L R/(N+1)^p, p = log2(1 + sqrt 2), with equality on the Huber function of that threshold.",
        Source = new("Altschuler and Parrilo, Acceleration by stepsize hedging II, 2023", "schedule; the bound on these families", "verified numerically"),
        Assumptions = "Weights and steps fixed in advance, without a cap on the steps.",
        Kind = ClaimKind.Upper,
        Methods = [new DescentSilver()],
        Instances =
        [
            new("lifted-huber", ("tau", "(N+1)^(-(log(1+sqrt(2))/log(2)))")),
            new("lifted-huber", ("tau", "1e-5..1"), ("L", "0.01..100"), ("radius", "0.1..10"), ("first", "0..1")),
            new("lifted-quadratic", ("dimension", "1"), ("start", "largest"), ("basis", "coordinates")),
            new("lifted-quadratic", ("dimension", "2..50"), ("condition", "1..1e6"), ("first", "0..1")),
        ],
        Measure = new ParetoGap(),
        Bound = "L*R*(N+1)^(-(log(1+sqrt(2))/log(2)))",
        Horizons = [1, 3, 7, 15, 31, 63, 127, 255, 511, 1023],
        Samples = 40,
        Twins =
        [
            Twin.Constant("0.999999"),
            Twin.Order("L R/(N+1)^1.5", "(N+1)^(-1/4)"),
            new("steps 1/L do as well", TwinChange.Method, c => c with { Methods = [new GradientDescent()], Instances = [new("lifted-huber", ("tau", "1/(N+1)"))] }),
        ],
        Remarks = "Below L R/(2N+1) from N = 15 on: the lower bound of moo-onestep-lower needs its cap.",
    };
}
