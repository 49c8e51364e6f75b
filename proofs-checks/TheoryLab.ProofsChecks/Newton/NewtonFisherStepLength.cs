namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: one nonlinear equation as least squares. Statement: each step has length 1/(M + |g|), so the method does not converge. Method: Newton's regularised by
/// M |g| with the empirical Fisher matrix. Status: exact.
/// </summary>
/// <remarks>
/// With one residual the Fisher matrix is g g', and (g g' + M |g| I)^-1 g = g/(|g|^2 + M |g|). The gradient vanishes at x* and the length tends to 1/M there:
/// in a zero-residual problem the Fisher matrix is no curvature, unlike that of Gauss and Newton.
/// </remarks>
public sealed class NewtonFisherStepLength : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "newton-fisher-step-length",
        Topic = "newton",
        Statement = "On one residual, Newton steps with the Fisher matrix regularised by M |g| have the length 1/(M + |g|), however near x* is, so they do not converge.",
        Source = new("Semenov, Jaggi and Doikov, Gradient-normalized smoothness for optimization with approximate Hessians, 2025", "the method; identity derived beside the claim", "derived"),
        Assumptions = "f = (phi(a'x) - phi(a'x*))^2/2, g not zero.",
        Kind = ClaimKind.Identity,
        Methods = [new RegularizedFisherNewton()],
        Instances =
        [
            new("nonlinear-least-squares", ("dimension", "1"), ("bend", "0"), ("minimizer", "0"), ("start", "0.5"), ("extra", "0.5")),
            new("nonlinear-least-squares", ("dimension", "1"), ("bend", "0..1"), ("minimizer", "0..3"), ("start", "1e-3..10"), ("extra", "0.1..10")),
        ],
        Measure = new StepLength(),
        Bound = "1/(M+prev(g))",
        Iterations = 20,
        Samples = 20,
        Twins =
        [
            Twin.Constant("1.01"),
            Twin.Order("proportional to the gradient", "prev(g)"),
            new("Gauss-Newton steps as well", TwinChange.Method, c => c with { Methods = [new RegularizedGaussNewton()] }),
        ],
    };
}
