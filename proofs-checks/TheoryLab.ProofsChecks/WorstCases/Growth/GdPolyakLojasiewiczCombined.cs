namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>
/// The problem of gd-polyak-lojasiewicz with one more valid inequality, which changes nothing for alpha = 2 mu/(2 L + mu).
/// </summary>
public sealed class GdPolyakLojasiewiczCombined : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "gd-polyak-lojasiewicz-combined";

    /// <inheritdoc/>
    public override string Statement => "f L-smooth, 2 mu (f(x) - f*) <= |grad f(x)|^2, f(x_0) - f* <= 1: f(x_n) - f* after n steps x - gamma grad f(x)";

    /// <inheritdoc/>
    public override string Source => "Rubbens, Hendrickx and Taylor, A constructive approach to strengthen algebraic descriptions of function and operator classes, 2025";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("mu", "0.2"), ("gamma", "1"), ("n", "3"), ("alpha", "2/11")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicFunction<T> f = problem.Function("f", new PolyakLojasiewiczCombined<T>(p["mu"], p["L"], p["alpha"]));
        f.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x0");
        problem.AtMost("initial value", f.Value(x), T.One);
        problem.Maximize(f.Value(new GradientDescent().Iterates(f, x, new(T.One / p["gamma"], T.Zero, p.Count("n")))[^1]));
    }
}
