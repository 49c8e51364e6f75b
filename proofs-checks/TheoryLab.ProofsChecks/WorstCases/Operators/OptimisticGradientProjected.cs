namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>The projected optimistic gradient method on monotone Lipschitz operators; no formula is known.</summary>
public sealed class OptimisticGradientProjected : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "optimistic-gradient-projected";

    /// <inheritdoc/>
    public override string Statement => "F monotone and L-Lipschitz, Q convex, -F(x*) normal to Q at x*, |x_0 - x*| <= 1, u_{t+1} = P_Q(x_t - gamma F(u_t)), x_{t+1} = u_{t+1} + gamma (F(u_t) - F(u_{t+1})), u_0 = x_0 after projection: |u_n - u_{n-1}|^2";

    /// <inheritdoc/>
    public override string Source => "Hsieh, Iutzeler, Malick and Mertikopoulos, On the convergence of single-call stochastic extra-gradient methods, 2019; Gorbunov, Taylor and Gidel, Last-iterate convergence of optimistic gradient method for monotone variational inequalities, 2022";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("n", "5"), ("gamma", "0.25"), ("L", "1")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicOperator<T> a = problem.Operator("F", new LipschitzMonotone<T>(T.Zero, p["L"]));
        SymbolicFunction<T> set = problem.Function("Q", new ConvexIndicator<T>());
        SymbolicVector<T> optimal = problem.Vector("F(x*)");
        a.AddPoint(problem.Zero(), optimal, isReference: true);
        set.AddReference(problem.Zero(), problem.New(-optimal));
        SymbolicVector<T> x = problem.Vector("x0"), u = problem.Zero(), previous = problem.Zero();
        problem.AtMost("initial distance", Form<T>.Squared(x), T.One);
        set.Proximal(x, T.One, u);
        x.CopyFrom(u);
        SymbolicVector<T> v = a.Apply(u);
        for (int t = 0; t < p.Count("n"); t++)
        {
            previous.CopyFrom(u);
            set.Proximal(problem.New(x - (p["gamma"] * v)), T.One, u);
            SymbolicVector<T> next = a.Apply(u);
            x.Assign(u + (p["gamma"] * (v - next)));
            v = next;
        }

        problem.Maximize(Form<T>.Squared(u - previous));
    }
}
