namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>Douglas-Rachford splitting on a smooth and a nonsmooth convex function; no formula is known.</summary>
public sealed class DouglasRachfordFunctionValue : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "douglas-rachford-function-value";

    /// <inheritdoc/>
    public override string Statement => "f convex and L-smooth, h closed convex, x* a minimiser of F = f + h; x_t = prox_{alpha f}(w_t), y_t = prox_{alpha h}(2 x_t - w_t), w_{t+1} = w_t + theta (y_t - x_t), |x_0 - x*| <= 1: F(y_{n-1}) - F*";

    /// <inheritdoc/>
    public override string Source => "Taylor, Hendrickx and Glineur, Performance estimation toolbox (PESTO), IEEE Conference on Decision and Control, 2017";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("alpha", "1"), ("theta", "1"), ("n", "5")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicFunction<T> f = problem.Function("f", new SmoothStronglyConvex<T>(p["L"], T.Zero)), h = problem.Function("h", new Convex<T>());
        // A linear term moved from f to h changes no step and no value, so that both parts may have their minimum at x*.
        f.AddMinimizer();
        h.AddMinimizer();
        SymbolicVector<T> w = problem.Vector("w0"), x = problem.Zero(), y = problem.Zero();
        for (int t = 0; t < p.Count("n"); t++)
        {
            f.Proximal(w, p["alpha"], x);
            h.Proximal(problem.New((ModelParameters<T>.Number(2) * x) - w), p["alpha"], y);
            w.Assign(w + (p["theta"] * (y - x)));
            if (t == 0)
            {
                problem.AtMost("initial distance", Form<T>.Squared(x), T.One);
            }
        }

        problem.Maximize(f.Value(y) + h.Value(y));
    }
}
