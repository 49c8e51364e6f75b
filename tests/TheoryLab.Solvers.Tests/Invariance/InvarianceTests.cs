using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Solvers.Tests.Invariance;

/// <summary>
/// Rates do not change when f is multiplied, space is rotated or translated, or zeros are appended: in exact rationals the gaps are equal at
/// every iteration, up to the explicit rounding of irrational coefficients.
/// </summary>
public sealed class InvarianceTests
{
    private const int Steps = 5;
    private const int Dimension = 4;

    // Roots are kept to 160 bits; forty bits more than cover how a few steps amplify their rounding.
    private static readonly double RootRounding = Math.ScaleB(1, 40 - Rational.RootBits);

    public static IEnumerable<TheoryDataRow<string, string, string>> Cases() =>
        from pair in Catalogue.Pairs
        where pair.Method is IFirstOrderMethod or IProjectionFreeMethod or IAdaptiveProjectionFreeMethod
        where RunsInRationals(pair.Method, pair.Family.Name)

        // It propagates the moments of coordinate sampling, which depends on the basis.
        where pair.Method.Name != "strong-growth-moments"
        from change in new[] { "scaled", "rotated", "translated", "padded", "all" }
        select new TheoryDataRow<string, string, string>(pair.Method.Name, pair.Family.Name, change);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Gaps_are_those_of_the_original(string method, string family, string change)
    {
        IMethod m = Catalogue.Method(method);
        HostProblem<Rational> original = Catalogue.Instance(family, Dimension).In<Rational>();
        Rational scale = change is "scaled" or "all" ? 16 : 1;
        Transformed<Rational> transformed = new(
            Catalogue.Instance(family, Dimension).In<Rational>(), scale, change is "padded" or "all" ? 3 : 0, change is "rotated" or "all", change is "translated" or "all");
        IIteration<HostVector<Rational>> here = Catalogue.Start(m, original, Steps)!, there = Start(m, original, transformed);
        for (int k = 0; k <= Steps && !Catalogue.IsLong(here.Iterate); k++)
        {
            Rational expected = scale * original.PrimalGap(here.Iterate), difference = expected - transformed.PrimalGap(there.Iterate);
            Assert.True(Rational.FromDouble(RootRounding) * expected >= (difference < Rational.Zero ? -difference : difference), $"k = {k}");
            if (k < Steps && !here.IsFinished)
            {
                here.Step(k);
                there.Step(k);
            }
        }
    }

    [Fact]
    public void A_method_that_is_not_invariant_is_noticed()
    {
        HostProblem<Rational> original = Catalogue.Instance("quadratic", Dimension).In<Rational>();
        Transformed<Rational> rotated = new(Catalogue.Instance("quadratic", Dimension).In<Rational>(), 1, 0, rotate: true, translate: false);
        IIteration<HostVector<Rational>> here = new SignDescent().Start(original, original.InitialPoint, default(MethodSetup<Rational>));
        IIteration<HostVector<Rational>> there = new SignDescent().Start(rotated, rotated.InitialPoint, default(MethodSetup<Rational>));
        here.Step(0);
        there.Step(0);
        Assert.NotEqual(original.PrimalGap(here.Iterate), rotated.PrimalGap(there.Iterate));
    }

    private static IIteration<HostVector<Rational>> Start(IMethod method, HostProblem<Rational> original, Transformed<Rational> transformed) =>
        original is ConstrainedProblem<Rational> ? Catalogue.Start(method, transformed, Steps)!
            : ((IFirstOrderMethod)method).Start<HostVector<Rational>, Rational, HostProblem<Rational>>(
                transformed, transformed.InitialPoint, new MethodSetup<Rational>(transformed.Constant, Steps));

    private static bool RunsInRationals(IMethod method, string family)
    {
        try
        {
            HostProblem<Rational> problem = Catalogue.Instance(family, Dimension).In<Rational>();
            return problem.HasMinimizer && problem.InitialPoint.Length <= 12 && Catalogue.Start(method, problem, Steps) is not null;
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>Steps along coordinate signs, which depend on the basis.</summary>
    private sealed class SignDescent
    {
        public IIteration<HostVector<Rational>> Start(HostProblem<Rational> problem, HostVector<Rational> x0, MethodSetup<Rational> setup) => new Iteration(problem, x0, setup);

        private sealed class Iteration(HostProblem<Rational> problem, HostVector<Rational> x0, MethodSetup<Rational> setup) : IIteration<HostVector<Rational>>
        {
            private readonly HostVector<Rational> _x = x0.Copy(), _g = x0.NewLike();
            private readonly Rational _h = new(setup.Horizon + 1, 8);

            public HostVector<Rational> Iterate => _x;

            public void Step(int k)
            {
                problem.Gradient(_x, _g);
                for (int i = 0; i < _x.Length; i++)
                {
                    _x[i] -= _h * Math.Sign(Rational.ToDouble(_g[i]));
                }
            }
        }
    }
}
