namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>The largest F(x_n) - F* of a method on F = f + h, f convex and L-smooth, h closed convex, with |x_0 - x*| at most 1.</summary>
public abstract class CompositeConvexModel : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Statement => "f convex and L-smooth, h closed convex, x* a minimiser of F = f + h, |x_0 - x*| <= 1: F(x_n) - F* after n steps";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("n", "5")];

    /// <summary>The method.</summary>
    protected abstract IProximalMethod Method { get; }

    /// <inheritdoc/>
    public sealed override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicFunction<T> f = problem.Function("f", new SmoothStronglyConvex<T>(p["L"], T.Zero)), h = problem.Function("h", new Convex<T>());
        // A linear term moved from f to h changes no step and no value, so that both parts may have their minimum at x*.
        f.AddMinimizer();
        h.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x0");
        problem.AtMost("initial distance", Form<T>.Squared(x), T.One);
        SymbolicVector<T> last = Method.Iterates(new CompositeBundle<T>(f, h), x, new(p["L"], T.Zero, p.Count("n")))[^1];
        problem.Maximize(f.Value(last) + h.Value(last));
    }
}
