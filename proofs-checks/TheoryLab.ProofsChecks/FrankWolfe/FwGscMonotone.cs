namespace TheoryLab.ProofsChecks.FrankWolfe;

/// <summary>
/// Problem: minimise a standard self-concordant f, infinite on part of the set. Guarantee: with B the largest local norm |s_j - x_j| before k and
/// T = max(1, 4B - 1), f(x_k) - f* at most (T (T+1) h_0 + 4 B^2 max(0, k - max(1, 4B - 2)))/(k (k+1)). Method: Frank-Wolfe with step 2/(k+2),
/// taken if f does not rise. Status: upper; consistency.
/// </summary>
/// <remarks>
/// Derivation: for t B at most 1/2, f(x + t d) is at most f - t G + t^2 B^2 omega(1/2), omega(1/2) = 0.7726 taken as 1 (self-concordance); a
/// rejected step has f(x_{k+1}) = f(x_k), below the trial. With t = 2/(j+2) this covers j from T_0, the least integer with T_0 at least 4B - 2 and 1:
/// (j+1)(j+2) h_{j+1} is at most j (j+1) h_j + 4 B^2. Summed from T_0, where h is at most h_0; T_0 lies between max(1, 4B - 2) and T. Below T the
/// bound is at least h_0, which holds because f never rises.
/// </remarks>
public sealed class FwGscMonotone : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "fw-gsc-monotone",
        Topic = "frank-wolfe",
        Statement = "On self-concordant f, open-loop Frank-Wolfe that rejects rises of f has f(x_k) - f* at most (T (T+1) h_0 + 4 B^2 max(0, k - max(1, 4B-2)))/(k (k+1)), T = max(1, 4B-1), B the largest local norm |s_j - x_j| so far.",
        Source = new("Carderera, Besancon and Pokutta, Simple steps are all you need, NeurIPS 2021, in the self-concordant case with the norms of the run", "derivation beside the claim", "derived"),
        Assumptions = "f standard self-concordant on C, x_0 in its domain.",
        Kind = ClaimKind.Upper,
        Methods = [new MonotoneFrankWolfe()],
        Instances =
        [
            new("log-portfolio", ("dimension", "20"), ("rows", "3")),
            new("log-portfolio", ("dimension", "10"), ("returns", "identity")),
            new("log-portfolio", ("dimension", "2..20"), ("rows", "2..4")),
        ],
        Measure = new PrimalGap(),
        Bound = "(max(1,4*largest(B)-1)*(max(1,4*largest(B)-1)+1)*h0+4*largest(B)^2*max(0,k-max(1,4*largest(B)-2)))/(k*(k+1))",
        Iterations = 1000,
        Samples = 5,
        Twins =
        [
            Twin.Order("h_k = O(k^-1.5): the bound divided by sqrt(k+1)", "1/sqrt(k+1)"),
        ],
        Remarks = "Rejected steps count in k. With unit vectors as rows the optimum is interior and T in the thousands; random rows are informative.",
    };
}
