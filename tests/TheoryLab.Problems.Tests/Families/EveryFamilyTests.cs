using TheoryLab.Core;
using TheoryLab.Tests;
using static TheoryLab.Problems.Tests.Computed;

namespace TheoryLab.Problems.Tests;

/// <summary>
/// What every family promises, on random members, in doubles under running error analysis: a failure exceeds the error that the arithmetic
/// of the test itself can have made.
/// </summary>
public class EveryFamilyTests
{
    public static TheoryData<string> Names => EveryFamily.Names;

    public static TheoryData<string> Convex => EveryFamily.NamesOf(FunctionClass.SmoothConvex);

    public static TheoryData<string> WithoutL => EveryFamily.NamesOf(FunctionClass.Barrier, FunctionClass.Convex);

    public static TheoryData<string> Smooth => EveryFamily.NamesOf(
        FunctionClass.SmoothConvex, FunctionClass.SmoothNonconvex, FunctionClass.LocallySmooth, FunctionClass.SmoothWithoutMinimum);

    public static TheoryData<string> Nonconvex => EveryFamily.NamesOf(FunctionClass.SmoothNonconvex, FunctionClass.LocallySmooth, FunctionClass.SmoothWithoutMinimum);

    public static TheoryData<string> Coordinatewise => EveryFamily.NamesOf(FunctionClass.SecondMoments, FunctionClass.BlockProximal, FunctionClass.Fractional);

    public static TheoryData<string> Nonsmooth => EveryFamily.NamesOf(FunctionClass.NonsmoothConvex);

    public static TheoryData<string> Composite => EveryFamily.NamesOf(FunctionClass.CompositeConvex, FunctionClass.CompositeNonconvex);

    public static TheoryData<string> WithMinimizer => EveryFamily.NamesOf([.. Enum.GetValues<FunctionClass>().Where(c =>
        c is not (FunctionClass.CompositeNonconvex or FunctionClass.SmoothWithoutMinimum or FunctionClass.SecondMoments or FunctionClass.BlockProximal or FunctionClass.Fractional))]);

    [Fact]
    public void EveryFamilyIsOfAClassWithInequalitiesOfItsOwn() => Assert.Equal(
        Families.All.Count, Smooth.Count + WithoutL.Count + Nonsmooth.Count + Composite.Count + Coordinatewise.Count);

    [Theory]
    [MemberData(nameof(WithMinimizer))]
    public void TheMinimizerIsOptimal(string name) => EveryFamily.Each(name, 100, (random, problem, instance) =>
    {
        HostVector<Tracked<double>> gradient = problem.Minimizer.NewLike();
        if (instance.Family.Class == FunctionClass.NonsmoothConvex)
        {
            // The subgradient answered at x* need not be zero: values decide.
            HostVector<Tracked<double>> x = random.Point(problem);
            AssertNotPositive(problem.Value(problem.Minimizer) - problem.Value(x), "value at the minimiser less another one");
            return;
        }

        if (problem is CompositeProblem<Tracked<double>> composite)
        {
            composite.GradientMapping(problem.Minimizer, gradient);
        }
        else
        {
            problem.Gradient(problem.Minimizer, gradient);
        }

        if (problem is ConstrainedProblem<Tracked<double>> constrained)
        {
            HostVector<Tracked<double>> vertex = gradient.NewLike();
            constrained.Minimize(gradient, vertex);
            Tracked<double> gap = HostVector<Tracked<double>>.Dot(gradient, problem.Minimizer) - HostVector<Tracked<double>>.Dot(gradient, vertex);
            AssertNotPositive(gap, "Frank-Wolfe gap");
            return;
        }

        for (int i = 0; i < gradient.Length; i++)
        {
            AssertZero(gradient[i], $"gradient component {i}");
        }
    });

