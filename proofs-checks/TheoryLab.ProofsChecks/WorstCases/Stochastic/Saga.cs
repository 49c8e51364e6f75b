namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>One step of SAGA shrinks its potential by the factor 1 - gamma mu in expectation, gamma = 1/(2 (mu n + L)).</summary>
public sealed class Saga : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "saga";

    /// <inheritdoc/>
    public override string Statement => "f_i mu-strongly convex and L-smooth, h closed convex, x* a minimiser of h + mean of f_i, V = c |x - x*|^2 + mean of D_{f_i}(phi_i; x*), c = 1/(2 gamma (1 - gamma mu) n), V <= 1: the mean of V over the n outcomes of a step";

    /// <inheritdoc/>
    public override string Source => "Defazio, Bach and Lacoste-Julien, SAGA: a fast incremental gradient method with support for non-strongly convex composite objectives, 2014";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("mu", "0.1"), ("n", "5")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        int n = p.Count("n");
        T L = p["L"], mu = p["mu"], count = ModelParameters<T>.Number(n), two = ModelParameters<T>.Number(2);
        T gamma = T.One / (two * ((mu * count) + L)), c = T.One / (two * gamma * (T.One - (gamma * mu)) * count);

        // Linear terms moved between the f_i and h change no step and no divergence, so that all of them may have their minimum at x*.
        SymbolicFunction<T> h = problem.Function("h", new Convex<T>());
        h.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x"), meanTable = problem.Zero();
        SymbolicFunction<T>[] f = new SymbolicFunction<T>[n];
        SymbolicVector<T>[] table = new SymbolicVector<T>[n];
        for (int i = 0; i < n; i++)
        {
            f[i] = problem.Function($"f{i + 1}", new SmoothStronglyConvex<T>(L, mu));
            f[i].AddMinimizer();
            table[i] = problem.Vector($"phi{i + 1}");
            meanTable.Assign(meanTable + ((T.One / count) * f[i].At(table[i]).G));
        }

        Form<T> initial = c * Form<T>.Squared(x), final = T.Zero;
        for (int j = 0; j < n; j++)
        {
            SymbolicVector<T> next = problem.New(x - (gamma * (f[j].At(x).G - f[j].At(table[j]).G)) - (gamma * meanTable));
            h.Proximal(next, gamma, next);
            initial += (T.One / count) * f[j].Value(table[j]);
            final += c * Form<T>.Squared(next);
            for (int i = 0; i < n; i++)
            {
                final += (T.One / count) * f[i].Value(i == j ? x : table[i]);
            }
        }

        problem.AtMost("initial potential", initial, T.One);
        problem.Maximize((T.One / count) * final);
    }
}
