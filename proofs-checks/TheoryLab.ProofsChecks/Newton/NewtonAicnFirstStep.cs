namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: minimise a semi-strongly self-concordant f. Guarantee: f(x_1) - f* at most L D^3/3, D = |x_0 - x*| in the local norm of x_0. Method: affine-invariant
/// cubic Newton. Status: upper; consistency.
/// </summary>
/// <remarks>
/// The step minimises the cubic model in the local norm, which is within L |y - x_0|^3/6 of f: f(x_1) is at most the minimum over y of
/// f(y) + L |y - x_0|^3/3, and y = x* is one choice.
/// </remarks>
public sealed class NewtonAicnFirstStep : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "newton-aicn-first-step",
        Topic = "newton",
        Statement = "The first step of affine-invariant cubic Newton reaches f(x_1) - f* at most L D^3/3, D the local norm of x_0 - x* at x_0.",
        Source = new("Hanzely, Kamzolov, Pasechnyuk, Gasnikov, Richtarik and Takac, A damped Newton method achieves global O(1/k^2) and local quadratic convergence rate, NeurIPS 2022", "derivation beside the claim", "derived"),
        Assumptions = "f convex, semi-strongly self-concordant with constant L.",
        Kind = ClaimKind.Upper,
        Methods = [new AffineInvariantCubicNewton()],
        Instances =
        [
            new("cubed-model", ("start", "1")),
            new("cubed-model", ("mu", "0.01..100"), ("LH", "0.01..100"), ("share", "0..1"), ("start", "1e-3..1e3")),
        ],
        Measure = new PrimalGap(),
        Bound = "Lsemi*largest(rx)^3/3",
        OneStep = true,
        Samples = 30,
        Twins =
        [
            Twin.Constant("L D^3/30", "1/10"),
        ],
    };
}