    [Theory]
    [MemberData(nameof(WithMinimizer))]
    public void ThePrimalGapIsTheValueAboveTheOptimalOne(string name) => EveryFamily.Each(name, 100, (random, problem, _) =>
    {
        HostVector<Tracked<double>> x = random.Point(problem);
        AssertZero(problem.PrimalGap(x) - (problem.Value(x) - problem.Value(problem.Minimizer)), "gap less difference of values");
        AssertNotPositive(-problem.PrimalGap(x), "minus the gap");
    });

    // f(x) - f(y) - <g_y, x - y> >= (|g_x - g_y|^2/L + mu |x - y|^2 - 2 (mu/L) <g_x - g_y, x - y>)/(2 (1 - mu/L)) (Taylor, Hendrickx and
    // Glineur 2017, Theorem 4), times 2 (L - mu) so that it also says something where mu = L.
    [Theory]
    [MemberData(nameof(Convex))]
    public void TheDeclaredConstantsInterpolate(string name) => EveryFamily.Each(name, 100, (random, problem, _) =>
    {
        HostVector<Tracked<double>> x = random.Point(problem), y = random.Point(problem), gx = x.NewLike(), gy = x.NewLike(), d = x.NewLike();
        problem.Gradient(x, gx);
        problem.Gradient(y, gy);
        Tracked<double> L = problem.Constant("L")!.Value, mu = problem.Constant("mu") ?? 0.0;
        d.Assign(x - y);
        Tracked<double> bregman = problem.Value(x) - problem.Value(y) - HostVector<Tracked<double>>.Dot(gy, d);
        AssertNotPositive(mu * HostVector<Tracked<double>>.Dot(d, d) - (2.0 * bregman), "strong convexity");
        AssertNotPositive((2.0 * bregman) - (L * HostVector<Tracked<double>>.Dot(d, d)), "smoothness");
        gx.Assign(gx - gy);
        Tracked<double> right = HostVector<Tracked<double>>.Dot(gx, gx) + (mu * L * HostVector<Tracked<double>>.Dot(d, d))
            - (2.0 * mu * HostVector<Tracked<double>>.Dot(gx, d));
        AssertNotPositive(right - (2.0 * (L - mu) * bregman), "interpolation inequality");
    });

    // |grad f(x) - grad f(y)| <= L |x - y|, and -L |x - y|^2/2 <= f(x) - f(y) - <g_y, x - y> <= L |x - y|^2/2.
    [Theory]
    [MemberData(nameof(Nonconvex))]
    public void TheGradientIsLipschitz(string name) => EveryFamily.Each(name, 100, (random, problem, instance) =>
    {
        bool local = instance.Family.Class == FunctionClass.LocallySmooth;
        HostVector<Tracked<double>> x = random.Point(problem, local), y = random.Point(problem, local), gx = x.NewLike(), gy = x.NewLike(), d = x.NewLike();
        problem.Gradient(x, gx);
        problem.Gradient(y, gy);
        Tracked<double> L = problem.Constant("L")!.Value;
        d.Assign(x - y);
        Tracked<double> bregman = problem.Value(x) - problem.Value(y) - HostVector<Tracked<double>>.Dot(gy, d), quadratic = L * HostVector<Tracked<double>>.Dot(d, d);
        AssertNotPositive((2.0 * bregman) - quadratic, "smoothness from above");
        AssertNotPositive((-2.0 * bregman) - quadratic, "smoothness from below");
        gx.Assign(gx - gy);
        AssertNotPositive(HostVector<Tracked<double>>.Dot(gx, gx) - (L * quadratic), "Lipschitz gradient");
    });

