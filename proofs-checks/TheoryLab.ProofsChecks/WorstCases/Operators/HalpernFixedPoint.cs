namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>The Halpern iteration on nonexpansive operators; the value is (2/(n+1))^2.</summary>
public sealed class HalpernFixedPoint : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "halpern-fixed-point";

    /// <inheritdoc/>
    public override string Statement => "A nonexpansive, x* = A x*, |x_0 - x*| <= 1, x_{t+1} = x_0/(t+2) + ((t+1)/(t+2)) A x_t: |x_n - A x_n|^2";

    /// <inheritdoc/>
    public override string Source => "Halpern 1967; Lieder, On the convergence rate of the Halpern-iteration, Optimization Letters 15, 2021";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("n", "10")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicOperator<T> a = problem.Operator("A", new LipschitzOperator<T>(T.One));
        a.AddPoint(problem.Zero(), problem.Zero(), isReference: true);
        SymbolicVector<T> start = problem.Vector("x0"), x = start.Copy();
        problem.AtMost("initial distance", Form<T>.Squared(x), T.One);
        for (int t = 0; t < p.Count("n"); t++)
        {
            T anchor = T.One / ModelParameters<T>.Number(t + 2);
            x = problem.New((anchor * start) + ((T.One - anchor) * a.Apply(x)));
        }

        problem.Maximize(Form<T>.Squared(x - a.Apply(x)));
    }
}
