namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: minimise a semi-strongly self-concordant f. Guarantee: the new gradient is at most L alpha^2 lambda^2 in the old dual local norm. Method: affine-invariant
/// cubic Newton. Status: tight; equality where the curvature falls as fast as it may.
/// </summary>
/// <remarks>
/// The gradient of the quadratic model at the new point is (1 - alpha) g, of dual norm (1 - alpha) lambda = L alpha^2 lambda^2/2; the remainder is at most
/// L alpha^2 lambda^2/2 as well, and where the curvature falls both have one sign.
/// </remarks>
public sealed class NewtonAicnStepGradient : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "newton-aicn-step-gradient",
        Topic = "newton",
        Statement = "With alpha its step size, an affine-invariant cubic Newton step leaves a gradient of at most L alpha^2 lambda^2 in the dual local norm of the old point.",
        Source = new("Hanzely, Kamzolov, Pasechnyuk, Gasnikov, Richtarik and Takac, A damped Newton method achieves global O(1/k^2) and local quadratic convergence rate, NeurIPS 2022", "derivation beside the claim", "derived"),
        Assumptions = "f convex, semi-strongly self-concordant with constant L.",
        Kind = ClaimKind.Step,
        Methods = [new AffineInvariantCubicNewton()],
        Instances =
        [
            new("cubic-local-model", ("L", "1"), ("slope", "0.1"), ("bend", "down")),
            new("cubic-local-model", ("L", "1e-2..1e4"), ("slope", "1e-3..1e3")),
            new("cubic-local-model", ("L", "1e-2..1e4"), ("slope", "1e-3..1e3"), ("bend", "down")),
        ],
        Measure = new CarriedGradientNorm(),
        Bound = "Lsemi*(2/(1+sqrt(1+2*Lsemi*prev(lambda))))^2*prev(lambda)^2",
        OneStep = true,
        Samples = 20,
        Twins =
        [
            Twin.Constant("0.99"),
            Twin.Order("L alpha^2 lambda^2.5", "sqrt(prev(lambda))"),
        ],
    };
}