    // Aiming where L is global, and the Polyak-Lojasiewicz inequality, which aiming implies and a manifold of minimisers allows.
    [Theory]
    [MemberData(nameof(Nonconvex))]
    public void TheNonconvexMuAimsAtTheMinimizer(string name) => EveryFamily.Each(name, 100, (random, problem, instance) =>
    {
        if (problem.Constant("mu") is not { } mu)
        {
            Assert.DoesNotContain(instance.Family.Constants, c => c.Name == "mu");
            return;
        }

        HostVector<Tracked<double>> x = random.Point(problem), g = x.NewLike(), d = x.NewLike();
        problem.Gradient(x, g);
        d.Assign(x - problem.Minimizer);
        Tracked<double> gap = problem.PrimalGap(x);
        AssertNotPositive((2.0 * mu * gap) - HostVector<Tracked<double>>.Dot(g, g), "Polyak-Lojasiewicz");
        if (instance.Family.Class == FunctionClass.SmoothNonconvex)
        {
            AssertNotPositive(gap + (0.5 * mu * HostVector<Tracked<double>>.Dot(d, d)) - HostVector<Tracked<double>>.Dot(g, d), "aiming");
        }
    });

    // f(y) >= f(x) + <g, y - x> with |g| at most M.
    [Theory]
    [MemberData(nameof(Nonsmooth))]
    public void TheOracleAnswersBoundedSubgradients(string name) => EveryFamily.Each(name, 100, (random, problem, _) =>
    {
        HostVector<Tracked<double>> x = random.Point(problem), y = random.Point(problem), g = x.NewLike();
        problem.Gradient(x, g);
        Tracked<double> m = problem.Constant("M")!.Value;
        AssertNotPositive(HostVector<Tracked<double>>.Dot(g, g) - (m * m), "norm of the subgradient");
        y.Assign(y - x);
        Tracked<double> linear = problem.Value(x) + HostVector<Tracked<double>>.Dot(g, y);
        y.Assign(y + x);
        AssertNotPositive(linear - problem.Value(y), "subgradient inequality");
    });

    // <g_x - g_y, x - y> >= |g_x - g_y|^2/L and >= mu |x - y|^2 for the smooth part, or only a Lipschitz gradient where it is not convex.
    [Theory]
    [MemberData(nameof(Composite))]
    public void TheSmoothPartInterpolates(string name) => EveryFamily.Each(name, 50, (random, problem, instance) =>
    {
        HostVector<Tracked<double>> x = random.Point(problem), y = random.Point(problem), gx = x.NewLike(), gy = x.NewLike(), d = x.NewLike();
        problem.Gradient(x, gx);
        problem.Gradient(y, gy);
        Tracked<double> L = problem.Constant("L")!.Value, mu = problem.Constant("mu") ?? 0.0;
        d.Assign(x - y);
        gx.Assign(gx - gy);
        Tracked<double> squares = HostVector<Tracked<double>>.Dot(gx, gx), distance = HostVector<Tracked<double>>.Dot(d, d), product = HostVector<Tracked<double>>.Dot(gx, d);
        AssertNotPositive(squares - (L * L * distance), "Lipschitz gradient");
        if (instance.Family.Class == FunctionClass.CompositeConvex)
        {
            AssertNotPositive(squares - (L * product), "cocoercivity");
            AssertNotPositive((mu * distance) - product, "strong convexity");
        }
    });

    // With u the proximal step of size t and P = F less its smooth part: P is known from values, and P(u) + |u - x|^2/(2t) is smallest. The smooth
    // part cannot be asked for its value, but by L-smoothness F(v) - F(u) - <grad f(u), v - u> is at most P(v) - P(u) + L |v - u|^2/2.
    [Theory]
    [MemberData(nameof(Composite))]
    public void ProximalStepsAreMinimizers(string name) => EveryFamily.Each(name, 50, (random, problem, _) =>
    {
        CompositeProblem<Tracked<double>> composite = (CompositeProblem<Tracked<double>>)problem;
        HostVector<Tracked<double>> x = random.Point(problem), u = x.NewLike(), v = x.NewLike(), g = x.NewLike(), d = x.NewLike();
        Tracked<double> L = problem.Constant("L")!.Value, t = Tracked<double>.FromDouble(Math.Pow(10, random.Uniform(-3, 2))) / L;
        composite.Proximal(x, t, u);
        problem.Gradient(u, g);
        for (int k = 0; k < 20; k++)
        {
            Tracked<double> scale = Tracked<double>.FromDouble(random.Signed(-6, 0));
            for (int i = 0; i < v.Length; i++)
            {
                v[i] = u[i] + (scale * Tracked<double>.FromDouble(random.Uniform(-1, 1)));
            }

            d.Assign(v - u);
            Tracked<double> rise = problem.Value(v) - problem.Value(u) - HostVector<Tracked<double>>.Dot(g, d) + (0.5 * L * HostVector<Tracked<double>>.Dot(d, d));
            g.Assign(v - x);
            Tracked<double> far = HostVector<Tracked<double>>.Dot(g, g);
            g.Assign(u - x);
            AssertNotPositive(((HostVector<Tracked<double>>.Dot(g, g) - far) / (2.0 * t)) - rise, "proximal objective at the step less elsewhere");
            problem.Gradient(u, g);
        }
    });

