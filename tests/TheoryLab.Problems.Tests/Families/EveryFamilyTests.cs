using TheoryLab.Core;
using TheoryLab.Tests;

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

    public static TheoryData<string> ConvexWithoutL => EveryFamily.NamesOf(FunctionClass.SmoothConvex, FunctionClass.Barrier, FunctionClass.Convex);

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
    public void TheMinimizerIsOptimal(string name) => Each(name, 100, (random, problem, instance) =>
    {
        HostVector<Tracked<double>> gradient = problem.Minimizer.NewLike();
        if (instance.Family.Class == FunctionClass.NonsmoothConvex)
        {
            // The subgradient answered at x* need not be zero: values decide.
            HostVector<Tracked<double>> x = random.Point(problem);
            AssertNotAbove(problem.Value(problem.Minimizer) - problem.Value(x), 0, "value at the minimiser less another one");
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
            AssertNotAbove(gap, 0, "Frank-Wolfe gap");
            return;
        }

        for (int i = 0; i < gradient.Length; i++)
        {
            AssertZero(gradient[i], $"gradient component {i}");
        }
    });

    [Theory]
    [MemberData(nameof(WithMinimizer))]
    public void ThePrimalGapIsTheValueAboveTheOptimalOne(string name) => Each(name, 100, (random, problem, _) =>
    {
        HostVector<Tracked<double>> x = random.Point(problem);
        AssertZero(problem.PrimalGap(x) - (problem.Value(x) - problem.Value(problem.Minimizer)), "gap less difference of values");
        AssertNotAbove(-problem.PrimalGap(x), 0, "minus the gap");
    });

    // f(x) - f(y) - <g_y, x - y> >= (|g_x - g_y|^2/L + mu |x - y|^2 - 2 (mu/L) <g_x - g_y, x - y>)/(2 (1 - mu/L)) (Taylor, Hendrickx and
    // Glineur 2017, Theorem 4), times 2 (L - mu) so that it also says something where mu = L.
    [Theory]
    [MemberData(nameof(Convex))]
    public void TheDeclaredConstantsInterpolate(string name) => Each(name, 100, (random, problem, _) =>
    {
        HostVector<Tracked<double>> x = random.Point(problem), y = random.Point(problem), gx = x.NewLike(), gy = x.NewLike(), d = x.NewLike();
        problem.Gradient(x, gx);
        problem.Gradient(y, gy);
        Tracked<double> L = problem.Constant("L")!.Value, mu = problem.Constant("mu") ?? 0.0;
        d.Assign(x - y);
        Tracked<double> bregman = problem.Value(x) - problem.Value(y) - HostVector<Tracked<double>>.Dot(gy, d);
        AssertNotAbove(mu * HostVector<Tracked<double>>.Dot(d, d) - (2.0 * bregman), 0, "strong convexity");
        AssertNotAbove((2.0 * bregman) - (L * HostVector<Tracked<double>>.Dot(d, d)), 0, "smoothness");
        gx.Assign(gx - gy);
        Tracked<double> right = HostVector<Tracked<double>>.Dot(gx, gx) + (mu * L * HostVector<Tracked<double>>.Dot(d, d))
            - (2.0 * mu * HostVector<Tracked<double>>.Dot(gx, d));
        AssertNotAbove(right - (2.0 * (L - mu) * bregman), 0, "interpolation inequality");
    });

    // |grad f(x) - grad f(y)| <= L |x - y|, and -L |x - y|^2/2 <= f(x) - f(y) - <g_y, x - y> <= L |x - y|^2/2.
    [Theory]
    [MemberData(nameof(Nonconvex))]
    public void TheGradientIsLipschitz(string name) => Each(name, 100, (random, problem, instance) =>
    {
        bool local = instance.Family.Class == FunctionClass.LocallySmooth;
        HostVector<Tracked<double>> x = random.Point(problem, local), y = random.Point(problem, local), gx = x.NewLike(), gy = x.NewLike(), d = x.NewLike();
        problem.Gradient(x, gx);
        problem.Gradient(y, gy);
        Tracked<double> L = problem.Constant("L")!.Value;
        d.Assign(x - y);
        Tracked<double> bregman = problem.Value(x) - problem.Value(y) - HostVector<Tracked<double>>.Dot(gy, d), quadratic = L * HostVector<Tracked<double>>.Dot(d, d);
        AssertNotAbove((2.0 * bregman) - quadratic, 0, "smoothness from above");
        AssertNotAbove((-2.0 * bregman) - quadratic, 0, "smoothness from below");
        gx.Assign(gx - gy);
        AssertNotAbove(HostVector<Tracked<double>>.Dot(gx, gx) - (L * quadratic), 0, "Lipschitz gradient");
    });

    // Aiming where L is global, and the Polyak-Lojasiewicz inequality, which aiming implies and a manifold of minimisers allows.
    [Theory]
    [MemberData(nameof(Nonconvex))]
    public void TheNonconvexMuAimsAtTheMinimizer(string name) => Each(name, 100, (random, problem, instance) =>
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
        AssertNotAbove((2.0 * mu * gap) - HostVector<Tracked<double>>.Dot(g, g), 0, "Polyak-Lojasiewicz");
        if (instance.Family.Class == FunctionClass.SmoothNonconvex)
        {
            AssertNotAbove(gap + (0.5 * mu * HostVector<Tracked<double>>.Dot(d, d)) - HostVector<Tracked<double>>.Dot(g, d), 0, "aiming");
        }
    });

    // f(y) >= f(x) + <g, y - x> with |g| at most M.
    [Theory]
    [MemberData(nameof(Nonsmooth))]
    public void TheOracleAnswersBoundedSubgradients(string name) => Each(name, 100, (random, problem, _) =>
    {
        HostVector<Tracked<double>> x = random.Point(problem), y = random.Point(problem), g = x.NewLike();
        problem.Gradient(x, g);
        Tracked<double> m = problem.Constant("M")!.Value;
        AssertNotAbove(HostVector<Tracked<double>>.Dot(g, g) - (m * m), 0, "norm of the subgradient");
        y.Assign(y - x);
        Tracked<double> linear = problem.Value(x) + HostVector<Tracked<double>>.Dot(g, y);
        y.Assign(y + x);
        AssertNotAbove(linear - problem.Value(y), 0, "subgradient inequality");
    });

    // <g_x - g_y, x - y> >= |g_x - g_y|^2/L and >= mu |x - y|^2 for the smooth part, or only a Lipschitz gradient where it is not convex.
    [Theory]
    [MemberData(nameof(Composite))]
    public void TheSmoothPartInterpolates(string name) => Each(name, 50, (random, problem, instance) =>
    {
        HostVector<Tracked<double>> x = random.Point(problem), y = random.Point(problem), gx = x.NewLike(), gy = x.NewLike(), d = x.NewLike();
        problem.Gradient(x, gx);
        problem.Gradient(y, gy);
        Tracked<double> L = problem.Constant("L")!.Value, mu = problem.Constant("mu") ?? 0.0;
        d.Assign(x - y);
        gx.Assign(gx - gy);
        Tracked<double> squares = HostVector<Tracked<double>>.Dot(gx, gx), distance = HostVector<Tracked<double>>.Dot(d, d), product = HostVector<Tracked<double>>.Dot(gx, d);
        AssertNotAbove(squares - (L * L * distance), 0, "Lipschitz gradient");
        if (instance.Family.Class == FunctionClass.CompositeConvex)
        {
            AssertNotAbove(squares - (L * product), 0, "cocoercivity");
            AssertNotAbove((mu * distance) - product, 0, "strong convexity");
        }
    });

    // With u the proximal step of size t and P = F less its smooth part: P is known from values, and P(u) + |u - x|^2/(2t) is smallest. The smooth
    // part cannot be asked for its value, but by L-smoothness F(v) - F(u) - <grad f(u), v - u> is at most P(v) - P(u) + L |v - u|^2/2.
    [Theory]
    [MemberData(nameof(Composite))]
    public void ProximalStepsAreMinimizers(string name) => Each(name, 50, (random, problem, _) =>
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
            AssertNotAbove(((HostVector<Tracked<double>>.Dot(g, g) - far) / (2.0 * t)) - rise, 0, "proximal objective at the step less elsewhere");
            problem.Gradient(u, g);
        }
    });

    [Theory]
    [MemberData(nameof(Composite))]
    public void OnlyAskedForIsAMinimizerThatIsKnown(string name) => Each(name, 3, (_, problem, instance) =>
    {
        Assert.Equal(instance.Family.Class != FunctionClass.CompositeNonconvex, problem.HasMinimizer);
        if (!problem.HasMinimizer)
        {
            Assert.Throws<InputException>(() => problem.Minimizer);
            Assert.Throws<InputException>(() => problem.PrimalGap(problem.InitialPoint));
        }
    });

    // f(x + h d) - f(x) - h <g, d> lies between 0 and L h^2 |d|^2/2, and so does its mirror image; hence the central difference is within
    // L h |d|^2/4 of <g, d>, or L h |d|^2/2 where f is not convex and the lower end is -L h^2 |d|^2/2. In double-doubles h can be so small that this is about the error of a double.
    [Theory]
    [MemberData(nameof(Smooth))]
    public void TheGradientIsTheLimitOfDifferences(string name) => Any.Seed(30, random =>
    {
        bool local = Families.Named(name).Class == FunctionClass.LocallySmooth;
        ProblemInstance instance = random.Instance(Families.Named(name), 30);
        HostProblem<Tracked<DoubleDouble>> problem = instance.In<Tracked<DoubleDouble>>();
        HostVector<Tracked<DoubleDouble>> x = Exact(random.Point(problem, local)), d = Exact(random.Point(problem, local)), gradient = x.NewLike(), shifted = x.NewLike();
        Tracked<DoubleDouble> h = Tracked<DoubleDouble>.FromDouble(Math.ScaleB(1, -50));
        d.Assign(d - x);
        problem.Gradient(x, gradient);
        shifted.Assign(x + h * d);
        Tracked<DoubleDouble> difference = problem.Value(shifted);
        shifted.Assign(x - h * d);
        difference -= problem.Value(shifted);
        Tracked<DoubleDouble> two = Tracked<DoubleDouble>.FromDouble(2), four = Tracked<DoubleDouble>.FromDouble(instance.Family.Class == FunctionClass.SmoothConvex ? 4 : 2), error = (difference / (two * h)) - HostVector<Tracked<DoubleDouble>>.Dot(gradient, d);
        Tracked<DoubleDouble> allowed = problem.Constant("L")!.Value * h * HostVector<Tracked<DoubleDouble>>.Dot(d, d) / four;
        Assert.True(
            Math.Abs(error.Value.High) <= error.Error + allowed.Value.High + allowed.Error && double.IsFinite(error.Error),
            $"{name} with {instance.Parameters}, seed {instance.Seed}: {error}, allowed {allowed}");
    });

    // By convexity <g_x, y - x> <= f(y) - f(x) <= <g_y, y - x>, which pins the gradient down for y close to x; no L is needed.
    [Theory]
    [MemberData(nameof(ConvexWithoutL))]
    public void DifferencesOfConvexFunctionsLieBetweenTheSlopes(string name)
    {
        Any.Seed(30, random =>
        {
            ProblemInstance instance = random.Instance(Families.Named(name), 15);
            HostProblem<Tracked<DoubleDouble>> problem = instance.In<Tracked<DoubleDouble>>();
            HostVector<Tracked<DoubleDouble>> x = Exact(random.Point(problem)), y = Exact(random.Point(problem)), d = x.NewLike(), g = x.NewLike();
            Tracked<DoubleDouble> share = Tracked<DoubleDouble>.FromDouble(Math.ScaleB(1, -20));
            y.Assign((Tracked<DoubleDouble>.One - share) * x + share * y);
            d.Assign(y - x);
            Tracked<DoubleDouble> rise = problem.Value(y) - problem.Value(x);
            problem.Gradient(x, g);
            Tracked<DoubleDouble> low = HostVector<Tracked<DoubleDouble>>.Dot(g, d) - rise;
            problem.Gradient(y, g);
            Tracked<DoubleDouble> high = rise - HostVector<Tracked<DoubleDouble>>.Dot(g, d);
            Assert.True(
                low.Value.High <= low.Error && high.Value.High <= high.Error && double.IsFinite(low.Error + high.Error),
                $"{name} with {instance.Parameters}, seed {instance.Seed}: {low}, {high}");
        });
    }

    // |f(b) - f(a) - <g_a + g_b, b - a>/2| <= L |b - a|^2/4, because along the segment the slope is within L t of one end and L (1 - t) of the other,
    // times |b - a|: convexity does not matter. Halving the
    // segment towards the larger residual finds a jump at a kink: the bound falls by 4 each time, a jump stays.
    [Theory]
    [MemberData(nameof(Smooth))]
    public void TheValueIsTheIntegralOfTheGradient(string name) => Each(name, 50, (random, problem, instance) =>
    {
        bool local = instance.Family.Class == FunctionClass.LocallySmooth;
        HostVector<Tracked<double>> a = random.Point(problem, local), b = random.Point(problem, local), middle = a.NewLike();
        for (int k = 0; k < 20; k++)
        {
            middle.Assign(0.5, a, 0.5, b);
            Tracked<double> left = TrapezoidExcess(problem, a, middle), right = TrapezoidExcess(problem, middle, b);
            AssertNotAbove(left, 0, "trapezoid residual");
            AssertNotAbove(right, 0, "trapezoid residual");
            (a, b, middle) = left > right ? (a, middle, b) : (middle, b, a);
        }
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryDeclaredConstantHasAValue(string name) => Each(name, 5, (_, problem, instance) =>
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

    private static void Each(string name, int tests, Action<Random, HostProblem<Tracked<double>>, ProblemInstance> property) => Any.Seed(tests, random =>
    {
        ProblemInstance instance = random.Instance(Families.Named(name), 30);
        try
        {
            property(random, instance.In<Tracked<double>>(), instance);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{name} with {instance.Parameters}, seed {instance.Seed}: {e.Message}", e);
        }
    });

    /// <summary>Smooth families only: the others declare no L, as barriers do, whose gradient is unbounded.</summary>
    private static void EachSmooth(string name, int tests, Action<Random, HostProblem<Tracked<double>>, ProblemInstance> property) =>
        EachSmooth(name, () => Each(name, tests, property));

    private static void EachSmooth(string name, Action test)
    {
        Assert.SkipUnless(Families.Named(name).Constants.Any(c => c.Name == "L"), "the family declares no L");
        test();
    }

    private static Tracked<double> TrapezoidExcess(HostProblem<Tracked<double>> problem, HostVector<Tracked<double>> a, HostVector<Tracked<double>> b)
    {
        HostVector<Tracked<double>> ga = a.NewLike(), gb = a.NewLike(), d = a.NewLike();
        problem.Gradient(a, ga);
        problem.Gradient(b, gb);
        ga.Assign(ga + gb);
        d.Assign(b - a);
        Tracked<double> residual = problem.Value(b) - problem.Value(a) - (0.5 * HostVector<Tracked<double>>.Dot(ga, d));
        return (residual < 0.0 ? -residual : residual) - (0.25 * problem.Constant("L")!.Value * HostVector<Tracked<double>>.Dot(d, d));
    }

    private static void AssertZero(Tracked<double> value, string what) =>
        Assert.True(Math.Abs(value.Value) <= value.Error && double.IsFinite(value.Error), $"{what} is {value}");

    private static void AssertNotAbove(Tracked<double> value, double bound, string what) =>
        Assert.True(value.Value - bound <= value.Error && double.IsFinite(value.Error), $"{what} is {value}");

    private static void AssertAgree(Rational exact, Tracked<double> tracked, double value, string what)
    {
        // An irrational root is rounded in rationals too, to RootBits relative; the doubles' own roundings are 2^107 times larger.
        Rational allowance = Rational.FromDouble(tracked.Error);
        Assert.True(Absolute(exact - Rational.FromDouble(tracked.Value)) <= allowance, $"{what}: {tracked}, exactly {Rational.ToDouble(exact):R}");
        Assert.True(Absolute(exact - Rational.FromDouble(value)) <= allowance, $"{what}: {value:R} in doubles, {tracked}");
    }

    private static Rational Absolute(Rational value) => value < Rational.Zero ? -value : value;

    // A point is data: drawn around a minimiser of proved accuracy it would carry that accuracy, which a small regularisation makes useless.
    private static HostVector<Tracked<DoubleDouble>> Exact(HostVector<Tracked<DoubleDouble>> x)
    {
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = x[i].Value;
        }

        return x;
    }
}
