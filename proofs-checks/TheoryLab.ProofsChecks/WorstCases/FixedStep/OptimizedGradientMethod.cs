namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>The optimized gradient method; the value is L/(2 theta_n^2), and no method of its kind has a smaller one.</summary>
public sealed class OptimizedGradientMethod : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "optimized-gradient-method";

    /// <inheritdoc/>
    public override string Statement => "f convex and L-smooth, |x_0 - x*| <= 1: f(x_n) - f* after n steps";

    /// <inheritdoc/>
    public override string Source => "Kim and Fessler, Optimized first-order methods for smooth convex minimization, Mathematical Programming 159, 2016";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("n", "5")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicFunction<T> f = problem.Function("f", new SmoothStronglyConvex<T>(p["L"], T.Zero));
        f.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x0");
        problem.AtMost("initial distance", Form<T>.Squared(x), T.One);
        problem.Maximize(f.Value(new OptimizedGradient().Iterates(f, x, new(p["L"], T.Zero, p.Count("n")))[^1]));
    }
}
