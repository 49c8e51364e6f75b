namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>
/// Cyclic block coordinate descent; no formula is known. With one block it is gradient descent with step 1/L. The inequalities are necessary
/// only.
/// </summary>
public sealed class CyclicCoordinateDescent : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "cyclic-coordinate-descent";

    /// <inheritdoc/>
    public override string Statement => "f convex, its gradient in block k L_k-Lipschitz along block k, |x_0 - x*| <= 1: f(x_n) - f* after n moves of single blocks in turn, each x - (1/L_k) times block k of the gradient";

    /// <inheritdoc/>
    public override string Source => "Shi and Liu, Better worst-case complexity analysis of the block coordinate descent method for large scale machine learning, 2016";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1 2 10"), ("n", "9")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        IReadOnlyList<T> L = p.List("L");
        SymbolicFunction<T> f = problem.Function("f", new BlockSmooth<T>(L));
        f.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x0");
        problem.AtMost("initial distance", Form<T>.Squared(x), T.One);
        for (int k = 0; k < p.Count("n"); k++)
        {
            int block = k % L.Count;
            SymbolicPoint<T> point = f.At(x);
            x.Assign(x - ((T.One / L[block]) * point.Parts[block]));
        }

        problem.Maximize(f.Value(x));
    }
}
