namespace TheoryLab.ProofsChecks.FrankWolfe;

/// <summary>
/// Problem: the portfolio objective with unit vectors as rows, -sum log x_i. Statement: f is infinite from x_1 on. Method: open-loop Frank-Wolfe
/// without a safeguard. Status: exact failure.
/// </summary>
/// <remarks>
/// Derivation: the first step has length 2/(0+2) = 1, so x_1 is a vertex, where n - 1 of the logarithms are of exact zeros. The bound exceeds 1e100
/// times h_0 from k = 1 on, which no finite value of this objective at floating-point numbers reaches; at k = 0 it is h_0 itself.
/// </remarks>
public sealed class FwGscPlainOpenloopFails : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "fw-gsc-plain-openloop-fails",
        Topic = "frank-wolfe",
        Statement = "On -sum log x_i over the simplex, open-loop Frank-Wolfe without a safeguard leaves the domain with its first step: f is infinite at k = 1.",
        Source = new("Carderera, Besancon and Pokutta, NeurIPS 2021, for the need of a safeguard", "derivation beside the claim", "derived"),
        Assumptions = "x_0 in the relative interior of the simplex, n at least 2.",
        Kind = ClaimKind.Negative,
        Methods = [new Solvers.FrankWolfe()],
        Instances = [new("log-portfolio", ("dimension", "10"), ("returns", "identity")), new("log-portfolio", ("dimension", "2..50"), ("returns", "identity"))],
        Measure = new PrimalGap(),
        Bound = "h0*(1+1e100*k)",
        From = 0,
        Iterations = 10,
        Samples = 5,
        Twins =
        [
            new("with the safeguard as well", TwinChange.Method, c => c with { Methods = [new MonotoneFrankWolfe()] }),
            Twin.Constant("already at k = 0", "2"),
        ],
    };
}
