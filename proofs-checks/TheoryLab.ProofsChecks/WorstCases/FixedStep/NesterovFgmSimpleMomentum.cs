namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>Nesterov's method with the momentum k/(k+3); the value is 2 L/(n^2 + 5n + 6), reached on a Huber function.</summary>
public sealed class NesterovFgmSimpleMomentum : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "nesterov-fgm-simple-momentum";

    /// <inheritdoc/>
    public override string Statement => "f convex and L-smooth, |x_0 - x*| <= 1: f(x_n) - f* after n steps";

    /// <inheritdoc/>
    public override string Source => "Taylor, Hendrickx and Glineur, Smooth strongly convex interpolation and exact worst-case performance of first-order methods, Mathematical Programming 161, 2017";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("n", "5")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicFunction<T> f = problem.Function("f", new SmoothStronglyConvex<T>(p["L"], T.Zero));
        f.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x0");
        problem.AtMost("initial distance", Form<T>.Squared(x), T.One);
        problem.Maximize(f.Value(new NesterovThree().Iterates(f, x, new(p["L"], T.Zero, p.Count("n")))[^1]));
    }
}
