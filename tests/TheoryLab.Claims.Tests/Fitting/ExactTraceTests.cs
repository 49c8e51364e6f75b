using TheoryLab.Claims.Fitting;

namespace TheoryLab.Claims.Tests.Fitting;

public sealed class ExactTraceTests
{
    [Theory]
    [InlineData(60)]
    [InlineData(5_000)]
    public void Reciprocals_have_exponent_one(int last) => AssertFit(Fit(1, last, k => 1 / k), RateModel.Power, 1, 0.05);

    [Fact]
    public void A_shift_is_found() => AssertFit(Fit(1, 400, k => Math.Pow(k + 5, -2)), RateModel.Power, 2, 0.08);

    [Fact]
    public void A_shift_is_found_in_a_trace_from_zero() => AssertFit(Fit(0, 400, k => Math.Pow(k + 1, -1.5)), RateModel.Power, 1.5, 0.06);

    [Fact]
    public void A_logarithm_is_found()
    {
        RateFit fit = Fit(1, 2_000, k => Math.Log(k + 1) / k);
        AssertFit(fit, RateModel.PowerLog, 1, 0.08);
        Assert.Equal("power x log", fit.Alternatives[0].Name);
    }

    [Fact]
    public void A_geometric_sequence_is_linear() => AssertFit(Fit(0, 200, k => Math.Pow(0.9, k)), RateModel.Linear, 0.9, 0.01);

    [Fact]
    public void A_sequence_that_tends_to_a_level_is_stalled() =>
        AssertFit(Fit(1, 500, k => 0.01 + Math.Pow(k, -2)), RateModel.Stalled, 0.01, 0.002);

    [Fact]
    public void Six_points_of_squaring_have_order_two()
    {
        RateFit fit = Fit(0, 5, k => Math.Pow(0.5, Math.Pow(2, k)));
        AssertFit(fit, RateModel.Superlinear, 2, 0.1);
        Assert.Equal(0.04, (fit.High - fit.Low) / 2, 0.001);
        Assert.Equal((0, 5), (fit.WindowFirst, fit.WindowLast));
    }

    [Fact]
    public void Multiprecision_logarithms_have_their_order()
    {
        double[] k = [.. Enumerable.Range(0, 12).Select(i => (double)i)];
        RateFit fit = RateFitter.FitLog(k, Array.ConvertAll(k, i => -Math.Pow(3, i)), TestContext.Current.CancellationToken);
        AssertFit(fit, RateModel.Superlinear, 3, 0.2);
    }

    [Fact]
    public void A_slow_phase_is_left_behind()
    {
        double[] y = [.. Enumerable.Range(0, 15).Select(i => Math.Pow(0.7, i))];
        List<double> values = [.. y];
        for (double e = 0.2; e > 1e-280; e *= e)
        {
            values.Add(y[^1] * e);
        }

        RateFit fit = Fit([.. values]);
        AssertFit(fit, RateModel.Superlinear, 2, 0.3);
        Assert.InRange(fit.TransientEnd ?? -1, 12, 18);
    }

    [Fact]
    public void A_fast_oscillation_leaves_the_exponent() =>
        AssertFit(Fit(1, 600, k => (1 + (0.3 * Math.Sin(1.7 * k))) / k), RateModel.Power, 1, 0.15);

    [Fact]
    public void Deep_dips_are_judged_by_their_peaks() =>
        AssertFit(Fit(1, 1_000, k => (Math.Pow(Math.Cos(0.1 * k), 2) + 1e-3) / (k * k)), RateModel.Power, 2, 0.2);

    [Fact]
    public void A_floor_is_cut_and_reported()
    {
        RateFit fit = Fit(0, 400, k => Math.Pow(0.8, k) + (1e-15 * (2 + Math.Sin(k * k))));
        AssertFit(fit, RateModel.Linear, 0.8, 0.01);
        Assert.InRange(fit.Floor ?? 0, 1e-15, 5e-15);
        Assert.InRange(fit.WindowLast, 120, 150);
    }

