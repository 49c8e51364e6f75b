namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>Nesterov's method with the momentum (t_k - 1)/t_{k+1}; at most L/(2 t_n^2), which is not exact.</summary>
public sealed class NesterovFgm : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "nesterov-fgm";

    /// <inheritdoc/>
    public override string Statement => "f convex and L-smooth, |x_0 - x*| <= 1: f(x_n) - f* after n steps";

    /// <inheritdoc/>
    public override string Source => "Nesterov 1983; Beck and Teboulle, A fast iterative shrinkage-thresholding algorithm, SIAM Journal on Imaging Sciences 2, 2009";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("n", "5")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicFunction<T> f = problem.Function("f", new SmoothStronglyConvex<T>(p["L"], T.Zero));
        f.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x0");
        problem.AtMost("initial distance", Form<T>.Squared(x), T.One);
        problem.Maximize(f.Value(new NesterovAcceleration().Iterates(f, x, new(p["L"], T.Zero, p.Count("n")))[^1]));
    }
}
