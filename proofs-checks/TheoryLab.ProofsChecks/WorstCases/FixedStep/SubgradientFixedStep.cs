namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>
/// The subgradient method with the constant step 1/(M sqrt(n+1)); the value is M/sqrt(n+1), and no method has a smaller one.
/// </summary>
public sealed class SubgradientFixedStep : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "subgradient-fixed-step";

    /// <inheritdoc/>
    public override string Statement => "f convex and M-Lipschitz, |x_0 - x*| <= 1: the smallest f(x_t) - f*, t = 0..n, after n steps x - s/(M sqrt(n+1)), s any subgradient";

    /// <inheritdoc/>
    public override string Source => "Nesterov, Lectures on Convex Optimization, 2018, section 3.2.3; Drori and Teboulle, An optimal variant of Kelley's cutting-plane method, 2016";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("M", "1"), ("n", "6")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        SymbolicFunction<T> f = problem.Function("f", new ConvexLipschitz<T>(p["M"]));
        f.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x0");
        problem.AtMost("initial distance", Form<T>.Squared(x), T.One);
        MethodSetup<T> setup = new(name => name switch { "M" => p["M"], "R" => T.One, _ => null }, p.Count("n"));
        problem.MaximizeSmallest([.. new SubgradientConstant().Iterates(f, x, setup).Select(f.Value)]);
    }
}
