namespace TheoryLab.ProofsChecks.Newton;

/// <summary>
/// Problem: minimise a convex f with a third derivative that is L-Lipschitz in local norms. Guarantee: f(x_k) - f* at most 9 L D (12 D/k)^3 + lambda_0 D exp(-k/4), D the
/// largest |x_i - x*| in local norms. Method: root Newton, q = 4. Status: upper; consistency.
/// </summary>
public sealed class NewtonRnGlobal4 : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "newton-rn-global-4",
        Topic = "newton",
        Statement = "For q = 4, root Newton has f(x_k) - f* at most 9 L D (12 D/k)^3 + lambda_0 D exp(-k/4), D the largest local norm of x_i - x* before k.",
        Source = new("Hanzely, Abdukhakimov and Takac, Damped Newton method with near-optimal global O(k^-3) convergence rate, 2024", "global theorem with gamma = 1, as a published summary gives it", "verified numerically"),
        Assumptions = "f convex, third derivative L-Lipschitz in local norms; gamma = 1.",
        Kind = ClaimKind.Upper,
        Methods = [new RootNewton(4)],
        Instances =
        [
            new("quartic-model", ("K", "0.1"), ("start", "1e-6")),
            new("quartic-model", ("K", "1e4"), ("start", "1000")),
            new("quartic-model", ("K", "1e-2..1e4"), ("share", "0..1"), ("start", "1e-2..1e3")),
        ],
        Measure = new PrimalGap(),
        Bound = "9*L4*largest(rx)*(12*largest(rx)/k)^3+largest(lambda)*largest(rx)*exp(-k/4)",
        Iterations = 40,
        Samples = 30,
        Twins =
        [
            Twin.Order("without the exponential term, as abstracts have it", "9*L4*largest(rx)*(12*largest(rx)/k)^3/(9*L4*largest(rx)*(12*largest(rx)/k)^3+largest(lambda)*largest(rx)*exp(-k/4))"),
        ],
        Remarks = "largest(lambda) is lambda_0 here. The exponential term is part of the theorem.",
    };
}
