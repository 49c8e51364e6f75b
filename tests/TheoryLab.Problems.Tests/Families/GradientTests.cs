using TheoryLab.Core;
using TheoryLab.Tests;
using static TheoryLab.Problems.Tests.Computed;

namespace TheoryLab.Problems.Tests;

/// <summary>The gradient of every family is that of its value.</summary>
public sealed class GradientTests
{
    public static TheoryData<string> ConvexWithoutL => EveryFamily.NamesOf(FunctionClass.SmoothConvex, FunctionClass.Barrier, FunctionClass.Convex);

    // f(x + h d) - f(x) - h <g, d> lies between 0 and L h^2 |d|^2/2, and so does its mirror image; hence the central difference is within
    // L h |d|^2/4 of <g, d>, or L h |d|^2/2 where f is not convex and the lower end is -L h^2 |d|^2/2. In double-doubles h can be so small that this is about the error of a double.
    [Theory]
    [MemberData(nameof(EveryFamilyTests.Smooth), MemberType = typeof(EveryFamilyTests))]
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
    [MemberData(nameof(EveryFamilyTests.Smooth), MemberType = typeof(EveryFamilyTests))]
    public void TheValueIsTheIntegralOfTheGradient(string name) => EveryFamily.Each(name, 50, (random, problem, instance) =>
    {
        bool local = instance.Family.Class == FunctionClass.LocallySmooth;
        HostVector<Tracked<double>> a = random.Point(problem, local), b = random.Point(problem, local), middle = a.NewLike();
        for (int k = 0; k < 20; k++)
        {
            middle.Assign(0.5, a, 0.5, b);
            Tracked<double> left = TrapezoidExcess(problem, a, middle), right = TrapezoidExcess(problem, middle, b);
            AssertNotPositive(left, "trapezoid residual");
            AssertNotPositive(right, "trapezoid residual");
            (a, b, middle) = left > right ? (a, middle, b) : (middle, b, a);
        }
    });

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
