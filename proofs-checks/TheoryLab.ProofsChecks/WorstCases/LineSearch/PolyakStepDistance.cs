namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>
/// One gradient step of Polyak length; for gamma in [1/L, 1/mu] the value is (gamma L - 1)(1 - gamma mu)/(gamma (L + mu) - 1).
/// </summary>
public sealed class PolyakStepDistance : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "polyak-step-distance";

    /// <inheritdoc/>
    public override string Statement => "f mu-strongly convex and L-smooth, |x_0 - x*| <= 1, gamma |grad f(x_0)|^2 = 2 (f(x_0) - f*): |x_0 - gamma grad f(x_0) - x*|^2";

    /// <inheritdoc/>
    public override string Source => "Barre, Taylor and d'Aspremont, Complexity guarantees for Polyak steps with momentum, COLT 2020";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("mu", "0.1"), ("gamma", "2")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicFunction<T> f = problem.Function("f", new SmoothStronglyConvex<T>(p["L"], p["mu"]));
        f.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x0"), g = f.At(x).G;
        problem.AtMost("initial distance", Form<T>.Squared(x), T.One);
        problem.Equal("Polyak step", (p["gamma"] * Form<T>.Squared(g)) - (ModelParameters<T>.Number(2) * f.Value(x)), T.Zero);
        problem.Maximize(Form<T>.Squared(x - (p["gamma"] * g)));
    }
}
