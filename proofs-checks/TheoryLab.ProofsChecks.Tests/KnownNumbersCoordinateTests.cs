using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.Problems;
using TheoryLab.Solvers;
using TheoryLab.Tests;

namespace TheoryLab.ProofsChecks.Tests;

/// <summary>
/// Figures of block coordinate descent that were computed independently, by other programs, on instances without random numbers; equal to the digits
/// that were written down.
/// </summary>
public sealed class KnownNumbersCoordinateTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(40)]
    public void Uniform_sampling_on_the_identity_contracts_by_one_less_an_eighth(int k)
    {
        double[] h = Gaps(new BlockMoments(), k + 1, "quadratic-moments", ("matrix", "identity"), ("dimension", 8), ("start", "ones"));
        Assert.Equal(0.875, h[k + 1] / h[k], 12);
    }

    [Fact]
    public void Importance_sampling_contracts_by_one_less_a_seventy_first()
    {
        double[] h = Gaps(
            new BlockMoments(Sampling: BlockSampling.Smoothness), 1, "quadratic-moments", ("matrix", "diagonal"), ("order", "one-then-spread"), ("spread", 10), ("dimension", 8), ("start", "first"));
        Assert.Equal(0.98591549, h[1] / h[0], 8);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(30)]
    public void The_sublinear_bound_is_twice_the_gap_at_the_start(int n)
    {
        HostProblem<double> problem = Problem("quadratic-moments", ("matrix", "tridiagonal"), ("dimension", n), ("start", "first"));
        double[] h = Gaps(new BlockMoments(), 60, "quadratic-moments", ("matrix", "tridiagonal"), ("dimension", n), ("start", "first"));
        double scale = (problem.Constant("RL2")!.Value / 2) + h[0];
        Assert.Equal(0.5, h.Select((v, k) => v * (n + k) / n / scale).Max(), 12);
    }

    [Fact]
    public void A_squared_sublinear_bound_fails_on_the_chain_from_the_figure_on()
    {
        const int N = 100;
        (string, ParameterValue)[] chain = [("matrix", "tridiagonal"), ("dimension", N), ("start", "ramp")];
        HostProblem<double> problem = Problem("quadratic-moments", chain);
        double[] h = Gaps(new BlockMoments(), 60 * N, "quadratic-moments", chain);
        double scale = (problem.Constant("RL2")!.Value / 2) + h[0];
        double[] linear = [.. h.Select((v, k) => v * (N + k) / N / scale)], square = [.. h.Select((v, k) => v * (N + k) * (N + k) / (N * N) / scale)];
        Assert.True(linear.Max() <= 0.0575);
        Assert.Equal(2421, Array.FindIndex(square, v => v > 1));
        Assert.Equal(3.5, square.Max(), 1);
    }

    [Fact]
    public void Gauss_southwell_and_its_scaled_form_on_one_two_five_ten()
    {
        (string, ParameterValue)[] slopes = [("matrix", "diagonal"), ("order", "one-two-five"), ("dimension", 4), ("start", "equal-slopes")];
        double[] plain = Gaps(new CoordinateDescent(CoordinateRule.GaussSouthwell, CoordinateStep.Largest), 1, "coupled-quadratic", slopes);
        double[] scaled = Gaps(new CoordinateDescent(CoordinateRule.GaussSouthwellLipschitz), 1, "coupled-quadratic", slopes);
        Assert.Equal(0.94444, plain[1] / plain[0], 5);
        Assert.Equal(0.444, scaled[1] / scaled[0], 3);
        Assert.Equal(0.5556, Problem("coupled-quadratic", slopes).Constant("mu1")!.Value, 4);
        Assert.Equal(0.25, Problem("coupled-quadratic", slopes).Constant("muGSL")!.Value, 12);
    }

    [Theory]
    [InlineData(10, 1.936, 2.6)]
    [InlineData(20, 1.985, 10.2)]
    [InlineData(50, 1.999, 63.3)]
    [InlineData(100, 2.001, 252.9)]
    public void Cycles_on_equicorrelated_matrices(int n, double constant, double slowdown)
    {
        const double C = 0.999;
        double[] h = Gaps(
            new CoordinateDescent(CoordinateRule.Sweep, CoordinateStep.Exact), 5, "coupled-quadratic", ("matrix", "equicorrelated"), ("dimension", n), ("coupling", C), ("start", "slowest-cycle"));
        double ratio = h[5] / h[4], kappa = (1 - C + (C * n)) / (1 - C);
        Assert.Equal(constant, (1 - Math.Sqrt(ratio)) * n * kappa / (Math.PI * Math.PI), 3);

        // Random steps contract h by exp(-(1-c)) per n steps.
        Assert.Equal(slowdown, (1 - C) / -Math.Log(ratio), 1);
    }

    [Theory]
    [InlineData(20, 0.9, 70, 6.6e3)]
    [InlineData(50, 0.99, 507, 1.2e5)]
    [InlineData(100, 0.99, 2006, 9.8e5)]
    public void The_decrease_of_a_cycle_without_its_factor(int n, double c, double factor, double allowed)
    {
        (string, ParameterValue)[] given = [("matrix", "equicorrelated"), ("dimension", n), ("coupling", c), ("start", "hardest-cycle")];
        HostProblem<double> problem = Problem("coupled-quadratic", given);
        double[] h = Gaps(new CoordinateDescent(CoordinateRule.Sweep), 1, "coupled-quadratic", given);
        HostVector<double> g = problem.InitialPoint.NewLike();
        problem.Gradient(problem.InitialPoint, g);
        double L = problem.Constant("L")!.Value;
        Assert.Equal(factor, HostVector<double>.Dot(g, g) / 4 / (h[0] - h[1]), 0.5);
        Assert.Equal(allowed, 1 + (n * L * L), allowed < 1e4 ? 50 : 5e3);
    }

    [Fact]
    public void Powell_iterates_near_the_cube_and_the_gradient_falls_to_two_from_above()
    {
        // The figures are for steps 20 and 40 counted from 0, that is, after 21 and 41 moves.
        HostProblem<double> problem = Problem("powell-cycle", ("e", 1));
        IIteration<HostVector<double>> run = MethodStarter.Start(new CoordinateDescent(CoordinateRule.Cyclic, CoordinateStep.Exact), problem, 41);
        HostVector<double> g = run.Iterate.NewLike();
        for (int k = 0; k <= 41; k++)
        {
            problem.Gradient(run.Iterate, g);
            double oneNorm = g.Span.ToArray().Sum(Math.Abs), distance = run.Iterate.Span.ToArray().Max(x => Math.Abs(x) - 1);
            Assert.True(oneNorm >= 2, $"k = {k}");
            if (k is 21 or 41)
            {
                Assert.Equal(k == 21 ? 4.8e-7 : 4.5e-13, distance, k == 21 ? 0.05e-7 : 0.05e-13);
                Assert.Equal(2, oneNorm, 8 * distance);
            }

            run.Step(k);
        }
    }

    [Theory]
    [InlineData("top", 3.802, 0.983)]
    [InlineData("middle", 1.214, 1.214)]
    public void Eigenvectors_that_hold_and_that_do_not(string start, double from, double to)
    {
        HostProblem<double> problem = Problem("fractional-quadratic", ("kind", "triple"), ("start", start));
        IIteration<HostVector<double>> run = MethodStarter.Start(new FractionalCoordinateDescent(0), problem, 40);
        Assert.Equal(from, problem.Value(run.Iterate), 3);
        for (int k = 0; k < 30; k++)
        {
            run.Step(k);
        }

        Assert.Equal(to, problem.Value(run.Iterate), 3);
        Assert.Equal(0.983, problem.Constant("fstar")!.Value, 3);
    }

    [Theory]
    [InlineData(3, -1.0007)]
    [InlineData(4, -0.5003)]
    [InlineData(6, -0.2501)]
    public void Proximal_steps_on_powers(int p, double slope)
    {
        // The slope between k = 2000 and 20000; the figure's window is not known, only that the shift in k is gone by then.
        HostProblem<double> problem = Problem("power-function", ("power", p));
        IIteration<HostVector<double>> run = MethodStarter.Start(new ProximalBlockDescent(), problem, 20_000);
        double early = 0;
        for (int k = 0; k < 20_000; k++)
        {
            early = k == 2000 ? run.Iterate[0] : early;
            run.Step(k);
        }

        Assert.Equal(slope, Math.Log10(run.Iterate[0] / early), 0.002);
    }

    private static double[] Gaps(IMethod method, int steps, string family, params (string Name, ParameterValue Value)[] given)
    {
        HostProblem<double> problem = Problem(family, given);
        IIteration<HostVector<double>> run = MethodStarter.Start(method, problem, steps);
        double[] gaps = new double[steps + 1];
        for (int k = 0; ; k++)
        {
            gaps[k] = problem.PrimalGap(run.Iterate);
            if (k == steps)
            {
                return gaps;
            }

            run.Step(k);
        }
    }

    private static HostProblem<double> Problem(string family, params (string Name, ParameterValue Value)[] given) => Families.Named(family).Create(Seeds.Default, given).In<double>();
}
