namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>
/// The Bregman gradient method NoLips on nonconvex functions; for gamma &lt; 1/L the value is gamma/(n (1 - L gamma)).
/// </summary>
public sealed class NolipsNonconvexForward : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "nolips-nonconvex-forward";

    /// <inheritdoc/>
    public override string Statement => "L h - f and L h + f convex and differentiable, Q convex, x_0 in Q, f(x_0) - f(x_n) <= 1: the smallest D_h(x_{t+1}; x_t) of n steps argmin over Q of gamma <grad f(x_t), u> + D_h(u; x_t)";

    /// <inheritdoc/>
    public override string Source => "Bolte, Sabach, Teboulle and Vaisbourd, First order methods beyond convexity and Lipschitz gradient continuity, SIAM Journal on Optimization 28, 2018";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("gamma", "0.5"), ("n", "5")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        // d1 = L h - f, d2 = L h + f, both zero at x_0 = 0: no restriction. Nor is grad h(x_0) = 0, since linear terms of h move no divergence.
        T half = T.One / ModelParameters<T>.Number(2), share = half / p["L"];
        SymbolicFunction<T> d1 = problem.Function("d1", new Convex<T>()), d2 = problem.Function("d2", new Convex<T>()), set = problem.Function("Q", new ConvexIndicator<T>());
        SymbolicVector<T> x = problem.Zero(), start = problem.Vector("g0"), g = start, kernel = problem.Zero();
        d1.AddReference(x, problem.New(-start));
        d2.AddReference(x, start);
        set.AddReference(x, problem.Zero());
        Form<T> h = T.Zero, f = T.Zero;
        List<Form<T>> divergences = [];
        for (int t = 1; t <= p.Count("n"); t++)
        {
            SymbolicVector<T> next = problem.Vector($"x{t}");
            SymbolicPoint<T> p1 = d1.At(next), p2 = d2.At(next);
            SymbolicVector<T> nextKernel = problem.New(share * (p1.G + p2.G));
            Form<T> nextH = share * (p1.F + p2.F);
            divergences.Add(nextH - h - Form<T>.Product(kernel, next - x));
            set.AddPoint(next, problem.New(kernel - (p["gamma"] * g) - nextKernel));
            (x, g, kernel, h, f) = (next, problem.New(half * (p2.G - p1.G)), nextKernel, nextH, half * (p2.F - p1.F));
        }

        problem.AtMost("decrease", -f, T.One);
        problem.MaximizeSmallest([.. divergences]);
    }
}
