namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>
/// Gradient descent under a restricted secant inequality and an error bound; the value is (1 - 2 gamma mu + gamma^2 L^2)^n.
/// </summary>
public sealed class GdRestrictedSecant : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "gd-restricted-secant";

    /// <inheritdoc/>
    public override string Statement => "<grad f(x), x - x*> >= mu |x - x*|^2 and |grad f(x)| <= L |x - x*|, |x_0 - x*| <= 1: |x_n - x*|^2 after n steps x - gamma grad f(x)";

    /// <inheritdoc/>
    public override string Source => "Guille-Escuret, Goujaud, Ibrahim and Mitliagkas, Gradient descent is optimal under lower restricted secant inequality and upper error bound, 2022";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("mu", "0.1"), ("L", "1"), ("gamma", "0.1"), ("n", "4")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicFunction<T> f = problem.Function("f", new RestrictedSecant<T>(p["mu"], p["L"]));
        f.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x0");
        problem.AtMost("initial distance", Form<T>.Squared(x), T.One);
        problem.Maximize(Form<T>.Squared(new GradientDescent().Iterates(f, x, new(T.One / p["gamma"], T.Zero, p.Count("n")))[^1]));
    }
}
