namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>
/// The Halpern iteration on nonexpansive operators without fixed points, solved by its limit problem; at most ((sqrt(H_n + 12) + 1)/(n+1))^2. The
/// supremum is not attained: with v the infimal displacement, |v| goes to infinity along worst operators. An iterate is x_i = p_i - c_i v with
/// c_i known; b_i stands for &lt;r_i, v&gt; &gt;= 0, r_i = x_i - A x_i - v, and is free in the limit. The value is the supremum over all v.
/// </summary>
public sealed class HalpernWithoutFixedPoint : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "halpern-without-fixed-point";

    /// <inheritdoc/>
    public override string Statement => "A nonexpansive with infimal displacement v = x* - A x*, |x_0 - x*| <= 1, x_{t+1} = x_0/(t+2) + ((t+1)/(t+2)) A x_t: |x_n - A x_n - v|^2";

    /// <inheritdoc/>
    public override string Source => "Park and Ryu, Accelerated infeasibility detection of constrained optimization and fixed-point iterations, ICML 2023";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("n", "5")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        // p_{i+1} = p_0/(i+2) + ((i+1)/(i+2)) (p_i - r_i),  c_{i+1} = ((i+1)/(i+2)) (c_i + 1).
        T two = ModelParameters<T>.Number(2), c = T.Zero;
        SymbolicVector<T> start = problem.Vector("x0"), point = start;
        problem.AtMost("initial distance", Form<T>.Squared(start), T.One);
        List<(SymbolicVector<T> P, SymbolicVector<T> R, T C, Form<T> B)> all = [(problem.Zero(), problem.Zero(), T.Zero, T.Zero)];
        for (int i = 0; i <= p.Count("n"); i++)
        {
            SymbolicVector<T> r = problem.Vector($"r{i}");
            all.Add((point, r, c, i > 0 ? Displacement(i) : T.Zero));
            T weight = T.One - (T.One / ModelParameters<T>.Number(i + 2));
            (point, c) = (problem.New(((T.One - weight) * start) + (weight * (point - r))), weight * (c + T.One));
        }

        // 2 <p_i - p_j, r_i - r_j> - 2 (c_i - c_j)(b_i - b_j) >= |r_i - r_j|^2. Between x_0 and later points this always holds for large b_0, since c_0 = 0 < c_j;
        // between x* and x_0 it has no b_0.
        for (int i = 0; i < all.Count; i++)
        {
            for (int j = i + 1; i != 1 && j < all.Count; j++)
            {
                SymbolicVector<T> r = problem.New(all[i].R - all[j].R), moved = problem.New(all[i].P - all[j].P);
                Form<T> drift = (all[i].C - all[j].C) * (all[i].B - all[j].B);
                problem.AtMost($"nonexpansive ({i}, {j})", Form<T>.Squared(r) + (two * drift) - (two * Form<T>.Product(moved, r)), T.Zero);
            }
        }

        problem.Maximize(Form<T>.Squared(all[^1].R));

        Form<T> Displacement(int i)
        {
            Form<T> b = problem.Space.NewValue($"b{i}");
            problem.AtMost($"displacement {i}", -b, T.Zero);
            return b;
        }
    }
}
