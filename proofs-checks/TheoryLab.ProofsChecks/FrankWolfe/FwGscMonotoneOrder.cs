namespace TheoryLab.ProofsChecks.FrankWolfe;

/// <summary>
/// Problem: minimise a generalised self-concordant f, infinite on part of the set. Guarantee: f(x_k) - f* is O(1/k). Method: Frank-Wolfe with step
/// 2/(k+2), taken if f does not rise. Status: order, nearly attained on random portfolios.
/// </summary>
public sealed class FwGscMonotoneOrder : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "fw-gsc-monotone-order",
        Topic = "frank-wolfe",
        Statement = "On generalised self-concordant f, open-loop Frank-Wolfe that rejects rises of f has a primal gap of O(1/k).",
        Source = new("Carderera, Besancon and Pokutta, Simple steps are all you need: Frank-Wolfe and generalized self-concordant functions, NeurIPS 2021", "Theorem 2.4"),
        Assumptions = "f generalised self-concordant with nu at least 2, x_0 in its domain.",
        Kind = ClaimKind.Upper,
        Methods = [new MonotoneFrankWolfe()],
        Instances = [new("log-portfolio", ("dimension", "20"), ("rows", "3")), new("log-portfolio", ("dimension", "10"), ("returns", "identity"))],
        Measure = new PrimalGap(),
        Order = new PowerOrder(1),
        From = 50,
        Iterations = 10_000,
        Twins = [Twin.Exponent(0.5)],
        Remarks = "With unit vectors as rows the optimum is interior and the order k^-2; the random rows are the informative instance.",
    };
}
