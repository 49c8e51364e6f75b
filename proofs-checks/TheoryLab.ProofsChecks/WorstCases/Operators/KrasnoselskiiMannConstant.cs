namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>
/// The Krasnoselskii-Mann iteration; for 1/2 &lt;= gamma &lt;= (1 + sqrt(n/(n+1)))/2 the value is (n/(n+1))^n/(4 gamma (1 - gamma)(n+1)).
/// </summary>
public sealed class KrasnoselskiiMannConstant : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "krasnoselskii-mann-constant";

    /// <inheritdoc/>
    public override string Statement => "A nonexpansive, x* = A x*, |x_0 - x*| <= 1: |x_n - A x_n|^2/4 after n steps (1 - gamma) x + gamma A x";

    /// <inheritdoc/>
    public override string Source => "Lieder, Projection based methods for conic linear programming, PhD thesis, 2018";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("n", "10"), ("gamma", "0.75")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicOperator<T> a = problem.Operator("A", new LipschitzOperator<T>(T.One));
        a.AddPoint(problem.Zero(), problem.Zero(), isReference: true);
        SymbolicVector<T> x = problem.Vector("x0");
        problem.AtMost("initial distance", Form<T>.Squared(x), T.One);
        for (int t = 0; t < p.Count("n"); t++)
        {
            x = problem.New(((T.One - p["gamma"]) * x) + (p["gamma"] * a.Apply(x)));
        }

        problem.Maximize((T.One / ModelParameters<T>.Number(4)) * Form<T>.Squared(x - a.Apply(x)));
    }
}
