namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>Projected online gradient descent with the step D/(M sqrt n); the value is M D sqrt n.</summary>
public sealed class OnlineGradientDescent : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "online-gradient-descent";

    /// <inheritdoc/>
    public override string Statement => "f_1..f_n convex and M-Lipschitz, Q convex of diameter at most D, x_{t+1} = P_Q(x_t - gamma s_t), gamma = D/(M sqrt n): sum f_i(x_i) - f_i(u), any x_1 and u in Q";

    /// <inheritdoc/>
    public override string Source => "Zinkevich 2003; Orabona, A modern introduction to online learning, 2025";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("M", "1"), ("D", "0.5"), ("n", "4")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        // The comparator u is the origin, where every f_i is zero: neither is a restriction.
        T gamma = p["D"] / (p["M"] * ScalarMath.Sqrt(ModelParameters<T>.Number(p.Count("n"))));
        SymbolicFunction<T> set = problem.Function("Q", new ConvexIndicator<T>(p["D"]));
        set.AddReference(problem.Zero(), problem.Zero());
        SymbolicVector<T> x = problem.Vector("x1");
        set.AddPoint(x, problem.Zero());
        Form<T> regret = T.Zero;
        for (int t = 1; t <= p.Count("n"); t++)
        {
            SymbolicFunction<T> f = problem.Function($"f{t}", new ConvexLipschitz<T>(p["M"]));
            f.AddReference(problem.Zero(), problem.Vector($"g{t}(u)"));
            SymbolicPoint<T> played = f.At(x);
            regret += played.F;
            if (t < p.Count("n"))
            {
                set.Proximal(problem.New(x - (gamma * played.G)), T.One, x);
            }
        }

        problem.Maximize(regret);
    }
}
