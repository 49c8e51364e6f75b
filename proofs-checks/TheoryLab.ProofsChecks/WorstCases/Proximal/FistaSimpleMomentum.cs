namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>FISTA with the momentum k/(k+3); the value is 2 L/(n^2 + 5n + 2).</summary>
public sealed class FistaSimpleMomentum : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "fista-simple-momentum";

    /// <inheritdoc/>
    public override string Statement => "f convex and L-smooth, h closed convex, x* a minimiser of F = f + h, |x_0 - x*| <= 1: F(x_n) - F* after n steps";

    /// <inheritdoc/>
    public override string Source => "Taylor, Hendrickx and Glineur, Exact worst-case performance of first-order methods for composite convex optimization, SIAM Journal on Optimization 27, 2017";

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
        SymbolicVector<T> last = new FistaThree().Iterates(new CompositeBundle<T>(f, h), x, new(p["L"], T.Zero, p.Count("n")))[^1];
        problem.Maximize(f.Value(last) + h.Value(last));
    }
}
