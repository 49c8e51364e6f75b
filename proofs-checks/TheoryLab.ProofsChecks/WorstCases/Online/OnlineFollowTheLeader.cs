namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>Follow the leader; the regret grows linearly, for n = 2 it is M D (1 + sqrt(3)/2).</summary>
public sealed class OnlineFollowTheLeader : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "online-follow-the-leader";

    /// <inheritdoc/>
    public override string Statement => "f_1..f_n convex and M-Lipschitz, Q convex of diameter at most D, x_{t+1} in argmin over Q of f_1 + ... + f_t: sum f_i(x_i) - f_i(u), any x_1 and u in Q";

    /// <inheritdoc/>
    public override string Source => "Hazan, Introduction to online convex optimization, 2016";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("M", "1"), ("D", "1"), ("n", "2")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        // The comparator u is the origin, where every f_i is zero: neither is a restriction.
        SymbolicFunction<T> set = problem.Function("Q", new ConvexIndicator<T>(p["D"]));
        set.AddReference(problem.Zero(), problem.Zero());
        SymbolicVector<T> x = problem.Vector("x1");
        set.AddPoint(x, problem.Zero());
        List<SymbolicFunction<T>> losses = [];
        Form<T> regret = T.Zero;
        for (int t = 1; t <= p.Count("n"); t++)
        {
            if (t > 1)
            {
                // Subgradients of all losses so far and a normal vector add up to zero.
                x = problem.Vector($"x{t}");
                SymbolicVector<T> normal = problem.Zero();
                foreach (SymbolicFunction<T> loss in losses)
                {
                    normal.Assign(normal - loss.At(x).G);
                }

                set.AddPoint(x, normal);
            }

            SymbolicFunction<T> f = problem.Function($"f{t}", new ConvexLipschitz<T>(p["M"]));
            f.AddReference(problem.Zero(), problem.Vector($"g{t}(u)"));
            regret += f.Value(x);
            losses.Add(f);
        }

        problem.Maximize(regret);
    }
}
