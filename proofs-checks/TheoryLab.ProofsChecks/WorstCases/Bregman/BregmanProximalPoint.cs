namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>The Bregman proximal point method; the value is 1/(gamma n).</summary>
public sealed class BregmanProximalPoint : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "bregman-proximal-point";

    /// <inheritdoc/>
    public override string Statement => "f and the kernel h closed convex, D_h(x*; x_0) <= 1: f(x_n) - f* after n steps argmin over u of f(u) + D_h(u; x_t)/gamma";

    /// <inheritdoc/>
    public override string Source => "Censor and Zenios, Proximal minimization algorithm with D-functions, Journal of Optimization Theory and Applications 73, 1992";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("gamma", "3"), ("n", "5")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        // A linear term moves no divergence, so that h may have its minimum at x*.
        SymbolicFunction<T> f = problem.Function("f", new Convex<T>()), h = problem.Function("h", new Convex<T>());
        f.AddMinimizer();
        h.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x0"), s = problem.Vector("s0");
        problem.AtMost("initial divergence", -h.AddPoint(x, s).F + Form<T>.Product(s, x), T.One);
        for (int t = 1; t <= p.Count("n"); t++)
        {
            SymbolicVector<T> g = problem.Vector($"g{t}");
            (x, s) = (problem.Vector($"x{t}"), problem.New(s - (p["gamma"] * g)));
            f.AddPoint(x, g);
            h.AddPoint(x, s);
        }

        problem.Maximize(f.Value(x));
    }
}
