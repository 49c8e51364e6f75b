using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Solvers.Tests;

public sealed class FrankWolfeTests
{
    private const int Dimension = 30;

    [Fact]
    public void The_short_step_attains_the_lower_bound_on_the_simplex_exactly()
    {
        HostProblem<Rational> problem = Catalogue.Instance("simplex-norm", Dimension).In<Rational>();
        IIteration<HostVector<Rational>> iteration = Catalogue.Start(new FrankWolfeShortStep(), problem, Dimension - 1)!;
        for (int k = 0; k < Dimension; k++)
        {
            Assert.Equal(new Rational(1, k + 1), problem.Value(iteration.Iterate));
            iteration.Step(k);
        }
    }

    [Fact]
    public void The_open_loop_weighs_its_vertices_in_proportion_to_their_age()
    {
        // x_k = sum of 2 i/(k(k+1)) s_{i-1} over distinct vertices, so |x_k|^2 = 2 (2k+1)/(3 k (k+1)).
        HostProblem<Rational> problem = Catalogue.Instance("simplex-norm", Dimension).In<Rational>();
        Rational[][] x = Catalogue.Trajectory(new FrankWolfe(), problem, Dimension - 1);
        for (int k = 1; k < Dimension; k++)
        {
            Assert.Equal(Enumerable.Range(1, k).Select(i => new Rational(2 * i, k * (k + 1))), x[k].Where(c => !Rational.IsZero(c)).Order());
            Assert.Equal(new Rational(2 * ((2 * k) + 1), 3 * k * (k + 1)), problem.Value(new(x[k])));
        }
    }

    [Theory]
    [InlineData("frank-wolfe")]
    [InlineData("frank-wolfe-short-step")]
    public void Iterates_stay_in_the_simplex_exactly(string method)
    {
        HostProblem<Rational> problem = Catalogue.Instance("quadratic-on-simplex", 6).In<Rational>();
        Assert.All(Catalogue.Trajectory(Catalogue.Method(method), problem, 6), x =>
        {
            Assert.Equal(Rational.One, Reductions.Sum<Rational>(x));
            Assert.All(x, c => Assert.False(Rational.IsNegative(c)));
        });
    }
}