    [Theory]
    [MemberData(nameof(Composite))]
    public void OnlyAskedForIsAMinimizerThatIsKnown(string name) => EveryFamily.Each(name, 3, (_, problem, instance) =>
    {
        Assert.Equal(instance.Family.Class != FunctionClass.CompositeNonconvex, problem.HasMinimizer);
        if (!problem.HasMinimizer)
        {
            Assert.Throws<InputException>(() => problem.Minimizer);
            Assert.Throws<InputException>(() => problem.PrimalGap(problem.InitialPoint));
        }
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryDeclaredConstantHasAValue(string name) => EveryFamily.Each(name, 5, (_, problem, instance) =>
        Assert.All(instance.Family.Constants, constant => Assert.True(problem.Constant(constant.Name) is { } value && double.IsFinite(value.Value), constant.Name)));

    // Up to 15 components the doubles are summed in the order of every other scalar, so that the running error analysis covers them.
    [Theory]
    [MemberData(nameof(Names))]
    public void DoublesAgreeWithRationals(string name) => Any.Seed(25, random =>
    {
        ProblemInstance instance = random.Instance(Families.Named(name), 15);
        HostProblem<Rational> exact;
        try
        {
            exact = instance.In<Rational>();
        }
        catch (NotSupportedException e)
        {
            Assert.Contains("exact rationals lack", e.Message, StringComparison.Ordinal);
            return;
        }

        HostProblem<double> doubles = instance.In<double>();
        HostProblem<Tracked<double>> tracked = instance.In<Tracked<double>>();
        double[] point = random.Point(doubles).Span.ToArray();
        HostVector<Rational> x = new(Array.ConvertAll(point, Rational.FromDouble)), g = x.NewLike();
        HostVector<Tracked<double>> tx = new(Array.ConvertAll(point, c => (Tracked<double>)c)), tg = tx.NewLike();
        HostVector<double> dx = new(point), dg = dx.NewLike();
        exact.Gradient(x, g);
        tracked.Gradient(tx, tg);
        doubles.Gradient(dx, dg);
        AssertAgree(exact.Value(x), tracked.Value(tx), doubles.Value(dx), "value");
        if (exact.HasMinimizer)
        {
            AssertAgree(exact.PrimalGap(x), tracked.PrimalGap(tx), doubles.PrimalGap(dx), "gap");
        }

        for (int i = 0; i < point.Length; i++)
        {
            AssertAgree(g[i], tg[i], dg[i], $"gradient component {i}");
        }
    });

    private static void AssertAgree(Rational exact, Tracked<double> tracked, double value, string what)
    {
        // An irrational root is rounded in rationals too, to RootBits relative; the doubles' own roundings are 2^107 times larger.
        Rational allowance = Rational.FromDouble(tracked.Error);
        Assert.True(Absolute(exact - Rational.FromDouble(tracked.Value)) <= allowance, $"{what}: {tracked}, exactly {Rational.ToDouble(exact):R}");
        Assert.True(Absolute(exact - Rational.FromDouble(value)) <= allowance, $"{what}: {value:R} in doubles, {tracked}");
    }

    private static Rational Absolute(Rational value) => value < Rational.Zero ? -value : value;
}
