namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>The Bregman gradient method NoLips under relative smoothness; for gamma &lt;= 1/L the value is 1/(gamma n).</summary>
public sealed class NolipsFunctionValue : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "nolips-function-value";

    /// <inheritdoc/>
    public override string Statement => "f and L h - f convex and differentiable, Q convex, x* a minimiser of f on Q, D_h(x*; x_0) <= 1: f(x_n) - f* after n steps argmin over Q of gamma <grad f(x_t), u> + D_h(u; x_t)";

    /// <inheritdoc/>
    public override string Source => "Dragomir, Taylor, d'Aspremont and Bolte, Optimal complexity and certification of Bregman first-order methods, Mathematical Programming 194, 2022";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("gamma", "0.5"), ("n", "3")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        // d = L h - f. A linear term of d moves no divergence of h, so that d may have its minimum at x*.
        T inverse = T.One / p["L"];
        SymbolicFunction<T> f = problem.Function("f", new Convex<T>()), d = problem.Function("d", new Convex<T>()), set = problem.Function("Q", new ConvexIndicator<T>());
        SymbolicVector<T> optimal = problem.Vector("g*"), x = problem.Vector("x0");
        f.AddReference(problem.Zero(), optimal);
        d.AddMinimizer();
        set.AddReference(problem.Zero(), problem.New(-optimal));

        // h(x*) = 0 and grad h = (grad f + grad d)/L.
        SymbolicVector<T> g = f.At(x).G, kernel = problem.New(inverse * (g + d.At(x).G));
        problem.AtMost("initial divergence", Form<T>.Product(kernel, x) - (inverse * (f.Value(x) + d.Value(x))), T.One);
        for (int t = 1; t <= p.Count("n"); t++)
        {
            x = problem.Vector($"x{t}");
            SymbolicVector<T> nextG = f.At(x).G, nextKernel = problem.New(inverse * (nextG + d.At(x).G));
            set.AddPoint(x, problem.New(kernel - (p["gamma"] * g) - nextKernel));
            (g, kernel) = (nextG, nextKernel);
        }

        problem.Maximize(f.Value(x));
    }
}
