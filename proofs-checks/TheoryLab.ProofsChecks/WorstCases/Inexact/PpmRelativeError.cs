namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>
/// The proximal point method with relative errors; (1 + sigma)/(4 gamma n^sqrt(1 - sigma^2)) is an empirical upper bound.
/// </summary>
public sealed class PpmRelativeError : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "ppm-relative-error";

    /// <inheritdoc/>
    public override string Statement => "f closed convex, |x_0 - x*| <= 1, x_{t+1} = x_t - gamma s + e, s a subgradient at x_{t+1}, |e| <= sigma |x_{t+1} - x_t|: f(x_n) - f*";

    /// <inheritdoc/>
    public override string Source => "Barre, Taylor and Bach, Principled analyses and design of first-order methods with inexact proximal operators, Mathematical Programming 201, 2023";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("gamma", "2"), ("sigma", "0.3"), ("n", "5")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicFunction<T> f = problem.Function("f", new Convex<T>());
        f.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x0");
        problem.AtMost("initial distance", Form<T>.Squared(x), T.One);
        for (int t = 1; t <= p.Count("n"); t++)
        {
            SymbolicVector<T> s = problem.Vector($"s{t}"), e = problem.Vector($"e{t}"), next = problem.New(x - (p["gamma"] * s) + e);
            problem.AtMost($"error {t}", Form<T>.Squared(e) - (p["sigma"] * p["sigma"] * Form<T>.Squared(next - x)), T.Zero);
            f.AddPoint(next, s);
            x = next;
        }

        problem.Maximize(f.Value(x));
    }
}
