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
}
