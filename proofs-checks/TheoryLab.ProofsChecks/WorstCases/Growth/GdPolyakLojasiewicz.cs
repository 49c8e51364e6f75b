namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>
/// Gradient descent under the Polyak-Lojasiewicz inequality; for 1 &lt;= gamma L &lt;= sqrt 3 the value is (1 - mu gamma (4 - gamma^2 L^2)/(2 +
/// mu gamma))^n. The inequalities are necessary only.
/// </summary>
public sealed class GdPolyakLojasiewicz : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "gd-polyak-lojasiewicz";

    /// <inheritdoc/>
    public override string Statement => "f L-smooth, 2 mu (f(x) - f*) <= |grad f(x)|^2, f(x_0) - f* <= 1: f(x_n) - f* after n steps x - gamma grad f(x)";

    /// <inheritdoc/>
    public override string Source => "Abbaszadehpeivasti, de Klerk and Zamani, Conditions for linear convergence of the gradient method for non-convex optimization, Optimization Letters 17, 2023";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("mu", "0.2"), ("gamma", "1"), ("n", "3")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicFunction<T> f = problem.Function("f", new PolyakLojasiewicz<T>(p["mu"], p["L"]));
        f.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x0");
        problem.AtMost("initial value", f.Value(x), T.One);
        problem.Maximize(f.Value(new GradientDescent().Iterates(f, x, new(T.One / p["gamma"], T.Zero, p.Count("n")))[^1]));
    }
}
