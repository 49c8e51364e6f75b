namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: minimise a semi-strongly self-concordant f from lambda_0 at most 8/(9 L). Guarantee: lambda_k at most (3L/2)^(2^k - 1) lambda_0^(2^k). Method:
/// affine-invariant cubic Newton. Status: upper; the order is attained, the constant is not.
/// </summary>
public sealed class NewtonAicnLocalComposed : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "newton-aicn-local-composed",
        Topic = "newton",
        Statement = "From lambda_0 at most 8/(9L), affine-invariant cubic Newton has lambda_k at most (3L/2)^(2^k - 1) lambda_0^(2^k).",
        Source = new("Hanzely, Kamzolov, Pasechnyuk, Gasnikov, Richtarik and Takac, A damped Newton method achieves global O(1/k^2) and local quadratic convergence rate, NeurIPS 2022", "local theorem, composed: lambda_{k+1} at most (3/2) L lambda_k^2; the exponent k in place of 2^k - 1 that is printed there is a misprint"),
        Assumptions = "f convex, semi-strongly self-concordant with constant L, lambda_0 at most 8/(9 L).",
        Kind = ClaimKind.Upper,
        Methods = [new AffineInvariantCubicNewton()],
        Instances =
        [
            new("cubed-model", ("LH", "1000"), ("start", "8e-4")),
            new("cubed-model", ("LH", "0.01..1"), ("start", "1e-3..0.5")),
        ],
        Measure = new NewtonDecrement(),
        Bound = "(3*Lsemi/2)^(2^k-1)*largest(lambda)^(2^k)",
        Iterations = 5,
        Samples = 30,
        Twins =
        [
            Twin.Order("(3L/2)^k lambda_0^(2^k), as printed", "(3*Lsemi/2)^(k+1-2^k)"),
            Twin.Constant("1/2.5"),
        ],
        Remarks = "largest(lambda) is lambda_0, since the decrement falls.",
    };
}
