using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.Problems;
using TheoryLab.Solvers;
using TheoryLab.Tests;

namespace TheoryLab.ProofsChecks.Tests;

/// <summary>
/// The numbers that the sheet of claims prints for methods of second order and that do not depend on a random generator, to the digits printed: the
/// tolerance is half a unit of the last one.
/// </summary>
public sealed class KnownNumbersNewtonTests
{
    [Theory]
    [InlineData(1.01)]
    [InlineData(1.5)]
    [InlineData(3)]
    [InlineData(10)]
    public void Damped_decrease_on_the_logarithm_equals_omega(double start)
    {
        HostProblem<DoubleDouble> problem = Problem<DoubleDouble>("logarithm-model", ("start", start));
        DoubleDouble[] x = Run(new DampedNewton(), problem, 1);
        DoubleDouble lambda = (DoubleDouble)start - 1, omega = lambda - ScalarMath.Log(lambda + 1);
        Assert.Equal(1, ((Gap(problem, x[0]) - Gap(problem, x[1])) / omega).High, 1e-13);
    }

    [Fact]
    public void Omega_at_two_is_0_901_and_below_two() => Assert.Equal(0.901, 2 - Math.Log(3), 5e-4);

    [Theory]
    [InlineData(1, 0.25)]
    [InlineData(0.1, 0.769)]
    [InlineData(0.01, 0.971)]
    [InlineData(0.001, 0.997)]
    public void Ratio_to_the_classical_constant(double start, double expected)
    {
        DoubleDouble[] x = Run(new FullNewton(), Problem<DoubleDouble>("cubed-model", ("LH", 3), ("start", start)), 1);
        Assert.Equal(expected, (x[1] / (1.5 * x[0] * x[0])).High, 5e-4);
    }

    [Fact]
    public void Undamped_steps_on_the_hyperbola()
    {
        Assert.Equal(2253.24, Run(new FullNewton(), Problem<DoubleDouble>("hyperbola", ("start", 1.1)), 4)[4].High, 5e-3);
        Assert.Equal(1.966e-4, Run(new FullNewton(), Problem<DoubleDouble>("hyperbola", ("start", 0.9)), 4)[4].High, 5e-8);
    }

    [Fact]
    public void Newton_on_the_fourth_power_has_the_ratio_two_thirds()
    {
        Rational[] x = Run(new FullNewton(), Problem<Rational>("power-model", ("p", 4)), 5);
        Assert.All(Enumerable.Range(0, 5), k => Assert.Equal(new Rational(2, 3), x[k + 1] / x[k]));
    }

    [Theory]
    [InlineData(1, -2.9e-4, 5e-6)]
    [InlineData(2, 3.0e-3, 5e-5)]
    public void Aicn_with_the_right_and_the_wrong_power_of_lambda(int power, double change, double tolerance)
    {
        HostProblem<DoubleDouble> problem = Problem<DoubleDouble>("cubic-local-model", ("L", 1000), ("slope", 0.05));
        DoubleDouble[] x = Run(new AffineInvariantCubicNewton(power), problem, 1);
        Assert.Equal(change, (Gap(problem, x[1]) - Gap(problem, x[0])).High, tolerance);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(2)]
    [InlineData(10)]
    public void Aicn_decrease_on_the_cubic_is_an_equality(double L)
    {
        foreach (double lambda in new[] { 0.01, 1, 10 })
        {
            HostProblem<DoubleDouble> problem = Problem<DoubleDouble>("cubic-local-model", ("L", L), ("slope", lambda));
            DoubleDouble[] x = Run(new AffineInvariantCubicNewton(), problem, 1);
            DoubleDouble alpha = x[1] / lambda, expected = alpha * (4 - alpha) * lambda * lambda / 6;
            Assert.Equal(1, ((Gap(problem, x[0]) - Gap(problem, x[1])) / expected).High, 1e-14);
        }
    }

    [Fact]
    public void First_step_of_aicn_on_the_cubed_model()
    {
        HostProblem<DoubleDouble> problem = Problem<DoubleDouble>("cubed-model");
        DoubleDouble[] x = Run(new AffineInvariantCubicNewton(), problem, 1);

        // D_1^2 = f''(1) = 2.
        double bound = Math.Pow(2, 1.5) / 3;
        Assert.Equal(0.121, Gap(problem, x[1]).High, 5e-4);
        Assert.Equal(0.943, bound, 5e-4);
        Assert.Equal(0.0943, bound / 10, 5e-5);
    }

