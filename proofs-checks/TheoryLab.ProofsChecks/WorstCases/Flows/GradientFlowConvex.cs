namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>
/// A potential of the gradient flow on convex functions does not grow: the value is 0. The normalisation |x - x*| &lt;= 1 gives the homogeneous
/// problem a scale.
/// </summary>
public sealed class GradientFlowConvex : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "gradient-flow-convex";

    /// <inheritdoc/>
    public override string Statement => "f convex, dx/dt = -g(x), |x - x*| <= 1: the derivative of t (f(x) - f*) + |x - x*|^2/2";

    /// <inheritdoc/>
    public override string Source => "Moucer, Taylor and Bach, A systematic approach to Lyapunov analyses of continuous-time models in convex optimization, 2022";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("t", "3.4")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicFunction<T> f = problem.Function("f", new Convex<T>());
        f.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x"), g = f.At(x).G;
        problem.AtMost("normalisation", Form<T>.Squared(x), T.One);
        problem.MaximizeGrowth(f.Value(x) - (p["t"] * Form<T>.Squared(g)) - Form<T>.Product(x, g));
    }
}
