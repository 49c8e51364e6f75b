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
        Statement = "After T steps (R/(M sqrt T)) (1 - t/T) the subgradient method's last iterate has f(x_T) - f* at most R M/sqrt T.",
        Source = new("Zamani and Glineur, Exact convergence rate of the last iterate in subgradient methods, 2023; Defazio, Cutkosky, Mehta and Mishchenko, Optimal linear decay learning rate schedules and further refinements, 2023", "Theorem 3.1 of the former"),
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
        Horizons = [1, 2, 5, 10, 100, 1000],
        Samples = 25,
        Twins =
        [
            Twin.Constant("1/2"),
            Twin.Order("R M/T^0.75", "1/N^0.25"),
        ],
    };
}
