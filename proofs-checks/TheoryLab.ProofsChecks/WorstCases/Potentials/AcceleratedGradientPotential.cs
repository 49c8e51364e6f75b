namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>
/// A potential of Nesterov's method does not grow: the value is 0 for gamma = 1/L. The vectors are normalised to give the homogeneous problem a
/// scale.
/// </summary>
public sealed class AcceleratedGradientPotential : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "accelerated-gradient-potential";

    /// <inheritdoc/>
    public override string Statement => "f convex and L-smooth, |x - x*|^2 + |z - x*|^2 <= 1: V+ - V, V = lam^2 (f(x) - f*) + (L/2)|z - x*|^2, over one step y = (1 - 1/lam+) x + z/lam+, x+ = y - gamma grad f(y), z+ = z - ((lam+^2 - lam^2)/L) grad f(y), lam+ = (1 + sqrt(4 lam^2 + 1))/2";

    /// <inheritdoc/>
    public override string Source => "Nesterov 1983; Bansal and Gupta, Potential-function proofs for gradient methods, Theory of Computing 15, 2019";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1"), ("gamma", "1"), ("lam", "10")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        T L = p["L"], lam = p["lam"], next = Momentum.Next(lam), half = T.One / ModelParameters<T>.Number(2);
        SymbolicFunction<T> f = problem.Function("f", new SmoothStronglyConvex<T>(L, T.Zero));
        f.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x"), z = problem.Vector("z"), y = problem.New(((T.One - (T.One / next)) * x) + ((T.One / next) * z)), g = f.At(y).G;
        SymbolicVector<T> nextX = problem.New(y - (p["gamma"] * g)), nextZ = problem.New(z - ((((next * next) - (lam * lam)) / L) * g));
        problem.AtMost("normalisation", Form<T>.Squared(x) + Form<T>.Squared(z), T.One);
        Form<T> before = (lam * lam * f.Value(x)) + (half * L * Form<T>.Squared(z)), after = (next * next * f.Value(nextX)) + (half * L * Form<T>.Squared(nextZ));
        problem.MaximizeGrowth(after - before);
    }
}
