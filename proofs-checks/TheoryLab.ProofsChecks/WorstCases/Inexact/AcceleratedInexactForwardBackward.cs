namespace TheoryLab.ProofsChecks.WorstCases;

/// <summary>
/// An accelerated forward-backward method with inexact proximal steps; at most 2 L/((1 - zeta^2) n^2), which is not exact.
/// </summary>
public sealed class AcceleratedInexactForwardBackward : WorstCaseModel
{
    /// <inheritdoc/>
    public override string Id => "accelerated-inexact-forward-backward";

    /// <inheritdoc/>
    public override string Statement => "f convex and L-smooth, h closed convex, x* a minimiser of F = f + h, |x_0 - x*| <= 1: F(x_n) - F* after n steps whose proximal steps have a primal-dual gap of at most ((zeta/L)^2/2)|v + grad f(y)|^2";

    /// <inheritdoc/>
    public override string Source => "Barre, Taylor and Bach, A note on approximate accelerated forward-backward methods with absolute and relative errors, and possibly strongly convex objectives, 2021";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, string Default)> Parameters => [("L", "1.3"), ("zeta", "0.45"), ("n", "5")];

    /// <inheritdoc/>
    public override void State<T>(WorstCaseProblem<T> problem, ModelParameters<T> p)
    {
        T L = p["L"], zeta = p["zeta"], gamma = T.One / L, eta = (T.One - (zeta * zeta)) * gamma, two = ModelParameters<T>.Number(2), half = T.One / two, A = T.Zero;
        SymbolicFunction<T> f = problem.Function("f", new SmoothStronglyConvex<T>(L, T.Zero)), h = problem.Function("h", new Convex<T>());
        // A linear term moved from f to h changes no step and no value, so that both parts may have their minimum at x*.
        f.AddMinimizer();
        h.AddMinimizer();
        SymbolicVector<T> x = problem.Vector("x0"), z = x;
        problem.AtMost("initial distance", Form<T>.Squared(x), T.One);
        for (int t = 0; t < p.Count("n"); t++)
        {
            T a = (eta + ScalarMath.Sqrt((eta * eta) + (two * two * eta * A))) * half, next = A + a;
            SymbolicVector<T> y = problem.New(x + ((T.One - (A / next)) * (z - x))), g = f.At(y).G;
            SymbolicVector<T> w = problem.Vector($"w{t + 1}"), v = problem.Vector($"v{t + 1}"), step = problem.New(v + g);
            SymbolicPoint<T> dual = h.AddPoint(w, v);
            x = problem.Vector($"x{t + 1}");
            Form<T> error = half * Form<T>.Squared(problem.New(x - y + (gamma * step)));
            Form<T> gap = gamma * (h.Value(x) - dual.F - Form<T>.Product(v, x - w));
            problem.AtMost($"error {t + 1}", error + gap - (half * zeta * zeta * gamma * gamma * Form<T>.Squared(step)), T.Zero);
            z = problem.New(z - (a * step));
            A = next;
        }

        problem.Maximize(f.Value(x) + h.Value(x));
    }
}
