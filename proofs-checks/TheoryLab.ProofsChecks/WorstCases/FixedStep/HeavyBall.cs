namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>
/// Heavy ball with the coefficients of Ghadimi, Feyzmahdavian and Johansson; at most (1 - alpha mu)^n, which is not exact.
/// </summary>
public sealed class HeavyBall : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "heavy-ball";

    /// <inheritdoc/>
    public override string Statement => "f mu-strongly convex and L-smooth, f(x_0) - f* <= 1: f(x_n) - f* after n steps x - alpha grad f(x) + beta (x - previous x), beta = sqrt((1 - alpha mu)(1 - alpha L))";

    /// <inheritdoc/>
    public override string Source => "Ghadimi, Feyzmahdavian and Johansson, Global convergence of the heavy-ball method for convex optimization, European Control Conference, 2015";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("mu", "0.1"), ("L", "1"), ("alpha", "0.5"), ("n", "3")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        T L = p["L"], mu = p["mu"], alpha = p["alpha"], beta = ScalarMath.Sqrt((T.One - (alpha * mu)) * (T.One - (alpha * L)));
        SymbolicFunction<T> f = problem.Function("f", new SmoothStronglyConvex<T>(L, mu));
        f.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x0"), previous = x.Copy();
        problem.AtMost("initial value", f.Value(x), T.One);
        for (int t = 0; t < p.Count("n"); t++)
        {
            (x, previous) = (problem.New(x - (alpha * f.At(x).G) + (beta * (x - previous))), x);
        }

        problem.Maximize(f.Value(x));
    }
}
