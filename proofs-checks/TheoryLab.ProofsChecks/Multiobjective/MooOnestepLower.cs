namespace TheoryLab.ProofsChecks.Multiobjective;

/// <summary>
/// Problem: L-smooth convex objectives. Guarantee: an oblivious one-step method whose steps are at most 2/L has min over t &lt;= N of G(x_t) at least L R/(2N+1)
/// on the lifted Huber function with threshold R/(2N+1). Method: any such schedule. Status: exact, all of them have equality.
/// </summary>
/// <remarks>
/// Derivation: u_t = R (1 - tau L S_t) with S_t the sum of the steps, which is at least tau R as long as L S_t is at most 1/tau - 1 = 2N; there |h'| = L tau R.
/// With tau = 1/(1 + L S_N) the same argument gives L R/(1 + L S_N) for any schedule, capped or not: a bound on the sum of the steps, not on N.
/// </remarks>
public sealed class MooOnestepLower : ClaimDefinition
{
    /// <inheritdoc/>
    public override Claim Claim { get; } = new()
    {
        Id = "moo-onestep-lower",
        Topic = "multiobjective",
        Statement = "On the lifted Huber function with tau = 1/(2N+1), fixed weights and steps fixed in advance, none above 2/L, have G(x_t) at least L R/(2N+1) for all t up to N, with equality.",
        Source = new("Complexity bounds for smooth convex multiobjective optimization, 2025", "lower bound for oblivious one-step methods, with the cap that it needs", "derived"),
        Assumptions = "x_{k+1} = x_k - eta_k sum lam_i grad f_i(x_k), lam and eta_k in (0, 2/L] fixed in advance.",
        Kind = ClaimKind.Lower,
        Methods = [new DescentLongConstant(), new GradientDescent(), new DescentInverseRoot()],
        ClassOptimum = "Every schedule with L times the sum of its steps at most 2N stays on the linear piece, where G is L tau R whatever the steps: all methods of the class have the same value.",
        Instances =
        [
            new("lifted-huber", ("tau", "1/(2*N+1)")),
            new("lifted-huber", ("tau", "1/(2*N+1)"), ("first", "0.8"), ("objectives", "4")),
            new("lifted-huber", ("tau", "1/(2*N+1)"), ("L", "0.01..100"), ("radius", "0.1..10"), ("first", "0..1")),
        ],
        Measure = new ParetoGap(),
        Quantity = "best(P)",
        Bound = "L*R*tau",
        From = 0,
        Horizons = [1, 3, 15, 63, 255],
        Samples = 3,
        Twins =
        [
            Twin.Constant("1.000001"),
            Twin.Order("L R/(2N+1)^0.9", "(2*N+1)^(1/10)"),
            new("no cap on the steps: the silver steps", TwinChange.Method, c => c with { Methods = [new DescentSilver()], Horizons = [15, 63, 255] }),
        ],
        Remarks = "Without the cap the statement is false: see moo-silver-upper.",
    };
}
