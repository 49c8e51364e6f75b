namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: minimise a semi-strongly self-concordant f. Guarantee: the new gradient is at most L lambda^2 in the old dual local norm. Method: affine-invariant cubic
/// Newton. Status: tight in the limit; on x^2/2 + |x|^3/6 e_{k+1}/e_k^2 tends to 1.
/// </summary>
/// <remarks>
/// It is at most L alpha^2 lambda^2, and alpha is at most 1; alpha tends to 1 with lambda.
/// </remarks>
public sealed class NewtonAicnLocalQuadratic : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "newton-aicn-local-quadratic",
        Topic = "newton",
        Statement = "An affine-invariant cubic Newton step leaves a gradient of at most L lambda^2 in the dual local norm of the old point.",
        Source = new("Hanzely, Kamzolov, Pasechnyuk, Gasnikov, Richtarik and Takac, A damped Newton method achieves global O(1/k^2) and local quadratic convergence rate, NeurIPS 2022", "local quadratic convergence; constant derived", "derived"),
        Assumptions = "f convex, semi-strongly self-concordant with constant L.",
        Kind = ClaimKind.Step,
        Methods = [new AffineInvariantCubicNewton()],
        Instances =
        [
            new("cubed-model", ("start", "0.1")),
            new("cubed-model", ("mu", "0.1..10"), ("LH", "0.1..100"), ("share", "0..1"), ("start", "0.1..1e3")),
        ],
        Measure = new CarriedGradientNorm(),
        Bound = "Lsemi*prev(lambda)^2",
        Iterations = 4,
        Samples = 30,
        Twins =
        [
            Twin.Constant("L lambda^2/2, the constant of undamped steps", "1/2"),
            Twin.Order("order 2.5", "sqrt(prev(lambda))"),
        ],
        Remarks = "Few steps: beyond them the new point is smaller than the rounding of the old one, in double-doubles too.",
    };
}
