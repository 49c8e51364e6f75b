namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>FISTA with the momentum (t_k - 1)/t_{k+1}; at most L/(2 t_n^2), which is not exact.</summary>
public sealed class Fista : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "fista";

    /// <inheritdoc/>
    public override string Statement => "f convex and L-smooth, h closed convex, x* a minimiser of F = f + h, |x_0 - x*| <= 1: F(x_n) - F* after n steps";

    /// <inheritdoc/>
    public override string Source => "Beck and Teboulle, A fast iterative shrinkage-thresholding algorithm, SIAM Journal on Imaging Sciences 2, 2009";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("n", "5")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicFunction<T> f = problem.Function("f", new SmoothStronglyConvex<T>(p["L"], T.Zero)), h = problem.Function("h", new Convex<T>());
        // A linear term moved from f to h changes no step and no value, so that both parts may have their minimum at x*.
        f.AddMinimizer();
        h.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x0");
        problem.AtMost("initial distance", Form<T>.Squared(x), T.One);
        SymbolicVector<T> last = new Solvers.Fista().Iterates(new CompositeBundle<T>(f, h), x, new(p["L"], T.Zero, p.Count("n")))[^1];
        problem.Maximize(f.Value(last) + h.Value(last));
    }
}
