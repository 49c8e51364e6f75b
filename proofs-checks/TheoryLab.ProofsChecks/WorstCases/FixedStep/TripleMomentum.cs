namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>The triple momentum method; with rho = 1 - sqrt(mu/L) the value is rho^(2n) L^2/(2 mu).</summary>
public sealed class TripleMomentum : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "triple-momentum";

    /// <inheritdoc/>
    public override string Statement => "f mu-strongly convex and L-smooth, |x_0 - x*| <= 1: f(x_n) - f* after n steps";

    /// <inheritdoc/>
    public override string Source => "Van Scoy, Freeman and Lynch, The fastest known globally convergent first-order method for minimizing strongly convex functions, IEEE Control Systems Letters 2, 2018";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("mu", "0.1"), ("L", "1"), ("n", "4")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicFunction<T> f = problem.Function("f", new SmoothStronglyConvex<T>(p["L"], p["mu"]));
        f.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x0");
        problem.AtMost("initial distance", Form<T>.Squared(x), T.One);
        problem.Maximize(f.Value(new Solvers.TripleMomentum().Iterates(f, x, new(p["L"], p["mu"], p.Count("n")))[^1]));
    }
}
