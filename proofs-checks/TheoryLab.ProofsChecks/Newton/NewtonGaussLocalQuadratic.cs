namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: nonlinear least squares whose residuals vanish at x*. Guarantee: |x_{k+1} - x*| at most (E + M LB)/muB |x_k - x*|^2. Method: Gauss-Newton regularised by
/// M |g|. Status: tight up to the curvature of phi.
/// </summary>
/// <remarks>
/// With d = x - x*, the Taylor remainders e_i of r_i(x*) = 0 at x are at most (C/2) (a_i'd)^2 in size, and r = J d + e: B d - g = -J'e/n. Its norm is at most
/// c1 S/n times that of e, at most E |d|^2 with E = C c1 S^3/(2n). Since |g| is at most LB |d|,
/// x_{k+1} - x* = (B + M |g| I)^-1 (B d - g + M |g| d) has norm at most (E + M LB) |d|^2/muB, muB and LB the bounds on B.
/// </remarks>
public sealed class NewtonGaussLocalQuadratic : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "newton-gauss-local-quadratic",
        Topic = "newton",
        Statement = "Gauss-Newton steps regularised by M |g| give |x_{k+1} - x*| at most (E + M LB)/muB |x_k - x*|^2, where residuals vanish at x*.",
        Source = new("classical; see Nocedal and Wright, Numerical Optimization, 2006, chapter 10", "zero-residual problems; constant derived beside the claim", "derived"),
        Assumptions = "f = (1/2n) sum (phi(a_i'x) - phi(a_i'x*))^2, phi' between c0 and c1, |phi''| at most C, singular values of A from 1 to S.",
        Kind = ClaimKind.Step,
        Methods = [new RegularizedGaussNewton()],
        Instances =
        [
            new("nonlinear-least-squares", ("dimension", "1"), ("bend", "0.05"), ("minimizer", "0.414"), ("start", "0.01")),
            new("nonlinear-least-squares", ("dimension", "1"), ("bend", "0.05"), ("minimizer", "0.2..0.6"), ("start", "1e-3..0.1")),
            new("nonlinear-least-squares", ("dimension", "2..8"), ("bend", "0..1"), ("condition", "1..10"), ("minimizer", "0..5"), ("start", "1e-3..10")),
        ],
        Measure = new Distance(),
        Bound = "(E+M*LB)/muB*prev(r)^2",
        Iterations = 3,
        Samples = 30,
        Twins =
        [
            Twin.Constant("3/4"),
            Twin.Order("order 2.5", "sqrt(prev(r))"),
            new("the Fisher matrix as well", TwinChange.Method, c => c with { Methods = [new RegularizedFisherNewton()] }),
        ],
        Remarks = "Few steps: beyond them the new point is smaller than the rounding of the old one.",
    };
}
