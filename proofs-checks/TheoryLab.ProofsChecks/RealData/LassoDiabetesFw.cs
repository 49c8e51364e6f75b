namespace TheoryLab.ProofsChecks.RealData;

/// <summary>
/// Problem: least squares on the diabetes data (442 x 10, standardised) over the unit l_1 ball. Guarantee: f(x_k) - f* is at most 2 L D^2/(k+2).
/// Method: Frank-Wolfe with step 2/(k+2). Status: upper bound, checked on real data.
/// </summary>
public sealed class LassoDiabetesFw : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "lasso-diabetes-fw",
        Topic = "frank-wolfe",
        Statement = "On least squares on the diabetes data (442 x 10, standardised) over the unit l_1 ball, open-loop Frank-Wolfe has f(x_k) - f* at most 2 L D^2/(k+2).",
        Source = new("Jaggi, Revisiting Frank-Wolfe: projection-free sparse convex optimization, ICML 2013", "Theorem 1"),
        Assumptions = "f convex; L = lambda_max(A'A)/m bounded by a completed Cholesky factorisation. f* from a point whose Frank-Wolfe gap is evaluated in double-doubles.",
        Kind = ClaimKind.Upper,
        Methods = [new Solvers.FrankWolfe()],
        Instances = [new("constrained-least-squares", ("data", "diabetes"), ("set", "l1-ball"), ("radius", "1"))],
        Measure = new PrimalGap(),
        Bound = "2*L*D^2/(k+2)",
        Iterations = 500,
        Twins =
        [
            Twin.Constant("1/20"),
        ],
        Remarks = "Real data. The bound is loose here by a factor of more than ten; open-loop steps are faster than 1/k, so no twin with a faster order within these iterations falls.",
    };
}
