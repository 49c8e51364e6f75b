namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>Proximal gradient on strongly convex sums; the value is max((1 - gamma L)^2, (1 - gamma mu)^2)^n.</summary>
public sealed class ProximalGradientDistance : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "proximal-gradient-distance";

    /// <inheritdoc/>
    public override string Statement => "f mu-strongly convex and L-smooth, h closed convex, x* a minimiser of f + h, |x_0 - x*| <= 1: |x_n - x*|^2 after n proximal gradient steps of size gamma";

    /// <inheritdoc/>
    public override string Source => "Taylor, Hendrickx and Glineur, Exact worst-case convergence rates of the proximal gradient method for composite convex minimization, Journal of Optimization Theory and Applications 178, 2018";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("mu", "0.1"), ("gamma", "1"), ("n", "2")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicFunction<T> f = problem.Function("f", new SmoothStronglyConvex<T>(p["L"], p["mu"])), h = problem.Function("h", new Convex<T>());
        // A linear term moved from f to h changes no step and no value, so that both parts may have their minimum at x*.
        f.AddMinimizer();
        h.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x0");
        problem.AtMost("initial distance", Form<T>.Squared(x), T.One);
        problem.Maximize(Form<T>.Squared(new ProximalGradient().Iterates(new CompositeBundle<T>(f, h), x, new(T.One / p["gamma"], T.Zero, p.Count("n")))[^1]));
    }
}
