namespace TheoryLab.ProofsChecks.FrankWolfe;

/// <summary>
/// Problem: minimise a standard self-concordant f, infinite on part of the set. Guarantee: with B the largest local norm |s_j - x_j| before k and
/// T = max(1, 4B - 1), the smallest Frank-Wolfe gap among iterations 1 to k, for k above 2T - 1, is at most
/// 2 (2 T (T+1) h_0/k + 4 B^2 (1 + log 2))/(k-1). Method: Frank-Wolfe with step 2/(k+2), taken if f does not rise. Status: upper; consistency.
/// </summary>
/// <remarks>
/// Derivation: from T_0 on, the least integer with T_0 at least 4B - 2 and 1, every step, rejected ones included, has with t = 2/(j+2)
/// h_{j+1} at most h_j - t G_j + t^2 B^2 (see fw-gsc-monotone). With half of G_j replaced by h_j, which is no more, and multiplied by j+2:
/// (j+2) h_{j+1} at most (j+1) h_j - G_j + 4 B^2/(j+2). Summed over j from m = k/2, rounded up, to k-1, at least (k-1)/2 terms: the sum of the G_j is at most
/// (m+1) h_m + 4 B^2 log((k+1)/(m+1)), where the logarithm is at most log 2, and (m+1) h_m at most T (T+1) h_0/m + 4 B^2 by fw-gsc-monotone, m at least
/// k/2. An integer m above T - 1/2 is at least T_0; for smaller k the division by zero, or by less than one, says nothing.
/// </remarks>
public sealed class FwGscMonotoneGap : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "fw-gsc-monotone-gap",
        Topic = "frank-wolfe",
        Statement = "On self-concordant f, open-loop Frank-Wolfe that rejects rises of f has a Frank-Wolfe gap of at most 2 (2 T (T+1) h_0/k + 4 B^2 (1 + log 2))/(k-1) at one of the iterations 1 to k, k above 2T - 1, T = max(1, 4B-1), B the largest local norm |s_j - x_j| so far.",
        Source = new("Carderera, Besancon and Pokutta, Simple steps are all you need, NeurIPS 2021, in the self-concordant case with the norms of the run", "derivation beside the claim", "derived"),
        Assumptions = "f standard self-concordant on C, x_0 in its domain.",
        Kind = ClaimKind.Upper,
        Methods = [new MonotoneFrankWolfe()],
        Instances =
        [
            new("log-portfolio", ("dimension", "20"), ("rows", "3")),
            new("log-portfolio", ("dimension", "2..20"), ("rows", "2..4")),
        ],
        Measure = new FrankWolfeGap(),
        Quantity = "best(G)",
        Bound = "2*(2*max(1,4*largest(B)-1)*(max(1,4*largest(B)-1)+1)*h0/k+4*largest(B)^2*(1+log(2)))/((k-1)*min(1,max(0,k+1-2*max(1,4*largest(B)-1))))",
        From = 2,
        Iterations = 1000,
        Samples = 5,
        Twins =
        [
            Twin.Order("min G_j = O(k^-2): the bound divided by k+1", "1/(k+1)"),
        ],
        Remarks = "Rejected steps count in k. With unit vectors as rows T is in the thousands.",
    };
}
