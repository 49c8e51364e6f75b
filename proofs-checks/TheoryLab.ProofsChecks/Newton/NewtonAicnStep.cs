namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: minimise a semi-strongly self-concordant f. Guarantee: a step lowers f by at least alpha (4 - alpha) lambda^2/6. Method: affine-invariant cubic Newton.
/// Status: tight; equality on -lambda t + t^2/2 + L t^3/6 from 0.
/// </summary>
/// <remarks>
/// f(x - alpha n) is at most f(x) - alpha lambda^2 + alpha^2 lambda^2/2 + L alpha^3 lambda^3/6. With L lambda alpha^2/2 = 1 - alpha the last term is
/// alpha (1 - alpha) lambda^2/3, and the sum is f(x) - alpha (4 - alpha) lambda^2/6.
/// </remarks>
public sealed class NewtonAicnStep : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "newton-aicn-step",
        Topic = "newton",
        Statement = "With alpha its step size, an affine-invariant cubic Newton step lowers f by at least alpha (4 - alpha) lambda^2/6.",
        Source = new("Hanzely, Kamzolov, Pasechnyuk, Gasnikov, Richtarik and Takac, A damped Newton method achieves global O(1/k^2) and local quadratic convergence rate, NeurIPS 2022", "the step minimises the cubic model in the local norm", "derived"),
        Assumptions = "f convex, semi-strongly self-concordant with constant L.",
        Kind = ClaimKind.Step,
        Methods = [new AffineInvariantCubicNewton()],
        Instances =
        [
            new("cubic-local-model", ("L", "2"), ("slope", "1")),
            new("cubic-local-model", ("L", "1000"), ("slope", "0.05")),
            new("cubic-local-model", ("L", "1e-2..1e4"), ("slope", "1e-3..1e3")),
            new("cubic-local-model", ("L", "1e-2..1e4"), ("slope", "1e-3..1e3"), ("bend", "down")),
        ],
        Measure = new PrimalGap(),
        Quantity = "(2/(1+sqrt(1+2*Lsemi*prev(lambda))))*(4-2/(1+sqrt(1+2*Lsemi*prev(lambda))))*prev(lambda)^2/6",
        Bound = "prev(h)-h",
        OneStep = true,
        Samples = 20,
        Twins =
        [
            Twin.Constant("alpha (4 - alpha) lambda^2/5", "5/6"),
            new("with L lambda^2 in place of L lambda f falls", TwinChange.Method, c => c with { Methods = [new AffineInvariantCubicNewton(2)], Quantity = "0" }),
        ],
    };
}
