namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>The largest f(x_n) - f* of a method on convex, L-smooth f with |x_0 - x*| at most 1.</summary>
public abstract class SmoothConvexModel : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Statement => "f convex and L-smooth, |x_0 - x*| <= 1: f(x_n) - f* after n steps";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("n", "5")];

    /// <summary>The method.</summary>
    protected abstract IFirstOrderMethod Method { get; }

    /// <inheritdoc/>
    public sealed override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicFunction<T> f = problem.Function("f", new SmoothStronglyConvex<T>(p["L"], T.Zero));
        f.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x0");
        problem.AtMost("initial distance", Form<T>.Squared(x), T.One);
        problem.Maximize(f.Value(Method.Iterates(f, x, new(p["L"], T.Zero, p.Count("n")))[^1]));
    }
}
