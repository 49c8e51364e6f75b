namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>
/// Greedy first-order method: each step minimises over the span of all gradients so far; the value is that of the optimized gradient method, L/(2
/// theta_n^2).
/// </summary>
public sealed class ConjugateGradientSpanSearch : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "conjugate-gradient-span-search";

    /// <inheritdoc/>
    public override string Statement => "f convex and L-smooth, |x_0 - x*| <= 1: f(x_n) - f*, x_{t+1} minimising f over x_t + span of all gradients so far";

    /// <inheritdoc/>
    public override string Source => "Drori and Taylor, Efficient first-order methods for convex minimization: a constructive approach, Mathematical Programming 184, 2020";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("n", "2")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicFunction<T> f = problem.Function("f", new SmoothStronglyConvex<T>(p["L"], T.Zero));
        f.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x0");
        problem.AtMost("initial distance", Form<T>.Squared(x), T.One);
        List<SymbolicVector<T>> directions = [];
        for (int t = 0; t < p.Count("n"); t++)
        {
            SymbolicVector<T> next = problem.Vector($"x{t + 1}");
            directions.AddRange([f.At(x).G, problem.New(next - x)]);
            foreach (SymbolicVector<T> direction in directions)
            {
                problem.Orthogonal($"span search {t + 1}", f.At(next).G, direction);
            }

            x = next;
        }

        problem.Maximize(f.Value(x));
    }
}
