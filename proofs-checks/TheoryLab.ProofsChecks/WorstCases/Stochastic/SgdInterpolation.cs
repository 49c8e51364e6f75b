namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>
/// One step of stochastic gradient descent on functions with a common minimiser; the value is max(1 - gamma mu, gamma L - 1)^2, whatever n.
/// </summary>
public sealed class SgdInterpolation : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "sgd-interpolation";

    /// <inheritdoc/>
    public override string Statement => "f_1..f_n mu-strongly convex and L-smooth, all minimal at x*, |x_0 - x*| <= 1: mean of |x_0 - gamma grad f_i(x_0) - x*|^2";

    /// <inheritdoc/>
    public override string Source => "Hu, Seiler and Lessard, Analysis of biased stochastic gradient descent using sequential semidefinite programs, Mathematical Programming 187, 2021";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("mu", "0.1"), ("gamma", "1"), ("n", "5")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        int n = p.Count("n");
        SymbolicVector<T> x = problem.Vector("x0");
        problem.AtMost("initial distance", Form<T>.Squared(x), T.One);
        Form<T> final = T.Zero;
        for (int i = 1; i <= n; i++)
        {
            SymbolicFunction<T> f = problem.Function($"f{i}", new SmoothStronglyConvex<T>(p["L"], p["mu"]));
            f.AddMinimizer();
            final += (T.One / ModelParameters<T>.Number(n)) * Form<T>.Squared(x - (p["gamma"] * f.At(x).G));
        }

        problem.Maximize(final);
    }
}
