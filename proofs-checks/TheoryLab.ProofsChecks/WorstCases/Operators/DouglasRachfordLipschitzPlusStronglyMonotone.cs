namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>One Douglas-Rachford step as a contraction; the value is known piecewise.</summary>
public sealed class DouglasRachfordLipschitzPlusStronglyMonotone : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "douglas-rachford-lipschitz-plus-strongly-monotone";

    /// <inheritdoc/>
    public override string Statement => "A monotone and L-Lipschitz, B mu-strongly monotone, x = J_{alpha B} w, y = J_{alpha A}(2x - w), w+ = w - theta (x - y) from two starts with |w - w'| <= 1: |w+ - w'+|^2";

    /// <inheritdoc/>
    public override string Source => "Ryu, Taylor, Bergeling and Giselsson, Operator splitting performance estimation, SIAM Journal on Optimization 30, 2020";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("mu", "0.1"), ("alpha", "1.3"), ("theta", "0.9")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        // Translations of arguments and images make the second run constant zero, so that one run with A 0 = B 0 = 0 is the general case.
        SymbolicOperator<T> a = problem.Operator("A", new LipschitzMonotone<T>(T.Zero, p["L"])), b = problem.Operator("B", new StronglyMonotone<T>(p["mu"]));
        a.AddPoint(problem.Zero(), problem.Zero(), isReference: true);
        b.AddPoint(problem.Zero(), problem.Zero(), isReference: true);
        SymbolicVector<T> w = problem.Vector("w");
        problem.AtMost("initial distance", Form<T>.Squared(w), T.One);
        SymbolicVector<T> x = b.Resolvent(w, p["alpha"]), y = a.Resolvent(problem.New((ModelParameters<T>.Number(2) * x) - w), p["alpha"]);
        problem.Maximize(Form<T>.Squared(problem.New(w - (p["theta"] * (x - y)))));
    }
}
