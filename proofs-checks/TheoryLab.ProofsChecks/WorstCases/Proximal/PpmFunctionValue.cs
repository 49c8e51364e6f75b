namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>The proximal point method; the value is 1/(4 gamma n), reached on a linear function over a half-line.</summary>
public sealed class PpmFunctionValue : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "ppm-function-value";

    /// <inheritdoc/>
    public override string Statement => "f closed convex, |x_0 - x*| <= 1: f(x_n) - f* after n proximal steps of size gamma";

    /// <inheritdoc/>
    public override string Source => "Taylor, Hendrickx and Glineur, Exact worst-case performance of first-order methods for composite convex optimization, SIAM Journal on Optimization 27, 2017";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("gamma", "1"), ("n", "4")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicFunction<T> f = problem.Function("f", new Convex<T>());
        f.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x0");
        problem.AtMost("initial distance", Form<T>.Squared(x), T.One);
        for (int t = 0; t < p.Count("n"); t++)
        {
            f.Proximal(x, p["gamma"], x);
        }

        problem.Maximize(f.Value(x));
    }
}
