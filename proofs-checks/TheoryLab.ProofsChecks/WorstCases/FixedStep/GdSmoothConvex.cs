namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>
/// Gradient descent on smooth convex functions; for steps up to 1/L the value is L/(4 n L gamma + 2), reached on a Huber function.
/// </summary>
public sealed class GdSmoothConvex : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "gd-smooth-convex";

    /// <inheritdoc/>
    public override string Statement => "f convex and L-smooth, |x_0 - x*| <= 1: f(x_n) - f* after n steps x - gamma grad f(x)";

    /// <inheritdoc/>
    public override string Source => "Drori and Teboulle, Performance of first-order methods for smooth convex minimization, Mathematical Programming 145, 2014";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("gamma", "1"), ("n", "5")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicFunction<T> f = problem.Function("f", new SmoothStronglyConvex<T>(p["L"], T.Zero));
        f.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x0");
        problem.AtMost("initial distance", Form<T>.Squared(x), T.One);
        problem.Maximize(f.Value(new GradientDescent().Iterates(f, x, new(T.One / p["gamma"], T.Zero, p.Count("n")))[^1]));
    }
}
