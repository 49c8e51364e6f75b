namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>
/// Nesterov's method with the momentum k/(k+3) and relative errors; no formula is known, 2 L/(n^2 + 5n + 6) is a lower bound.
/// </summary>
public sealed class NesterovFgmRelativeError : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "nesterov-fgm-relative-error";

    /// <inheritdoc/>
    public override string Statement => "f convex and L-smooth, |x_0 - x*| <= 1: f(x_n) - f* after n steps with d in place of the gradient g, |d - g| <= epsilon |g|, epsilon > 0";

    /// <inheritdoc/>
    public override string Source => "Taylor, Hendrickx and Glineur, Smooth strongly convex interpolation and exact worst-case performance of first-order methods, Mathematical Programming 161, 2017";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("epsilon", "0.1"), ("n", "5")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicFunction<T> f = problem.Function("f", new SmoothStronglyConvex<T>(p["L"], T.Zero));
        f.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x0");
        problem.AtMost("initial distance", Form<T>.Squared(x), T.One);
        InexactGradient<T> gradient = new(problem, f, p["epsilon"]);
        problem.Maximize(f.Value(new NesterovThree().Iterates(gradient, x, new(p["L"], T.Zero, p.Count("n")))[^1]));
    }
}
