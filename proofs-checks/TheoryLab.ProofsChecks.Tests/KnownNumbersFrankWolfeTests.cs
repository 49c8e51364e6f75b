using TheoryLab.Claims;
using TheoryLab.Problems;
using TheoryLab.Solvers;
using static TheoryLab.ProofsChecks.Tests.KnownNumbers;

namespace TheoryLab.ProofsChecks.Tests;

/// <summary>
/// Numbers of the Frank-Wolfe family that depend on no random generator, to the digits with which they are known: closed forms, limits, and values that
/// a program written apart from this library gives.
/// </summary>
public sealed class KnownNumbersFrankWolfeTests
{
    [Theory]
    [InlineData("wolfe-triangle", 0.12498)]
    [InlineData("wolfe-triangle x=0.3 y=0.6", 0.125)]
    [InlineData("wolfe-triangle x=0.1 y=0.5", 0.125)]
    public void Line_search_on_the_triangle_has_an_eighth_over_k(string problem, double product) =>
        AssertDigits(product, 20_000 * Gap(new FrankWolfeShortStep(), problem, 20_000), product == 0.125 ? 3 : 5);

    // l^2/8.
    [Theory]
    [InlineData(2, 0.49995, 5)]
    [InlineData(4, 1.9997, 4)]
    public void Open_loop_on_the_triangle_has_a_multiple_of_one_over_k_squared(int offset, double product, int digits) =>
        AssertDigits(product, 4e8 * Gap(new Solvers.FrankWolfe(offset), "wolfe-triangle", 20_000), digits);

    [Fact]
    public void The_segment_comes_within_three_quarters_of_the_open_loop_bound()
    {
        double h = Gap(new Solvers.FrankWolfe(), "segment eps=0.001", 1), bound = 2 * 1.001 * 1.001 / 3;
        AssertDigits(0.5, h, 12);
        AssertDigits(0.7485, h / bound, 4);
        AssertDigits(1.497, 2 * h / bound, 3);
    }

    [Fact]
    public void The_simplex_attains_three_eighths_of_the_open_loop_bound()
    {
        double[] gaps = Measured(new PrimalGap(), new Solvers.FrankWolfe(), "simplex-norm dimension=100000", 100);
        AssertDigits(0.375, Enumerable.Range(1, 100).Max(k => gaps[k] * (k + 2) / 8), 3);
        AssertDigits(1.71, gaps[100] / (8 / Math.Pow(102, 1.5)), 2);
    }

    [Fact]
    public void The_running_gap_of_the_simplex_times_k_tends_to_eight_thirds_and_breaks_the_twin_at_98()
    {
        double[] gaps = Measured(new FrankWolfeGap(), new Solvers.FrankWolfe(), "simplex-norm dimension=2000", 999);
        double best = double.PositiveInfinity;
        int broken = 0;
        for (int k = 1; k < gaps.Length; k++)
        {
            best = Math.Min(best, gaps[k]);
            broken = broken == 0 && k >= 2 && best > 27 * 4 / (4 * Math.Pow(k + 2, 1.5)) ? k : broken;
        }

        // The gap is 2 |x_k|^2 = 4 (2k+1)/(3 k (k+1)), and k times it tends to 8/3.
        AssertDigits(4.0 * 1999 / 3000, 999 * best, 12);
        Assert.Equal(98, broken);
    }

    [Fact]
    public void Short_steps_on_the_simplex_average_vertices()
    {
        double[] values = Measured(new ObjectiveValue(), new FrankWolfeShortStep(), "simplex-norm dimension=1000", 900);
        AssertDigits(1, Enumerable.Range(0, 901).Min(k => values[k] * (k + 1)), 6);
        double[] gaps = Measured(new PrimalGap(), new FrankWolfeShortStep(), "simplex-norm dimension=1000", 900);
        AssertDigits(0.187, Enumerable.Range(1, 900).Max(k => gaps[k] * (k + 2) / 8), 3);
    }

    [Fact]
    public void The_fourth_gap_of_short_steps_on_the_simplex_is_two_fifths()
    {
        double[] gaps = Measured(new FrankWolfeGap(), new FrankWolfeShortStep(), "simplex-norm dimension=100", 4);
        AssertDigits(0.4, gaps[4], 12);
        AssertDigits(0.358, 4 / Math.Pow(5, 1.5), 3);
    }

    [Theory]
    [InlineData(4, -1.994)]
    [InlineData(6, -1.494)]
    public void Short_steps_on_flat_balls_have_the_slopes_of_uniform_convexity(double p, double slope)
    {
        double[] gaps = Measured(new PrimalGap(), new FrankWolfeShortStep(), $"distance-on-lp-ball p={p}", 10_000);
        AssertDigits(slope, Math.Log(gaps[10_000] / gaps[1000]) / Math.Log(10), 1);
    }

    [Fact]
    public void Line_search_on_the_logarithms_is_linear_and_the_open_loop_is_quadratic()
    {
        double[] fast = Measured(new PrimalGap(), new FrankWolfeLineSearch(), "log-portfolio dimension=10 returns=identity", 520);
        AssertDigits(0.9497, Math.Pow(fast[300] / fast[200], 0.01), 4);
        Assert.InRange(fast[511], 0, 1e-13);
        double[] slow = Measured(new PrimalGap(), new MonotoneFrankWolfe(), "log-portfolio dimension=10 returns=identity", 10_000);
        AssertDigits(-2.0, Math.Log(slow[10_000] / slow[1000]) / Math.Log(10), 1);
    }

    [Fact]
    public void The_optimal_design_of_quadratic_regression_is_known()
    {
        HostProblem<double> problem = Instance("d-optimal-design dimension=21 rows=3 columns=powers").In<double>();
        AssertDigits(Math.Log(27.0 / 4), problem.Constant("fstar")!.Value, 14);
        Assert.All(new[] { 0, 10, 20 }, i => AssertDigits(1.0 / 3, problem.Minimizer[i], 14));
    }
}
