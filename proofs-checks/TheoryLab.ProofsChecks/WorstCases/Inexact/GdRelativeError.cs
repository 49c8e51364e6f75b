namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>
/// Gradient descent with relative errors and the step 2/(Le + me), Le = (1 + epsilon) L, me = (1 - epsilon) mu; the value is ((Le - me)/(Le +
/// me))^(2n), reached on quadratics.
/// </summary>
public sealed class GdRelativeError : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "gd-relative-error";

    /// <inheritdoc/>
    public override string Statement => "f mu-strongly convex and L-smooth, f(x_0) - f* <= 1: f(x_n) - f* after n steps x - 2/(Le + me) d, |d - grad f(x)| <= epsilon |grad f(x)|";

    /// <inheritdoc/>
    public override string Source => "de Klerk, Glineur and Taylor, Worst-case convergence analysis of inexact gradient and Newton methods through semidefinite programming performance estimation, SIAM Journal on Optimization 30, 2020";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("mu", "0.1"), ("epsilon", "0.1"), ("n", "2")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        T L = p["L"], mu = p["mu"], epsilon = p["epsilon"];
        SymbolicFunction<T> f = problem.Function("f", new SmoothStronglyConvex<T>(L, mu));
        f.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x0");
        problem.AtMost("initial value", f.Value(x), T.One);
        MethodSetup<T> setup = new((T.One + epsilon) * L, (T.One - epsilon) * mu, p.Count("n"));
        problem.Maximize(f.Value(new GradientDescentLongStep().Iterates(new InexactGradient<T>(problem, f, epsilon), x, setup)[^1]));
    }
}