    // From x_0 = 8e-4 with L = 1000: lambda at k = 2 and 3, the printed exponent, the composed one, and the one-step ratios to (3/2) L lambda^2.
    [Fact]
    public void The_composed_local_bound_of_aicn()
    {
        HostProblem<DoubleDouble> problem = Problem<DoubleDouble>("cubed-model", ("LH", 1000), ("start", 8e-4));
        double[] lambda = [.. Run(new AffineInvariantCubicNewton(), problem, 4).Select(x => (x * (1 + (500 * x)) / ScalarMath.Sqrt(1 + (1000 * x))).High)];
        Assert.Equal(7.7e-5, lambda[2], 5e-7);
        Assert.Equal(5.4e-6, lambda[3], 5e-8);
        Assert.Equal(1.1e-6, Math.Pow(1500, 2) * Math.Pow(lambda[0], 4), 6e-8);
        Assert.Equal(8.0e-16, Math.Pow(1500, 3) * Math.Pow(lambda[0], 8), 5e-17);
        Assert.Equal(1.6e-3, Math.Pow(1500, 3) * Math.Pow(lambda[0], 4), 5e-5);
        Assert.Equal(4.0e-3, Math.Pow(1500, 7) * Math.Pow(lambda[0], 8), 5e-5);
        Assert.Equal([0.32, 0.47, 0.61, 0.66], Enumerable.Range(0, 4).Select(k => Math.Round(lambda[k + 1] / (1500 * lambda[k] * lambda[k]), 2)));
    }

    [Theory]
    [InlineData(3, 5, 8.05)]
    [InlineData(3.5, 5, 3.29)]
    [InlineData(3.5, 10, 6.59)]
    [InlineData(3.5, 20, 13.23)]
    public void Closed_forms_of_the_lower_bound(double exponent, int t, double expected)
    {
        HostProblem<double> problem = Problem<double>("cubed-chain", ("dimension", (2 * t) + 1));
        double bound = 0.0135 * problem.Constant("LH")!.Value * Math.Pow(problem.Constant("R")!.Value, 3) / Math.Pow(t + 1, exponent);
        Assert.Equal(expected, bound, 5e-3);
    }

    [Theory]
    [InlineData(5, 6.01, 4.0)]
    [InlineData(10, 11.9, 7.33)]
    [InlineData(20, 24.1, 14.0)]
    public void Cubic_newton_on_the_chain(int t, double gap, double optimum)
    {
        HostProblem<double> problem = Problem<double>("cubed-chain", ("dimension", (2 * t) + 1));

        // The sheet's runs used L_H = 2 sqrt 2 |A|^2, |A| = 2 cos(pi/(2n + 1)), a little below the declared 8 sqrt 2.
        double L = 8 * Math.Sqrt(2) * Math.Pow(Math.Cos(Math.PI / ((4 * t) + 3)), 2);
        IIteration<HostVector<double>> iteration = new CubicNewton().Start<HostVector<double>, double, SecondOrderProblem<double>>(
            (SecondOrderProblem<double>)problem, problem.InitialPoint, new MethodSetup<double>(name => name == "LH" ? L : problem.Constant(name), t));
        for (int k = 0; k < t; k++)
        {
            iteration.Step(k);
        }

        Assert.Equal(gap, problem.PrimalGap(iteration.Iterate), gap > 10 ? 0.05 : 0.005);
        Assert.Equal(optimum, 2 * (t + 1) / 3.0, 5e-3);
    }

    [Theory]
    [InlineData("newton-rn-local-order-3", 1.5)]
    [InlineData("newton-rn-local-order-4", 5.0 / 3)]
    [InlineData("newton-aicn-local-order", 2)]
    [InlineData("newton-classical-local-order", 2)]
    [InlineData("newton-undamped-local-order", 3)]
    public void Local_orders_are_found_within_two_hundredths(string id, double order)
    {
        ClaimResult result = ClaimChecker.Check(Entries.Of(id), Entries.Quick, TestContext.Current.CancellationToken).Result;
        Assert.Equal(order, result.Rate!.Estimate, 0.02);
    }

    // The sheet saw 0.403 and 0.255 on its own grid; this grid finds 0.4095 for q = 3. That the constant 1 suffices is what it observes.
    // sup of (f(x_k) - f*)/(L D^q/k^(q-1) + lambda_0 D exp(-k/4)) over M in {0, .01, 1}, L in 1e-2..1e4, x_0 in 1e-2..1e3.
    [Theory]
    [InlineData(3, 0.403)]
    [InlineData(4, 0.255)]
    public void Root_newton_needs_no_constant_above_one(int order, double expected)
    {
        double largest = 0;
        foreach (double share in new[] { 0, 0.01, 1 })
        {
            for (int l = -2; l <= 4; l++)
            {
                for (int s = -2; s <= 3; s++)
                {
                    HostProblem<double> problem = Problem<double>(
                        order == 3 ? "cubed-model" : "quartic-model", ("share", share), (order == 3 ? "LH" : "K", Math.Pow(10, l)), ("start", Math.Pow(10, s)));
                    largest = Math.Max(largest, LargestRatio(problem, order, problem.Constant($"L{order}")!.Value));
                }
            }
        }

        Assert.InRange(largest, expected - 5e-3, 1);
    }

