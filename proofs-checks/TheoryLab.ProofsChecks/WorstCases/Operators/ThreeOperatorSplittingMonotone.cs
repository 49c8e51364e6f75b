namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>One step of three-operator splitting as a contraction; no formula is known.</summary>
public sealed class ThreeOperatorSplittingMonotone : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "three-operator-splitting-monotone";

    /// <inheritdoc/>
    public override string Statement => "A monotone, B beta-cocoercive, C the gradient of a mu-strongly convex L-smooth function, x = J_{alpha B} w, y = J_{alpha A}(2x - w - alpha C x), w+ = w - theta (x - y) from two starts with |w - w'| <= 1: |w+ - w'+|^2";

    /// <inheritdoc/>
    public override string Source => "Davis and Yin, A three-operator splitting scheme and its optimization applications, 2017; Ryu, Taylor, Bergeling and Giselsson, Operator splitting performance estimation, SIAM Journal on Optimization 30, 2020";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("mu", "0.1"), ("beta", "1"), ("alpha", "1.3"), ("theta", "0.9")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        // Translations of arguments and images make the second run constant zero, so that one run with A 0 = B 0 = C 0 = 0 is the general case.
        SymbolicOperator<T> a = problem.Operator("A", new Monotone<T>()), b = problem.Operator("B", new Cocoercive<T>(p["beta"]));
        SymbolicFunction<T> c = problem.Function("C", new SmoothStronglyConvex<T>(p["L"], p["mu"]));
        a.AddPoint(problem.Zero(), problem.Zero(), isReference: true);
        b.AddPoint(problem.Zero(), problem.Zero(), isReference: true);
        c.AddMinimizer();
        SymbolicVector<T> w = problem.Vector("w");
        problem.AtMost("initial distance", Form<T>.Squared(w), T.One);
        SymbolicVector<T> x = b.Resolvent(w, p["alpha"]);
        SymbolicVector<T> y = a.Resolvent(problem.New((ModelParameters<T>.Number(2) * x) - w - (p["alpha"] * c.At(x).G)), p["alpha"]);
        problem.Maximize(Form<T>.Squared(problem.New(w - (p["theta"] * (x - y)))));
    }
}
