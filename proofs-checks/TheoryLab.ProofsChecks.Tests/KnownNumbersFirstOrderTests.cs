using TheoryLab.Claims;
using TheoryLab.Problems;
using TheoryLab.Solvers;
using static TheoryLab.ProofsChecks.Tests.KnownNumbers;

namespace TheoryLab.ProofsChecks.Tests;

/// <summary>
/// Numbers of the first-order family that depend on no random generator, to the digits with which they are known: closed forms, limits, and values that
/// a program written apart from this library gives.
/// </summary>
public sealed class KnownNumbersFirstOrderTests
{
    // x^2/2 from 1.
    private const string Parabola = "quadratic dimension=1 start=largest basis=coordinates";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(100)]
    public void Gradient_descent_attains_its_bound_on_the_huber_function_of_its_horizon(int n) =>
        AssertDigits(1, Gap(new GradientDescent(), Text($"huber tau=1/{(2 * n) + 1}"), n) * ((4 * n) + 2), 12);

    [Theory]
    [InlineData(7, 0.1248)]
    [InlineData(511, 0.001950)]
    public void The_largest_gradient_over_a_scan_of_huber_functions_nearly_reaches_one_over_n_plus_one(int n, double largest)
    {
        double found = Scan(tau => Measured(new GradientNorm(), new GradientDescent(), Huber.Exactly(1, tau, 1.0), n)[n]);
        Assert.InRange(found, largest - (0.5 * (n == 7 ? 1e-4 : 1e-6)), 1.0 / (n + 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(100)]
    public void Momentum_k_over_k_plus_3_reaches_its_worst_case_over_a_scan_of_huber_functions(int n)
    {
        double found = Scan(tau => Measured(new PrimalGap(), new NesterovThree(), Huber.Exactly(1, tau, 1.0), n)[n]) / (2.0 / ((n * n) + (5 * n) + 6));
        Assert.InRange(found, 0.999998 - 5e-7, 1 + 1e-12);
    }

    [Theory]
    [InlineData(1, 0.333)]
    [InlineData(2, 0.45)]
    [InlineData(5, 0.628)]
    [InlineData(20, 0.836)]
    [InlineData(100, 0.949)]
    public void Nesterovs_momentum_has_the_known_share_of_its_bound_over_a_scan_of_huber_functions(int n, double share) =>
        AssertDigits(share, Scan(tau => Measured(new PrimalGap(), new NesterovAcceleration(), Huber.Exactly(1, tau, 1.0), n)[n]) * (n + 1) * (n + 1) / 2, share == 0.45 ? 2 : 3);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(20)]
    [InlineData(100)]
    public void The_optimized_gradient_method_attains_its_bound_twice(int n)
    {
        double theta = Momentum.FinalTheta<double>(n), bound = 1 / (2 * theta * theta);
        AssertDigits(1, Measured(new PrimalGap(), new OptimizedGradient(), Huber.Exactly(1, 1 / (theta * theta), 1.0), n)[n] / bound, 12);
        AssertDigits(1, Gap(new OptimizedGradient(), Parabola, n) / bound, 12);
    }

    [Theory]
    [InlineData(1, 1.524)]
    [InlineData(5, 1.138)]
    [InlineData(20, 1.037)]
    [InlineData(50, 1.015)]
    public void The_span_optimum_on_the_convex_chain_has_the_known_share_of_the_lower_bound(int k, double ratio)
    {
        int n = (2 * k) + 1;
        double squaredRadius = n * ((2.0 * n) + 1) / (6.0 * (n + 1)), bound = 3 * squaredRadius / (32.0 * (k + 1) * (k + 1));

        // x_1 of 1.5238... is 32/21; the known figure cuts it off.
        AssertDigits(ratio, Gap(new ConjugateGradients(), Text($"convex-chain dimension={n}"), k) / bound, 3);
        AssertDigits(1, Gap(new ConjugateGradients(), Text($"convex-chain dimension={n}"), k) * 16 * (k + 1), 10);
    }

    [Fact]
    public void The_heavy_ball_runs_into_its_cycle_of_three()
    {
        double[] distances = Measured(new Distance(), new HeavyBall(), "heavy-ball-cycle", 203);
        double[] cycle = [.. distances[200..203].Order()];
        AssertDigits(0.646531, cycle[0], 6);
        AssertDigits(1.802449, cycle[1], 6);
        AssertDigits(2.115918, cycle[2], 6);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(20)]
    public void OgmG_attains_its_bound_on_a_parabola(int n)
    {
        double g = Measured(new GradientNorm(), new OptimizedGradientNorm(), Parabola, n)[n], t0 = Momentum.FinalTheta<double>(n);

        // 2 L h_0/t_0^2 with h_0 = 1/2.
        AssertDigits(1, g * g * t0 * t0, 12);
    }

    [Theory]
    [InlineData(10, 0.95346)]
    [InlineData(100, 0.99504)]
    [InlineData(1000, 0.99950)]
    public void Linearly_decaying_subgradient_steps_end_at_the_lower_bound(int t, double share) =>
        AssertDigits(share, Gap(new SubgradientLinearDecay(), Text($"resisting-max dimension={t + 1}"), t) * Math.Sqrt(t), 5);

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(20)]
    public void Gradient_dips_attain_the_bound_for_nonconvex_functions(int t)
    {
        double[] norms = Measured(new GradientNorm(), new GradientDescent(), Text($"gradient-dips steps={t}"), t);
        double h0 = Gap(new GradientDescent(), Text($"gradient-dips steps={t}"), 0);
        AssertDigits(1, norms.Min(g => g * g) * ((3 * t) + 2) / (4 * h0), 8);
    }

    // 4,000 thresholds from 1e-5 to 1.
    private static double Scan(Func<double, double> value) => Enumerable.Range(0, 4001).Max(i => value(Math.Pow(10, -5 + (5.0 * i / 4000))));

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