    private static double LargestRatio(HostProblem<double> problem, int q, double L)
    {
        SecondOrderProblem<double> second = (SecondOrderProblem<double>)problem;
        double[] x = Run(new RootNewton(q), problem, 60);
        double radius = 0, first = double.NaN, largest = 0;
        HostVector<double> unit = new([1.0]), bend = new([0.0]), slope = new([0.0]);
        for (int k = 1; k <= 60; k++)
        {
            second.HessianProduct(new([x[k - 1]]), unit, bend);
            second.Gradient(new([x[k - 1]]), slope);
            first = k == 1 ? Math.Abs(slope[0]) / Math.Sqrt(bend[0]) : first;
            radius = Math.Max(radius, Math.Abs(x[k - 1]) * Math.Sqrt(bend[0]));
            largest = Math.Max(largest, Gap(problem, x[k]) / ((L * Math.Pow(radius, q) / Math.Pow(k, q - 1)) + (first * radius * Math.Exp(-k / 4.0))));
        }

        return largest;
    }

    // In double-doubles, so that the second phase has several steps before rounding ends it at 1e-20.
    [Theory]
    [InlineData(1e-3)]
    [InlineData(1e-6)]
    public void Damped_newton_on_logistic_regression_has_a_global_and_a_quadratic_phase(double regularization) => AssertTwoPhases(
        GradientNorms(Problem<DoubleDouble>("logistic-regression", ("data", "breast-cancer"), ("regularization", regularization)), 1e-20, g => g.High));

    // 32,561 rows are too many to embed: the file a9a of the LIBSVM collection is read from where the variable says. In doubles, whose rounding spoils the last norm.
    [Fact]
    public void Damped_newton_on_a9a_has_a_global_and_a_quadratic_phase()
    {
        string? file = Environment.GetEnvironmentVariable("THEORYLAB_A9A");
        Assert.SkipUnless(File.Exists(file), "set THEORYLAB_A9A to the path of the LIBSVM file a9a to run it");
        HostProblem<double> problem = Problem<double>("logistic-regression", ("data", file!), ("regularization", 1e-3), ("standardize", "no"));
        double[] norms = GradientNorms(problem, 1e-10, g => g);
        AssertTwoPhases(norms[..^1]);
    }

    /// <summary>|grad f(x_k)| from x_0 = 0 until it is small enough, at most 25 steps.</summary>
    private static double[] GradientNorms<T>(HostProblem<T> problem, double small, Func<T, double> rounded)
        where T : struct, System.Numerics.INumber<T>
    {
        Assert.All(problem.InitialPoint.Span.ToArray(), x => Assert.Equal(T.Zero, x));
        IIteration<HostVector<T>> iteration = MethodStarter.Start(new DampedNewton(), problem, 25);
        HostVector<T> g = problem.InitialPoint.NewLike();
        List<double> norms = [];
        for (int k = 0; k <= 25 && (norms.Count == 0 || norms[^1] > small); k++)
        {
            problem.Gradient(iteration.Iterate, g);
            norms.Add(Math.Sqrt(rounded(HostVector<T>.Dot(g, g))));
            iteration.Step(k);
        }

        Assert.Contains(norms, norm => norm <= 1e-10);
        return [.. norms];
    }

    // The exponent p_k in |g_{k+1}|/|g_k| = (|g_k|/|g_{k-1}|)^p_k is nearest to 1 while steps are damped and nearest to 2 from some step on.
    private static void AssertTwoPhases(double[] norms)
    {
        double[] falls = [.. norms.Zip(norms.Skip(1), (before, after) => Math.Log(after / before))];
        int[] orders = [.. falls.Zip(falls.Skip(1), (before, after) => (int)Math.Round(after / before))];
        int quadratic = Array.IndexOf(orders, 2);
        Assert.True(quadratic >= 3, string.Join(' ', orders));
        Assert.All(orders[..quadratic], order => Assert.Equal(1, order));
        Assert.All(orders[quadratic..], order => Assert.Equal(2, order));
        Assert.True(orders.Length - quadratic >= 3, string.Join(' ', orders));
    }

    private static HostProblem<T> Problem<T>(string family, params (string Name, ParameterValue Value)[] given)
        where T : struct, System.Numerics.INumber<T> => Families.Named(family).Create(1, given).In<T>();

    private static T Gap<T>(HostProblem<T> problem, T x)
        where T : struct, System.Numerics.INumber<T> => problem.PrimalGap(new([x]));

    /// <summary>x_0, …, x_N in one dimension.</summary>
    private static T[] Run<T>(IMethod method, HostProblem<T> problem, int steps)
        where T : struct, System.Numerics.INumber<T>
    {
        IIteration<HostVector<T>> iteration = MethodStarter.Start(method, problem, steps);
        T[] x = new T[steps + 1];
        for (int k = 0; ; k++)
        {
            x[k] = iteration.Iterate[0];
            if (k == steps)
            {
                return x;
            }

            // A method that is finished stays where it is.
            if (!iteration.IsFinished)
            {
                iteration.Step(k);
            }
        }
    }
}
