namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>Averaged projections onto two convex sets that meet; no formula is known.</summary>
public sealed class AveragedProjections : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "averaged-projections";

    /// <inheritdoc/>
    public override string Statement => "x* in two closed convex sets, |x_0 - x*| <= 1, x_{t+1} the mean of the projections of x_t: squared distance between the two projections of x_n";

    /// <inheritdoc/>
    public override string Source => "Taylor, Hendrickx and Glineur, Performance estimation toolbox (PESTO), IEEE Conference on Decision and Control, 2017";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("n", "5")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicFunction<T> q1 = problem.Function("Q1", new ConvexIndicator<T>()), q2 = problem.Function("Q2", new ConvexIndicator<T>());
        q1.AddReference(problem.Zero(), problem.Zero());
        q2.AddReference(problem.Zero(), problem.Zero());
        SymbolicVector<T> x = problem.Vector("x0"), y = problem.Zero(), z = problem.Zero();
        problem.AtMost("initial distance", Form<T>.Squared(x), T.One);
        T half = T.One / ModelParameters<T>.Number(2);
        for (int t = 0; ; t++)
        {
            q1.Proximal(x, T.One, y);
            q2.Proximal(x, T.One, z);
            if (t == p.Count("n"))
            {
                break;
            }

            x.Assign(half * (y + z));
        }

        problem.Maximize(Form<T>.Squared(y - z));
    }
}
