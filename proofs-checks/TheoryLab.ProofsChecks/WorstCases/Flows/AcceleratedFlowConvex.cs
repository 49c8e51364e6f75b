namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>
/// A potential of the accelerated flow on convex functions does not grow: the value is 0. The vectors are normalised to give the homogeneous
/// problem a scale.
/// </summary>
public sealed class AcceleratedFlowConvex : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "accelerated-flow-convex";

    /// <inheritdoc/>
    public override string Statement => "f convex, x'' = -(3/t) x' - g(x), |x - x*|^2 + |x'|^2 + |g(x)|^2 <= 1: the derivative of t^2 (f(x) - f*) + 2 |x - x* + (t/2) x'|^2";

    /// <inheritdoc/>
    public override string Source => "Su, Boyd and Candes, A differential equation for modeling Nesterov's accelerated gradient method, Journal of Machine Learning Research 17, 2016; Moucer, Taylor and Bach, A systematic approach to Lyapunov analyses of continuous-time models in convex optimization, 2022";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("t", "3.4")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        T t = p["t"], two = ModelParameters<T>.Number(2), half = T.One / two, three = ModelParameters<T>.Number(3);
        SymbolicFunction<T> f = problem.Function("f", new Convex<T>());
        f.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x"), v = problem.Vector("v"), g = f.At(x).G;
        SymbolicVector<T> acceleration = problem.New(((-three / t) * v) - g), mixed = problem.New(x + (half * t * v)), change = problem.New((three * half * v) + (half * t * acceleration));
        problem.AtMost("normalisation", Form<T>.Squared(x) + Form<T>.Squared(v) + Form<T>.Squared(g), T.One);
        problem.MaximizeGrowth((two * t * f.Value(x)) + (t * t * Form<T>.Product(v, g)) + (two * two * Form<T>.Product(mixed, change)));
    }
}
