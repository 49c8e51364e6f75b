using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Solvers.Tests;

public sealed class ConjugateGradientsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void The_gap_on_the_chain_is_exactly_that_of_the_best_span_method(int k)
    {
        HostProblem<Rational> problem = Catalogue.Instance("convex-chain", (2 * k) + 1, ("L", 3)).In<Rational>();
        Assert.Equal(new Rational(3, 16 * (k + 1)), problem.PrimalGap(Catalogue.Last(new ConjugateGradients(), problem, k)));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(50)]
    public void In_doubles_the_gap_on_the_chain_is_right_to_round_off(int k)
    {
        // x_k minimises over its span, so errors of x_k enter the gap squared; what is left is the rounding of the gap: n differences of
        // components whose own rounding is some n times larger in proportion, squared.
        int n = (2 * k) + 1;
        HostProblem<double> problem = Catalogue.Instance("convex-chain", n).In<double>();
        double exact = 1.0 / (16 * (k + 1)), gap = problem.PrimalGap(Catalogue.Last(new ConjugateGradients(), problem, k));
        Assert.Equal(exact, gap, 8 * n * ScalarMath.UnitRoundoff<double>() * exact);
    }

    [Fact]
    public void Two_steps_solve_a_quadratic_in_the_plane_exactly()
    {
        HostProblem<Rational> problem = Catalogue.Instance("quadratic", 2).In<Rational>();
        IIteration<HostVector<Rational>> iteration = Catalogue.Start(new ConjugateGradients(), problem, 2)!;
        iteration.Step(0);
        Assert.False(iteration.IsFinished);
        Assert.True(problem.PrimalGap(iteration.Iterate) > Rational.Zero);
        iteration.Step(1);
        Assert.True(iteration.IsFinished);
        Assert.Equal(problem.Minimizer.Span.ToArray(), iteration.Iterate.Span.ToArray());
    }

    // Long after the point has come to rest: the distance is that of the rounding of x, n units of the condition, whatever the recurred residual has come to.
    [Theory]
    [InlineData(5, 1e12)]
    [InlineData(10, 1e3)]
    [InlineData(10, 1e6)]
    public void Going_on_does_not_throw_the_point_away(int n, double condition)
    {
        HostProblem<double> problem = Catalogue.Instance("quadratic", n, ("condition", condition)).In<double>();
        HostVector<double> start = problem.InitialPoint.Copy(), cg = start.NewLike(), cr = start.NewLike();
        start.Assign(start - problem.Minimizer);
        cg.Assign(Catalogue.Last(new ConjugateGradients(), problem, 1000) - problem.Minimizer);
        cr.Assign(Catalogue.Last(new ConjugateResiduals(), problem, 1000) - problem.Minimizer);
        double distance = HostVector<double>.Dot(start, start);
        Assert.True(HostVector<double>.Dot(cg, cg) <= distance, $"{HostVector<double>.Dot(cg, cg)}");
        Assert.True(HostVector<double>.Dot(cr, cr) <= distance, $"{HostVector<double>.Dot(cr, cr)}");
    }
}
