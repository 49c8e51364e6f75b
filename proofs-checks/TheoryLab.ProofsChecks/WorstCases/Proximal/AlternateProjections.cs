namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>Alternating projections between two convex sets that meet; no formula is known.</summary>
public sealed class AlternateProjections : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "alternate-projections";

    /// <inheritdoc/>
    public override string Statement => "x* in two closed convex sets, |x_0 - x*| <= 1, x_{t+1} the projection onto the second set of that onto the first: squared distance of x_n to its projection onto the first";

    /// <inheritdoc/>
    public override string Source => "von Neumann 1949; Taylor, Hendrickx and Glineur, Performance estimation toolbox (PESTO), IEEE Conference on Decision and Control, 2017";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("n", "5")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicFunction<T> q1 = problem.Function("Q1", new ConvexIndicator<T>()), q2 = problem.Function("Q2", new ConvexIndicator<T>());
        q1.AddReference(problem.Zero(), problem.Zero());
        q2.AddReference(problem.Zero(), problem.Zero());
        SymbolicVector<T> x = problem.Vector("x0"), y = problem.Zero();
        problem.AtMost("initial distance", Form<T>.Squared(x), T.One);
        for (int t = 0; t < p.Count("n"); t++)
        {
            q1.Proximal(x, T.One, y);
            q2.Proximal(y, T.One, x);
        }

        q1.Proximal(x, T.One, y);
        problem.Maximize(Form<T>.Squared(x - y));
    }
}
