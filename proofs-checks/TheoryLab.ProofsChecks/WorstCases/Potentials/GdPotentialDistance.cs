namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>
/// A potential of gradient descent does not grow: the value is 0 for gamma = 1/L. The normalisation gives the homogeneous problem a scale.
/// </summary>
public sealed class GdPotentialDistance : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "gd-potential-distance";

    /// <inheritdoc/>
    public override string Statement => "f convex and L-smooth, |x - x*| <= 1: V+ - V, V = n (f(x) - f*) + (L/2)|x - x*|^2, V+ the same with n + 1 at x - gamma grad f(x)";

    /// <inheritdoc/>
    public override string Source => "Bansal and Gupta, Potential-function proofs for gradient methods, Theory of Computing 15, 2019";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("gamma", "1"), ("n", "10")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        T L = p["L"], n = ModelParameters<T>.Number(p.Count("n")), half = T.One / ModelParameters<T>.Number(2);
        SymbolicFunction<T> f = problem.Function("f", new SmoothStronglyConvex<T>(L, T.Zero));
        f.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x");
        problem.AtMost("normalisation", Form<T>.Squared(x), T.One);
        SymbolicVector<T> next = new GradientDescent().Iterates(f, x, new(T.One / p["gamma"], T.Zero, 1))[^1];
        Form<T> before = (n * f.Value(x)) + (half * L * Form<T>.Squared(x)), after = ((n + T.One) * f.Value(next)) + (half * L * Form<T>.Squared(next));
        problem.MaximizeGrowth(after - before);
    }
}
