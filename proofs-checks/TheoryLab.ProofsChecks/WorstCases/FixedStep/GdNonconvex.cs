namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>Gradient descent on smooth nonconvex functions; for gamma = 1/L the value is 4 L/(3 n).</summary>
public sealed class GdNonconvex : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "gd-nonconvex";

    /// <inheritdoc/>
    public override string Statement => "f L-smooth, f(x_0) - f(x_n) <= 1: the smallest |grad f(x_t)|^2, t = 0..n, after n steps x - gamma grad f(x)";

    /// <inheritdoc/>
    public override string Source => "Abbaszadehpeivasti, de Klerk and Zamani, The exact worst-case convergence rate of the gradient method with fixed step lengths for L-smooth functions, 2021";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("gamma", "1"), ("n", "5")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        // x_0 = 0 and f(x_0) = 0 are no restriction; there is no minimiser in this problem.
        SymbolicFunction<T> f = problem.Function("f", new SmoothStronglyConvex<T>(p["L"], -p["L"]));
        SymbolicVector<T> x = problem.Zero();
        f.AddReference(x, problem.Vector("g0"));
        IReadOnlyList<SymbolicVector<T>> iterates = new GradientDescent().Iterates(f, x, new(T.One / p["gamma"], T.Zero, p.Count("n")));
        problem.AtMost("decrease", -f.Value(iterates[^1]), T.One);
        problem.MaximizeSmallest([.. iterates.Select(xt => Form<T>.Squared(f.At(xt).G))]);
    }
}
