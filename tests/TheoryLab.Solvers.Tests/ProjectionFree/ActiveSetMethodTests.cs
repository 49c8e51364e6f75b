using System.Numerics;
using TheoryLab.Core;
using TheoryLab.Problems;
using TheoryLab.Tests;

namespace TheoryLab.Solvers.Tests;

public class ActiveSetMethodTests
{
    public static TheoryData<IMethod> Methods => [new AwayStepFrankWolfe(), new PairwiseFrankWolfe()];

    // The triangle (-1,0), (1,0), (0,1) with f = |x|^2/2, from (0, 1): by hand.
    [Fact]
    public void AwayStepsOnTheTriangleAreThoseFoundByHand()
    {
        IIteration<HostVector<Rational>> run = Start(new AwayStepFrankWolfe(), Problem<Rational>("wolfe-triangle"), 3);
        foreach ((int x, int y, int denominator) in new[] { (-1, 1, 2), (1, 3, 10), (-9, 33, 130) })
        {
            run.Step(0);
            Assert.Equal([Ratio(x, denominator), Ratio(y, denominator)], run.Iterate.Span.ToArray());
        }

        static Rational Ratio(int numerator, int denominator) => Rational.FromDouble(numerator) / Rational.FromDouble(denominator);
    }

    [Fact]
    public void PairwiseStepsSolveTheTriangleInFinitelyManySteps()
    {
        IIteration<HostVector<Rational>> run = Start(new PairwiseFrankWolfe(), Problem<Rational>("wolfe-triangle"), 8);
        for (int k = 0; k < 8 && !run.IsFinished; k++)
        {
            run.Step(k);
        }

        Assert.True(run.IsFinished);
        Assert.Equal([Rational.Zero, Rational.Zero], run.Iterate.Span.ToArray());
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void WeightsStayPositiveAndSumToOneAndMakeTheIterateExactly(IMethod method)
    {
        foreach (string family in new[] { "quadratic-on-simplex", "quadratic-on-cube" })
        {
            var run = (ActiveSetIteration<HostVector<Rational>, Rational, ConstrainedProblem<Rational>>)Start(method, Problem<Rational>(family, 3), 5);
            for (int k = 0; k < 5 && !run.IsFinished; k++)
            {
                run.Step(k);
                Rational sum = Rational.Zero;
                HostVector<Rational> x = run.Iterate.NewLike();
                for (int i = 0; i < run.Active.Count; i++)
                {
                    Assert.True(run.Active.Weight(i) > Rational.Zero);
                    sum += run.Active.Weight(i);
                    x.Assign(x + run.Active.Weight(i) * run.Active.Point(i));
                }

                Assert.Equal(Rational.One, sum);
                Assert.Equal(x.Span.ToArray(), run.Iterate.Span.ToArray());
            }
        }
    }

    // A few roundings per step and weight; each step keeps the sum of absolute errors at most about what it was.
    [Theory]
    [MemberData(nameof(Methods))]
    public void InDoublesTheWeightsDriftByRoundingOnly(IMethod method)
    {
        const int Steps = 400;
        var run = (ActiveSetIteration<HostVector<double>, double, ConstrainedProblem<double>>)Start(method, Problem<double>("quadratic-on-simplex", 30), Steps);
        for (int k = 0; k < Steps && !run.IsFinished; k++)
        {
            run.Step(k);
            double sum = 0;
            double[] x = new double[30];
            for (int i = 0; i < run.Active.Count; i++)
            {
                Assert.True(run.Active.Weight(i) > 0);
                sum += run.Active.Weight(i);
                HostKernels.Combine<double>(x, 1, x, run.Active.Weight(i), run.Active.Point(i).Span);
            }

            double allowed = 8 * (k + 30) * Math.ScaleB(1, -53);
            Assert.Equal(1, sum, allowed);
            Assert.All(x.Zip(run.Iterate.Span.ToArray()), pair => Assert.Equal(pair.First, pair.Second, allowed));
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void AStepAllocatesNothing(IMethod method) => AssertNoAllocation(Start(method, Problem<double>("quadratic-on-simplex", 30), 400));

    [Fact]
    public void LineSearchAndSafeguardAllocateNothing()
    {
        var problem = (LineSearchProblem<double>)Problem<double>("log-portfolio", 10);
        MethodSetup<double> setup = new(problem.Constant, 400);
        AssertNoAllocation(new FrankWolfeLineSearch().Start(problem, problem.InitialPoint, setup));
        AssertNoAllocation(new AwayStepFrankWolfeLineSearch().Start(problem, problem.InitialPoint, setup));
        AssertNoAllocation(new MonotoneFrankWolfe().Start((ConstrainedProblem<double>)problem, problem.InitialPoint, setup));
    }

    [Fact]
    public void TheSafeguardedMethodNeverRises()
    {
        ConstrainedProblem<double> problem = Problem<double>("log-portfolio", 20);
        IIteration<HostVector<double>> run = new MonotoneFrankWolfe().Start(problem, problem.InitialPoint, new MethodSetup<double>(problem.Constant, 500));
        double value = problem.Value(run.Iterate);
        int moved = 0;
        for (int k = 0; k < 500; k++)
        {
            run.Step(k);
            double next = problem.Value(run.Iterate);
            Assert.True(next <= value);
            moved += next < value ? 1 : 0;
            value = next;
        }

        Assert.InRange(moved, 1, 499);
    }

    // The sign of the derivative at the step, in double-doubles: on the left of it f falls, on the right it rises, up to the rounding of the run.
    [Theory]
    [InlineData("log-portfolio")]
    [InlineData("quadratic-on-simplex")]
    [InlineData("constrained-least-squares")]
    public void LineSearchFindsTheMinimiserOfTheSegment(string family)
    {
        var problem = (LineSearchProblem<DoubleDouble>)Problem<DoubleDouble>(family);
        HostVector<DoubleDouble> x = problem.InitialPoint.Copy(), g = x.NewLike(), s = x.NewLike(), d = x.NewLike(), y = x.NewLike();
        for (int k = 0; k < 20; k++)
        {
            problem.Gradient(x, g);
            problem.Minimize(g, s);
            d.Assign(s - x);
            DoubleDouble t = problem.MinimizeAlong(x, d, 1.0), h = 1e-9;
            if (t < 1.0)
            {
                AssertSlope(t - h, -1);
                AssertSlope(t + h, 1);
            }

            x.Assign(x + t * d);
        }

        void AssertSlope(DoubleDouble at, int sign)
        {
            y.Assign(x + at * d);
            problem.Gradient(y, g);
            Assert.Equal(sign, Math.Sign(HostVector<DoubleDouble>.Dot(g, d).High));
        }
    }

    [Fact]
    public void AwayStepsRefuseASetWithoutVertices()
    {
        ConstrainedProblem<double> problem = Problem<double>("quadratic-on-ball", 3);
        Assert.Equal(
            "Away steps need a polytope, and this set has infinitely many vertices; choose another problem family.",
            Assert.Throws<InputException>(() => Start(new AwayStepFrankWolfe(), problem, 10)).Message);
    }

    private static void AssertNoAllocation(IIteration<HostVector<double>> run)
    {
        int k = 0;
        for (; k < 50; k++)
        {
            run.Step(k);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (; k < 150; k++)
        {
            run.Step(k);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static IIteration<HostVector<T>> Start<T>(IMethod method, ConstrainedProblem<T> problem, int horizon)
        where T : struct, INumber<T> =>
        ((IAdaptiveProjectionFreeMethod)method).Start(problem, problem.InitialPoint, new MethodSetup<T>(problem.Constant, horizon));

    private static ConstrainedProblem<T> Problem<T>(string name, int? dimension = null)
        where T : struct, INumber<T> => (ConstrainedProblem<T>)Families.Create(name, dimension is { } n ? $"dimension={n}" : "", 1).In<T>();
}
