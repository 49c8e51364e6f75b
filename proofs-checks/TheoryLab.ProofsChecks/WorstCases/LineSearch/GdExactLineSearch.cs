namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>
/// Gradient descent with exact line search; the value is ((L - mu)/(L + mu))^(2n). That steps are parallel to gradients is dropped, which loses
/// nothing here.
/// </summary>
public sealed class GdExactLineSearch : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "gd-exact-line-search";

    /// <inheritdoc/>
    public override string Statement => "f mu-strongly convex and L-smooth, f(x_0) - f* <= 1: f(x_n) - f* after n steps that minimise f along the gradient";

    /// <inheritdoc/>
    public override string Source => "de Klerk, Glineur and Taylor, On the worst-case complexity of the gradient method with exact line search for smooth strongly convex functions, Optimization Letters 11, 2017";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("mu", "0.1"), ("n", "2")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicFunction<T> f = problem.Function("f", new SmoothStronglyConvex<T>(p["L"], p["mu"]));
        f.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x0");
        problem.AtMost("initial value", f.Value(x), T.One);
        for (int t = 0; t < p.Count("n"); t++)
        {
            SymbolicVector<T> next = problem.Vector($"x{t + 1}"), g = f.At(x).G, nextG = f.At(next).G;
            problem.Orthogonal($"line search {t + 1}, step", nextG, problem.New(next - x));
            problem.Orthogonal($"line search {t + 1}, gradient", nextG, g);
            x = next;
        }

        problem.Maximize(f.Value(x));
    }
}
