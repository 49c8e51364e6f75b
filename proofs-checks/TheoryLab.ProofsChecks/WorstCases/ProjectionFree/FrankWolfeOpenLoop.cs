namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>Frank-Wolfe with the step 2/(t+2); at most 2 L D^2/(n+2), which is not exact; for n = 1 the value is L D^2/2.</summary>
public sealed class FrankWolfeOpenLoop : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "frank-wolfe-open-loop";

    /// <inheritdoc/>
    public override string Statement => "f convex and L-smooth, x_0 and x* in a convex set of diameter at most D within a ball of radius R (either may be inf): f(x_n) - f* after n steps";

    /// <inheritdoc/>
    public override string Source => "Frank and Wolfe 1956; Jaggi, Revisiting Frank-Wolfe, ICML 2013";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("D", "1"), ("R", "inf"), ("n", "5")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicFunction<T> f = problem.Function("f", new SmoothStronglyConvex<T>(p["L"], T.Zero));
        SymbolicFunction<T> set = problem.Function("Q", new ConvexIndicator<T>(p.Finite("D"), p.Finite("R") is { } radius ? (radius, problem.Vector("centre")) : null));

        // The objective is f + <g*, .>, with f minimal at x*.
        SymbolicVector<T> optimal = problem.Vector("g*"), x = problem.Vector("x0");
        f.AddMinimizer();
        set.AddReference(problem.Zero(), problem.New(-optimal));
        set.AddPoint(x, problem.Zero());
        ConstrainedBundle<T> objective = new(f, optimal, set);
        problem.Maximize(objective.Value(new Solvers.FrankWolfe().Iterates(objective, x, new(p["L"], T.Zero, p.Count("n")))[^1]));
    }
}
