namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>
/// Gradient descent with subgradients of convex functions below a quadratic; for gamma below 1/L the value is (L/2) max(1/(2 n L gamma + 1), L
/// gamma).
/// </summary>
public sealed class GdQuadraticGrowth : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "gd-quadratic-growth";

    /// <inheritdoc/>
    public override string Statement => "f convex, f(x) - f* <= (L/2)|x - x*|^2, |x_0 - x*| <= 1: f(x_n) - f* after n steps x - gamma s, s any subgradient";

    /// <inheritdoc/>
    public override string Source => "Goujaud, Taylor and Dieuleveut, Optimal first-order methods for convex functions with a quadratic upper bound, 2022";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("gamma", "0.1"), ("n", "4")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicFunction<T> f = problem.Function("f", new QuadraticUpperBound<T>(p["L"]));
        f.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x0");
        problem.AtMost("initial distance", Form<T>.Squared(x), T.One);
        problem.Maximize(f.Value(new GradientDescent().Iterates(f, x, new(T.One / p["gamma"], T.Zero, p.Count("n")))[^1]));
    }
}
