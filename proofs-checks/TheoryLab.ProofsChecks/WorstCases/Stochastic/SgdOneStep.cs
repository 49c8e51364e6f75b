namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>
/// One step of stochastic gradient descent; the value is (gamma R (L - mu)/2 + sqrt((1 - gamma (L + mu)/2)^2 R^2 + gamma^2 v^2))^2, whatever n.
/// </summary>
public sealed class SgdOneStep : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "sgd-one-step";

    /// <inheritdoc/>
    public override string Statement => "f_1..f_n mu-strongly convex and L-smooth, x* a minimiser of their mean, |x_0 - x*| <= R, mean of |grad f_i(x*)|^2 at most v^2: mean of |x_0 - gamma grad f_i(x_0) - x*|^2";

    /// <inheritdoc/>
    public override string Source => "Hu, Seiler and Lessard, Analysis of biased stochastic gradient descent using sequential semidefinite programs, Mathematical Programming 187, 2021";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("mu", "0.1"), ("gamma", "1"), ("v", "1"), ("R", "2"), ("n", "5")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        int n = p.Count("n");
        T share = T.One / ModelParameters<T>.Number(n);
        SymbolicVector<T> x = problem.Vector("x0"), last = problem.Zero();
        problem.AtMost("initial distance", Form<T>.Squared(x), p["R"] * p["R"]);
        Form<T> variance = T.Zero, final = T.Zero;
        for (int i = 1; i <= n; i++)
        {
            // Gradients at x* add up to zero.
            SymbolicVector<T> optimal = i < n ? problem.Vector($"g{i}*") : last;
            last = problem.New(last - optimal);
            SymbolicFunction<T> f = problem.Function($"f{i}", new SmoothStronglyConvex<T>(p["L"], p["mu"]));
            f.AddReference(problem.Zero(), optimal);
            variance += share * Form<T>.Squared(optimal);
            final += share * Form<T>.Squared(x - (p["gamma"] * f.At(x).G));
        }

        problem.AtMost("variance", variance, p["v"] * p["v"]);
        problem.Maximize(final);
    }
}
