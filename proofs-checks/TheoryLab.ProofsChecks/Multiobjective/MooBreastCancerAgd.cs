namespace TheoryLab.ProofsChecks.Multiobjective;

/// <summary>
/// Problem: squared and logistic loss of one linear classifier on the breast-cancer data (569 x 30, standardised). Guarantee: G(x_k) at most
/// 2 L R/(k+1). Method: Nesterov on a fixed scalarisation. Status: upper bound, checked on real data.
/// </summary>
public sealed class MooBreastCancerAgd : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "moo-breast-cancer-agd",
        Topic = "multiobjective",
        Statement = "On the squared and the logistic loss of the breast-cancer data Nesterov's method on a fixed scalarisation has G(x_k) at most 2 L R/(k+1).",
        Source = new("Complexity bounds for smooth convex multiobjective optimization, 2025", "upper bound for accelerated gradient descent", "derived"),
        Assumptions = "Both objectives convex and L-smooth; the minimiser of the scalarisation by iterative refinement.",
        Kind = ClaimKind.Upper,
        Methods = [new NesterovAcceleration()],
        Instances = [new("two-losses"), new("two-losses", ("first", "0")), new("two-losses", ("first", "1"))],
        Measure = new ParetoGap(),
        Bound = "2*L*R/(k+1)",
        Iterations = 1000,
        Twins = [Twin.Order("2 L R/(k+1)^3", "1/(k+1)^2")],
        Remarks = "Real data: the bound is far from tight here, so only its order has power. G is at most |grad f_lam|, see moo-agd-fixed-scalarisation-upper.",
    };
}
