namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>The gradient flow on strongly convex functions: f - f* falls at the rate 2 mu, so that the value is -2 mu.</summary>
public sealed class GradientFlowStronglyConvex : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "gradient-flow-strongly-convex";

    /// <inheritdoc/>
    public override string Statement => "f mu-strongly convex, dx/dt = -g(x), f(x) - f* = 1: the derivative of f(x) - f*";

    /// <inheritdoc/>
    public override string Source => "Scieur, Roulet, Bach and d'Aspremont, Integration methods and optimization algorithms, 2017; Moucer, Taylor and Bach, A systematic approach to Lyapunov analyses of continuous-time models in convex optimization, 2022";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("mu", "0.1")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicFunction<T> f = problem.Function("f", new StronglyConvex<T>(p["mu"]));
        f.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x"), g = problem.Vector("g");
        f.AddPoint(x, g, T.One);
        problem.Maximize(-Form<T>.Squared(g));
    }
}
