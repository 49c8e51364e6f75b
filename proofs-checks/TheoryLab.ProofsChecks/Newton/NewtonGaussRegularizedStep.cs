namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: nonlinear least squares whose residuals vanish at x*. Guarantee: f falls by |g|^2/(2 (LB + M |g|)) at least, LB a bound on the Gauss-Newton matrix. Method:
/// Gauss-Newton regularised by M |g|. Status: tight in the limit of small residuals; the Hessian may be indefinite.
/// </summary>
/// <remarks>
/// Let f = |r|^2/(2n), B = J'J/n, sigma = M |g|, s = -(B + sigma I)^-1 g the step, and e = r(x + s) - r - J s. The model |r + J s|^2/(2n) is
/// f - &lt;s, (B/2 + sigma I) s>, so |r + J s|^2/n is at most 2f. With phi' between c0 and c1, |phi''| at most C and singular values of A from 1 to S,
/// |e_i| is at most (C/2) (a_i's)^2, hence |e|/sqrt n at most E |s|^2, E = C S^2/(2 sqrt n). As |J s| is at most |r| and |s| at most 1/M, |e|/sqrt n is also at most
/// (C/2) (S/M) sqrt(2f)/c0, which is at most sqrt(2f). So f at x + s exceeds the model by &lt;r + J s, e>/n + |e|^2/(2n), at most (3/2) sqrt(2f) E |s|^2.
/// Each r_i is (a_i'd) times a slope of phi between c0 and c1, d = x - x*: &lt;g, d> is at least (c0/c1) 2f and |d| at most sqrt(2f) sqrt n/c0, which gives
/// |g| at least (c0^2/c1) sqrt(2f/n). For M = 3 (E sqrt n) c1/c0^2 the excess is at most sigma |s|^2/2, and f falls by &lt;s, (B + sigma I) s>/2 = &lt;g, (B + sigma I)^-1 g>/2.
/// </remarks>
public sealed class NewtonGaussRegularizedStep : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "newton-gauss-regularized-step",
        Topic = "newton",
        Statement = "A Gauss-Newton step regularised by M |g| lowers f by at least |g|^2/(2 (LB + M |g|)), where residuals vanish at x*.",
        Source = new("Semenov, Jaggi and Doikov, Gradient-normalized smoothness for optimization with approximate Hessians, 2025", "the method; certificate derived beside the claim", "derived"),
        Assumptions = "f = (1/2n) sum (phi(a_i'x) - phi(a_i'x*))^2, phi' between c0 and c1, |phi''| at most C, singular values of A from 1 to S, M = (3/2) C S^2 c1/c0^2 or more.",
        Kind = ClaimKind.Step,
        Methods = [new RegularizedGaussNewton()],
        Instances =
        [
            new("nonlinear-least-squares", ("dimension", "1"), ("bend", "1"), ("minimizer", "0"), ("start", "1e-3")),
            new("nonlinear-least-squares", ("dimension", "1"), ("bend", "1"), ("minimizer", "3"), ("start", "3..3.6")),
            new("nonlinear-least-squares", ("dimension", "2..8"), ("bend", "0..1"), ("condition", "1..10"), ("minimizer", "0..5"), ("start", "1e-3..10")),
        ],
        Measure = new PrimalGap(),
        Quantity = "prev(g)^2/(2*(LB+M*prev(g)))",
        Bound = "prev(h)-h",
        Iterations = 6,
        Samples = 30,
        Twins =
        [
            Twin.Constant("1.05 times that", "1/1.05"),
            new("full steps with the Hessian as well", TwinChange.Method, c => c with { Methods = [new FullNewton()] }),
            new("steps with the Fisher matrix as well", TwinChange.Method, c => c with { Methods = [new RegularizedFisherNewton()] }),
        ],
    };
}
