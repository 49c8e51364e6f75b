namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>
/// The problem of halpern-without-fixed-point as it is worded. Its supremum is not attained: a solve has to end as unbounded, and no number that
/// it returns is a bound.
/// </summary>
public sealed class HalpernWithoutFixedPointPlain : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "halpern-without-fixed-point-plain";

    /// <inheritdoc/>
    public override string Statement => "A nonexpansive with infimal displacement v = x* - A x*, |x_0 - x*| <= 1, x_{t+1} = x_0/(t+2) + ((t+1)/(t+2)) A x_t: |x_n - A x_n - v|^2; not attained";

    /// <inheritdoc/>
    public override string Source => "Park and Ryu, Accelerated infeasibility detection of constrained optimization and fixed-point iterations, ICML 2023";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("n", "25")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicOperator<T> a = problem.Operator("A", new LipschitzOperator<T>(T.One));
        SymbolicVector<T> v = problem.Vector("v"), start = problem.Vector("x0"), x = start.Copy();
        a.AddPoint(problem.Zero(), problem.New(-v), isReference: true);
        problem.AtMost("initial distance", Form<T>.Squared(start), T.One);
        for (int t = 0; t < p.Count("n"); t++)
        {
            T anchor = T.One / ModelParameters<T>.Number(t + 2);
            x = problem.New((anchor * start) + ((T.One - anchor) * Image(x)));
        }

        problem.Maximize(Form<T>.Squared(problem.New(x - Image(x) - v)));

        // <z - A z, v> >= |v|^2 at every z.
        SymbolicVector<T> Image(SymbolicVector<T> z)
        {
            SymbolicVector<T> image = a.Apply(z);
            problem.AtMost("infimal displacement", Form<T>.Product(v, problem.New(v - z + image)), T.Zero);
            return image;
        }
    }
}
