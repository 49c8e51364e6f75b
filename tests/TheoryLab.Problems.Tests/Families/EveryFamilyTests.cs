using TheoryLab.Core;

namespace TheoryLab.Problems.Tests;

/// <summary>
/// What every family promises, on random members, in doubles under running error analysis: a failure exceeds the error that the arithmetic
/// of the test itself can have made.
/// </summary>
public class EveryFamilyTests
{
    public static TheoryData<string> Names => EveryFamily.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void TheMinimizerIsOptimal(string name) => Each(name, 100, (random, problem, _) =>
    {
        HostVector<Tracked<double>> gradient = problem.Minimizer.NewLike();
        problem.Gradient(problem.Minimizer, gradient);
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
    [MemberData(nameof(Names))]
    public void ThePrimalGapIsTheValueAboveTheOptimalOne(string name) => Each(name, 100, (random, problem, _) =>
    {
        HostVector<Tracked<double>> x = random.Point(problem);
        AssertZero(problem.PrimalGap(x) - (problem.Value(x) - problem.Value(problem.Minimizer)), "gap less difference of values");
        AssertNotAbove(-problem.PrimalGap(x), 0, "minus the gap");
    });

    // f(x) - f(y) - <g_y, x - y> >= (|g_x - g_y|^2/L + mu |x - y|^2 - 2 (mu/L) <g_x - g_y, x - y>)/(2 (1 - mu/L)) (Taylor, Hendrickx and
    // Glineur 2017, Theorem 4), times 2 (L - mu) so that it also says something where mu = L.
    [Theory]
    [MemberData(nameof(Names))]
    public void TheDeclaredConstantsInterpolate(string name) => EachSmooth(name, 100, (random, problem, instance) =>
    {
        HostVector<Tracked<double>> x = random.Point(problem), y = random.Point(problem), gx = x.NewLike(), gy = x.NewLike(), d = x.NewLike();
        problem.Gradient(x, gx);
        problem.Gradient(y, gy);
        Tracked<double> L = problem.Constant("L")!.Value, mu = instance.Family.IsConvex ? problem.Constant("mu") ?? 0.0 : -L;
        d.Assign(x - y);
        Tracked<double> bregman = problem.Value(x) - problem.Value(y) - HostVector<Tracked<double>>.Dot(gy, d);
        AssertNotAbove(mu * HostVector<Tracked<double>>.Dot(d, d) - (2.0 * bregman), 0, "strong convexity");
        AssertNotAbove((2.0 * bregman) - (L * HostVector<Tracked<double>>.Dot(d, d)), 0, "smoothness");
        if (!instance.Family.IsConvex)
        {
            return;
        }

        gx.Assign(gx - gy);
        Tracked<double> right = HostVector<Tracked<double>>.Dot(gx, gx) + (mu * L * HostVector<Tracked<double>>.Dot(d, d))
            - (2.0 * mu * HostVector<Tracked<double>>.Dot(gx, d));
        AssertNotAbove(right - (2.0 * (L - mu) * bregman), 0, "interpolation inequality");
    });

    // f(x + h d) - f(x) - h <g, d> lies between 0 and L h^2 |d|^2/2, and so does its mirror image; hence the central difference is within
    // L h |d|^2/4 of <g, d>. In double-doubles h can be so small that this is about the error of a double.
    [Theory]
    [MemberData(nameof(Names))]
    public void TheGradientIsTheLimitOfDifferences(string name) => EachSmooth(name, () => Any.Seed(30, random =>
    {
        ProblemInstance instance = random.Instance(EveryFamily.Named(name), 30);
        HostProblem<Tracked<DoubleDouble>> problem = instance.In<Tracked<DoubleDouble>>();
        HostVector<Tracked<DoubleDouble>> x = random.Point(problem), d = random.Point(problem), gradient = x.NewLike(), shifted = x.NewLike();
        Tracked<DoubleDouble> h = Tracked<DoubleDouble>.FromDouble(Math.ScaleB(1, -50));
        d.Assign(d - x);
        problem.Gradient(x, gradient);
        shifted.Assign(x + h * d);
        Tracked<DoubleDouble> difference = problem.Value(shifted);
        shifted.Assign(x - h * d);
        difference -= problem.Value(shifted);
        Tracked<DoubleDouble> two = Tracked<DoubleDouble>.FromDouble(2), error = (difference / (two * h)) - HostVector<Tracked<DoubleDouble>>.Dot(gradient, d);
        Tracked<DoubleDouble> allowed = problem.Constant("L")!.Value * h * HostVector<Tracked<DoubleDouble>>.Dot(d, d) / (two * two);
        Assert.True(
            Math.Abs(error.Value.High) <= error.Error + allowed.Value.High + allowed.Error && double.IsFinite(error.Error),
            $"{name} with {instance.Parameters}, seed {instance.Seed}: {error}, allowed {allowed}");
    }));

    // By convexity <g_x, y - x> <= f(y) - f(x) <= <g_y, y - x>, which pins the gradient down for y close to x; no L is needed.
    [Theory]
    [MemberData(nameof(Names))]
    public void DifferencesOfConvexFunctionsLieBetweenTheSlopes(string name)
    {
        Assert.SkipUnless(EveryFamily.Named(name).IsConvex, "the family is not convex");
        Any.Seed(30, random =>
        {
            ProblemInstance instance = random.Instance(EveryFamily.Named(name), 15);
            HostProblem<Tracked<DoubleDouble>> problem = instance.In<Tracked<DoubleDouble>>();
            HostVector<Tracked<DoubleDouble>> x = random.Point(problem), y = random.Point(problem), d = x.NewLike(), g = x.NewLike();
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

    // |f(b) - f(a) - <g_a + g_b, b - a>/2| <= L |b - a|^2/4, as half the difference of two numbers between 0 and L |b - a|^2/2. Halving the
    // segment towards the larger residual finds a jump at a kink: the bound falls by 4 each time, a jump stays.
    [Theory]
    [MemberData(nameof(Names))]
    public void TheValueIsTheIntegralOfTheGradient(string name) => EachSmooth(name, 50, (random, problem, _) =>
    {
        HostVector<Tracked<double>> a = random.Point(problem), b = random.Point(problem), middle = a.NewLike();
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
        ProblemInstance instance = random.Instance(EveryFamily.Named(name), 15);
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
        AssertAgree(exact.PrimalGap(x), tracked.PrimalGap(tx), doubles.PrimalGap(dx), "gap");
        for (int i = 0; i < point.Length; i++)
        {
            AssertAgree(g[i], tg[i], dg[i], $"gradient component {i}");
        }
    });

    private static void Each(string name, int tests, Action<Random, HostProblem<Tracked<double>>, ProblemInstance> property) => Any.Seed(tests, random =>
    {
        ProblemInstance instance = random.Instance(EveryFamily.Named(name), 30);
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
        Assert.SkipUnless(EveryFamily.Named(name).Constants.Any(c => c.Name == "L"), "the family declares no L");
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
}
