namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>The proximal point method on monotone operators; the value is (1 - 1/n)^(n-1)/n, whatever alpha.</summary>
public sealed class PpmMonotone : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "ppm-monotone";

    /// <inheritdoc/>
    public override string Statement => "A maximally monotone, 0 in A x*, |x_0 - x*| <= 1, n resolvent steps of size alpha: |x_n - x_{n-1}|^2";

    /// <inheritdoc/>
    public override string Source => "Gu and Yang, Tight sublinear convergence rate of the proximal point algorithm for maximal monotone inclusion problems, SIAM Journal on Optimization 30, 2020";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("alpha", "1"), ("n", "10")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicOperator<T> a = problem.Operator("A", new Monotone<T>());
        a.AddPoint(problem.Zero(), problem.Zero(), isReference: true);
        SymbolicVector<T> x = problem.Vector("x0"), previous = x;
        problem.AtMost("initial distance", Form<T>.Squared(x), T.One);
        for (int t = 0; t < p.Count("n"); t++)
        {
            (x, previous) = (a.Resolvent(x, p["alpha"]), x);
        }

        problem.Maximize(Form<T>.Squared(x - previous));
    }
}
