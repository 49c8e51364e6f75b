namespace TheoryLab.ProofsChecks.FirstOrder;

/// <summary>
/// Problem: minimise a convex f with subgradients of norm at most M. Guarantee: the last iterate has f(x_T) - f* at most R M/sqrt T. Method:
/// subgradient with linearly decaying steps. Status: attained up to sqrt(T/(T+1)) by the resisting function.
/// </summary>
public sealed class SubgradientLinearDecayLastIterate : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "subgradient-linear-decay-last-iterate",
        Topic = "first-order",
        Statement = "After T >= 2 steps (R/(M sqrt T)) (1 - t/T), t = 0, ..., T-1, the subgradient method's last iterate has f(x_T) - f* at most R M/sqrt T.",
        Source = new("Zamani and Glineur, Exact convergence rate of the last iterate in subgradient methods, 2023; Defazio, Cutkosky, Mehta and Mishchenko, Optimal linear decay learning rate schedules and further refinements, 2023", "the schedule of the latter; the constant over the sweep of this claim", "verified numerically"),
        Assumptions = "f convex, every subgradient of norm at most M, R = |x_0 - x*|; the horizon T is fixed in advance.",
        Kind = ClaimKind.Upper,
        Methods = [new SubgradientLinearDecay()],
        Instances =
        [
            new("resisting-max", ("dimension", "N+1")),
            new("resisting-max", ("dimension", "1..200"), ("M", "0.01..100"), ("radius", "0.1..10")),
        ],
        Measure = new PrimalGap(),
        Bound = "R*M/sqrt(N)",
        Horizons = [2, 5, 10, 100, 1000],
        Samples = 25,
        Twins =
        [
            Twin.Constant("1/2"),
            Twin.Order("R M/T^0.75", "1/N^0.25"),
        ],
        Remarks = "T = 1 is excluded because it is false there: for max(0, 1/4 + x, 9/8 - (7/8)(x + 1) + (sqrt(15)/8) y) from (0, 0), R = M = 1, the one step ends at f = 1.125.",
    };
}
