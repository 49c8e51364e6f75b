namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>A potential of random coordinate descent does not grow in expectation: the value is 1 for gamma &lt;= 1/L.</summary>
public sealed class RandomCoordinatePotential : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "random-coordinate-potential";

    /// <inheritdoc/>
    public override string Statement => "f convex and L-smooth, phi(k, x) = (k gamma L/d + 1)(f(x) - f*) + (L/2)|x - x*|^2, phi(t-1, x) <= 1: the mean of phi(t, x - gamma grad f(x)^(i)) over the d blocks i";

    /// <inheritdoc/>
    public override string Source => "Taylor and Bach, Stochastic first-order methods: non-asymptotic and computer-aided analyses via potential functions, COLT 2019";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("gamma", "1"), ("d", "2"), ("t", "4")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        T L = p["L"], half = T.One / ModelParameters<T>.Number(2), d = ModelParameters<T>.Number(p.Count("d"));
        SymbolicFunction<T> f = problem.Function("f", new SmoothStronglyConvex<T>(L, T.Zero));
        f.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x"), gradient = problem.Zero();
        List<SymbolicVector<T>> blocks = [];
        for (int i = 1; i <= p.Count("d"); i++)
        {
            SymbolicVector<T> block = problem.Vector($"g^{i}");
            foreach (SymbolicVector<T> other in blocks)
            {
                problem.Orthogonal("blocks", block, other);
            }

            blocks.Add(block);
            gradient.Assign(gradient + block);
        }

        f.AddPoint(x, gradient);
        Form<T> Potential(int k, SymbolicVector<T> at) => (((ModelParameters<T>.Number(k) * p["gamma"] * L / d) + T.One) * f.Value(at)) + (half * L * Form<T>.Squared(at));
        problem.AtMost("initial potential", Potential(p.Count("t") - 1, x), T.One);
        Form<T> sum = T.Zero;
        foreach (SymbolicVector<T> block in blocks)
        {
            sum += Potential(p.Count("t"), problem.New(x - (p["gamma"] * block)));
        }

        problem.Maximize((T.One / d) * sum);
    }
}
