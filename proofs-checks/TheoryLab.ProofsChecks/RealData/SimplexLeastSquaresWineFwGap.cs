namespace TheoryLab.ProofsChecks.RealData;

/// <summary>
/// Problem: least squares on the wine data (178 x 13, standardised) over the simplex. Guarantee: the smallest Frank-Wolfe gap among
/// iterations 1 to k is at most 27 L D^2/(4 (k+2)). Method: Frank-Wolfe with step 2/(k+2). Status: upper bound, checked on real data.
/// </summary>
public sealed class SimplexLeastSquaresWineFwGap : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "simplex-least-squares-wine-fw-gap",
        Topic = "frank-wolfe",
        Statement = "On least squares on the wine data (178 x 13, standardised) over the simplex, open-loop Frank-Wolfe has a Frank-Wolfe gap of at most 27 L D^2/(4 (k+2)) at one of the iterations 1 to k.",
        Source = new("Jaggi, Revisiting Frank-Wolfe: projection-free sparse convex optimization, ICML 2013", "Theorem 2, with exact linear minimisation"),
        Assumptions = "f convex; L = lambda_max(A'A)/m bounded by a completed Cholesky factorisation. The gap needs no optimal value.",
        Kind = ClaimKind.Upper,
        Methods = [new Solvers.FrankWolfe()],
        Instances = [new("constrained-least-squares", ("data", "wine"), ("set", "simplex"), ("radius", "1"))],
        Measure = new FrankWolfeGap(),
        Quantity = "best(G)",
        Bound = "27*L*D^2/(4*(k+2))",
        Iterations = 500,
        Twins =
        [
            Twin.Constant("1/40"),
        ],
        Remarks = "Real data. The bound is loose here by a factor of more than ten; open-loop steps are faster than 1/k, so no twin with a faster order within these iterations falls.",
    };
}
