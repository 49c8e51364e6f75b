namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>Nesterov's method with constant momentum; at most (1 - sqrt(mu/L))^n, which is not exact.</summary>
public sealed class NesterovFgmStronglyConvex : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "nesterov-fgm-strongly-convex";

    /// <inheritdoc/>
    public override string Statement => "f mu-strongly convex and L-smooth, f(x_0) - f* + (mu/2)|x_0 - x*|^2 <= 1: f(x_n) - f* after n steps";

    /// <inheritdoc/>
    public override string Source => "d'Aspremont, Scieur and Taylor, Acceleration methods, 2021";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("mu", "0.1"), ("L", "1"), ("n", "5")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicFunction<T> f = problem.Function("f", new SmoothStronglyConvex<T>(p["L"], p["mu"]));
        f.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x0");
        problem.AtMost("initial potential", f.Value(x) + ((p["mu"] / ModelParameters<T>.Number(2)) * Form<T>.Squared(x)), T.One);
        problem.Maximize(f.Value(new NesterovStronglyConvex().Iterates(f, x, new(p["L"], p["mu"], p.Count("n")))[^1]));
    }
}
