namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>
/// Two runs of gradient descent; for one step the value is max((1 - gamma L)^2, (1 - gamma mu)^2), reached on quadratics.
/// </summary>
public sealed class GdTwoTrajectoryContraction : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "gd-two-trajectory-contraction";

    /// <inheritdoc/>
    public override string Statement => "f mu-strongly convex and L-smooth, two starts with |x_0 - y_0| <= 1: |x_n - y_n|^2 after n steps x - gamma grad f(x) from each";

    /// <inheritdoc/>
    public override string Source => "Polyak, Introduction to Optimization, 1987";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("mu", "0.1"), ("gamma", "1"), ("n", "1")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        // y_0 = 0 and f(y_0) = 0 are no restriction. For a single step nor is grad f(y_0) = 0, since a linear term moves both runs alike; left free it would
        // be a direction of which nothing is known.
        SymbolicFunction<T> f = problem.Function("f", new SmoothStronglyConvex<T>(p["L"], p["mu"]));
        SymbolicVector<T> x = problem.Vector("x0"), y = problem.Zero();
        f.AddReference(y, p.Count("n") == 1 ? problem.Zero() : problem.Vector("g(y0)"));
        problem.AtMost("initial distance", Form<T>.Squared(x - y), T.One);
        MethodSetup<T> setup = new(T.One / p["gamma"], T.Zero, p.Count("n"));
        problem.Maximize(Form<T>.Squared(new GradientDescent().Iterates(f, x, setup)[^1] - new GradientDescent().Iterates(f, y, setup)[^1]));
    }
}