    [Fact]
    public void Values_that_scatter_over_decades_have_no_law()
    {
        // Three natural units up and down, in no order that a wave could follow.
        RateFit fit = Fit(1, 400, k => Math.Exp(6 * ((k * k * 0.6180339887 % 1) - 0.5) * 2) / k);
        Assert.Equal(RateModel.None, fit.Model);
        Assert.Contains("scatter", fit.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void One_dip_is_not_a_floor()
    {
        RateFit fit = Fit(1, 100, k => k == 60 ? 1e-16 : 1 / k);
        Assert.Null(fit.Floor);
    }

    [Fact]
    public void A_burn_in_is_modelled_and_its_end_reported()
    {
        RateFit fit = Fit(1, 1_000, k => (1 + (20 * Math.Exp(-k / 15))) / k);
        AssertFit(fit, RateModel.Power, 1, 0.1);
        Assert.InRange(fit.TransientEnd ?? -1, 60, 100);
    }

    [Fact]
    public void A_million_points_are_read()
    {
        RateFit fit = Fit(1, 1_000_000, k => Math.Pow(k, -0.5));
        AssertFit(fit, RateModel.Power, 0.5, 0.03);
        Assert.InRange(fit.Points, 100, 200);
    }

    [Fact]
    public void Zeros_and_values_that_are_not_finite_are_dropped()
    {
        double[] y = [.. Enumerable.Range(1, 60).Select(i => 1.0 / i)];
        double[] padded = [.. y, 0, 0, double.NaN, double.PositiveInfinity, -1];
        Assert.Equal(Fit(y) with { Alternatives = [] }, Fit(padded) with { Alternatives = [] });
    }

    [Theory]
    [InlineData(1e-250)]
    [InlineData(7)]
    [InlineData(1e100)]
    public void Scaling_leaves_the_estimate(double scale)
    {
        static double Law(double k) => Math.Pow(k + 3, -1.2) * Math.Exp(0.1 * Math.Sin(k * k));
        RateFit plain = Fit(1, 150, Law), scaled = Fit(1, 150, k => scale * Law(k));
        Assert.Equal(plain.Estimate, scaled.Estimate, 1e-6);
        Assert.Equal(plain.Low, scaled.Low, 1e-6);
        Assert.Equal(plain.High, scaled.High, 1e-6);
    }

    [Theory]
    [InlineData(1e-250)]
    [InlineData(1e100)]
    public void Scaling_scales_the_floor(double scale)
    {
        static double Law(double k) => Math.Pow(0.8, k) + (1e-15 * (2 + Math.Sin(k * k)));
        RateFit plain = Fit(0, 400, Law), scaled = Fit(0, 400, k => scale * Law(k));
        Assert.Equal(plain.Estimate, scaled.Estimate, 1e-9);
        Assert.Equal(plain.WindowLast, scaled.WindowLast);
        Assert.Equal(plain.Floor ?? 0, (scaled.Floor ?? 0) / scale, 1e-24);
    }

    [Fact]
    public void Repeating_gives_the_same_bits()
    {
        static double Law(double k) => Math.Pow(k, -0.8) * Math.Exp(0.1 * Math.Sin(k * k));
        RateFit first = Fit(1, 90, Law), second = Fit(1, 90, Law);
        Assert.Equal(first with { Alternatives = [] }, second with { Alternatives = [] });
        Assert.Equal(first.Alternatives, second.Alternatives);
    }

    [Theory]
    [InlineData("fewer than four positive values", 1.0, 0.5, 0.0)]
    [InlineData("fewer than six points above the floor", 1.0, 0.9, 0.8, 0.7)]
    public void Too_few_points_have_no_model(string reason, params double[] y)
    {
        RateFit fit = Fit(y);
        Assert.Equal((RateModel.None, reason), (fit.Model, fit.Reason));
        Assert.True(double.IsNaN(fit.Estimate));
    }

    [Fact]
    public void A_growing_trace_has_no_model() =>
        Assert.Equal("the trace grows", Fit(1, 100, k => 1 + (k > 60 ? 4 : 0) + (0.1 * Math.Sin(k * k))).Reason);

    [Fact]
    public void Iterations_must_increase() =>
        Assert.Throws<ArgumentException>(() => RateFitter.Fit([1, 2, 2], [1, 1, 1], TestContext.Current.CancellationToken));

    [Fact]
    public void A_fit_can_be_stopped()
    {
        double[] k = [.. Enumerable.Range(1, 50).Select(i => (double)i)];
        Assert.Throws<OperationCanceledException>(() => RateFitter.Fit(k, Array.ConvertAll(k, x => 1 / x), new CancellationToken(true)));
    }

    private static void AssertFit(RateFit fit, RateModel model, double truth, double widest)
    {
        Assert.True(fit.Model == model, $"{fit}");
        Assert.True(fit.Low <= truth && truth <= fit.High, $"{truth} not covered: {fit}");
        Assert.InRange(fit.High - fit.Low, 0, 2 * widest);
        Assert.InRange(fit.Estimate, fit.Low, fit.High);
        Assert.True(fit.Low99 <= fit.Low && fit.High <= fit.High99, $"the 99% interval holds the other: {fit}");
    }

    private static RateFit Fit(double[] y) =>
        RateFitter.Fit([.. Enumerable.Range(0, y.Length).Select(i => (double)i)], y, TestContext.Current.CancellationToken);

    private static RateFit Fit(int first, int last, Func<double, double> law)
    {
        double[] k = [.. Enumerable.Range(first, last - first + 1).Select(i => (double)i)];
        return RateFitter.Fit(k, Array.ConvertAll(k, x => law(x)), TestContext.Current.CancellationToken);
    }
}
