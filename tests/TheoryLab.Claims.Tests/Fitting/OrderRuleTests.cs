using TheoryLab.Claims.Fitting;
using static TheoryLab.Claims.Fitting.OrderKind;
using static TheoryLab.Claims.Fitting.OrderOutcome;

namespace TheoryLab.Claims.Tests.Fitting;

public sealed class OrderRuleTests
{
    [Theory]

    // 99% end on the wrong side.
    [InlineData(0.8, 0.75, 0.85, AtMost, 1, Refuted)]
    [InlineData(1.2, 1.15, 1.25, AtLeast, 1, Refuted)]

    // Whole interval on the claimed side.
    [InlineData(1.5, 1.2, 1.8, AtMost, 1, Supported)]
    [InlineData(0.5, 0.4, 0.8, AtLeast, 1, Supported)]

    // No trend, and one of the margin would have been seen.
    [InlineData(1, 0.9, 1.1, AtMost, 1, Supported)]
    [InlineData(1, 0.9, 1.1, AtLeast, 1, Supported)]
    [InlineData(1, 0.9, 1.1, Exactly, 1, Supported)]

    // The margin would not have been seen, or the estimate is too far off.
    [InlineData(1, 0.8, 1.2, AtMost, 1, Inconclusive)]
    [InlineData(1, 0.8, 1.2, Exactly, 1, Inconclusive)]
    [InlineData(0.92, 0.86, 1.0, AtMost, 1, Inconclusive)]

    // Theta fails where one side does.
    [InlineData(1.5, 1.2, 1.8, Exactly, 1, Refuted)]
    [InlineData(0.5, 0.4, 0.8, Exactly, 1, Refuted)]
    public void A_power_is_judged_by_its_interval(double p, double low, double high, OrderKind kind, double p0, OrderOutcome outcome) =>
        Assert.Equal(outcome, OrderRule.Decide(Power(p, low, high), kind, p0).Outcome);

    [Theory]
    [InlineData(RateModel.Linear, AtMost, Supported)]
    [InlineData(RateModel.Linear, AtLeast, Refuted)]
    [InlineData(RateModel.Linear, Exactly, Refuted)]
    [InlineData(RateModel.Superlinear, AtMost, Supported)]
    [InlineData(RateModel.Superlinear, AtLeast, Refuted)]
    [InlineData(RateModel.Stalled, AtMost, Refuted)]
    [InlineData(RateModel.Stalled, AtLeast, Supported)]
    [InlineData(RateModel.Stalled, Exactly, Refuted)]
    [InlineData(RateModel.None, AtMost, Inconclusive)]
    public void Other_models_are_judged_by_their_kind(RateModel model, OrderKind kind, OrderOutcome outcome) =>
        Assert.Equal(outcome, OrderRule.Decide(Power(0.9, 0.89, 0.91) with { Model = model, LateExponents = Settled(model == RateModel.Linear ? 20 : 0) }, kind, 1).Outcome);

    [Theory]
    [InlineData(RateModel.Power)]
    [InlineData(RateModel.Linear)]
    [InlineData(RateModel.Stalled)]
    public void A_model_that_is_not_certain_decides_nothing(RateModel model) =>
        Assert.Equal(Inconclusive, OrderRule.Decide(Power(3, 2.9, 3.1) with { Model = model, Evidence = 0.97 }, AtMost, 1).Outcome);

    [Fact]
    public void A_logarithm_beside_the_claim_is_not_judged()
    {
        RateFit fit = Power(1, 0.95, 1.05) with { Model = RateModel.PowerLog };
        Assert.Equal(Inconclusive, OrderRule.Decide(fit, AtMost, 1).Outcome);
        Assert.Equal(Supported, OrderRule.Decide(fit, AtMost, 0.5).Outcome);
        Assert.Equal(Refuted, OrderRule.Decide(fit, AtMost, 2).Outcome);
    }

    [Fact]
    public void The_refuting_end_is_the_wider_one()
    {
        RateFit fit = Power(0.9, 0.82, 0.98) with { High99 = 1.01 };
        Assert.Equal(Inconclusive, OrderRule.Decide(fit, AtMost, 1).Outcome);
        Assert.Equal(Refuted, OrderRule.Decide(fit with { High99 = 0.99 }, AtMost, 1).Outcome);
    }

    [Fact]
    public void The_resolution_is_the_margin_or_the_half_width()
    {
        Assert.Equal(0.15, OrderRule.Decide(Power(1, 0.95, 1.05), AtMost, 1).Resolution, 1e-12);
        Assert.Equal(0.3, OrderRule.Decide(Power(1.5, 1.2, 1.8), AtMost, 1).Resolution, 1e-12);
    }

    [Theory]
    [InlineData(1.9, 1.88, 1.92, AtMost, 2)]
    [InlineData(1.9, 1.5, 1.97, AtMost, 2)]
    [InlineData(2.1, 2.08, 2.12, AtLeast, 2)]
    [InlineData(2.1, 2.08, 2.5, AtLeast, 2)]
    [InlineData(1.9, 1.88, 1.92, Exactly, 2)]
    [InlineData(0.5, 0.45, 0.55, AtMost, 2)]
    public void A_refuted_claim_is_off_by_more_than_the_resolution(double p, double low, double high, OrderKind kind, double p0)
    {
        OrderDecision decision = OrderRule.Decide(Power(p, low, high), kind, p0);
        Assert.Equal(Refuted, decision.Outcome);
        Assert.True(Math.Abs(p - p0) > decision.Resolution, $"off by {Math.Abs(p - p0)}, resolution {decision.Resolution}");
        Assert.NotEqual(Refuted, OrderRule.Decide(Power(p, low, high), kind, p + (Math.Sign(p0 - p) * 0.99 * decision.Resolution)).Outcome);
    }

    [Fact]
    public void A_refutation_that_the_window_withholds_has_the_resolution_of_the_margin() =>
        Assert.Equal(0.3, OrderRule.Decide(Power(1.9, 1.88, 1.92) with { LateExponents = new(1.7, 1.8, 1.9, 1e-3, RateClock.LogIteration) }, AtMost, 2).Resolution, 1e-12);

    [Theory]
    [InlineData(0.9, AtMost, Supported)]
    [InlineData(0.9, Exactly, Supported)]
    [InlineData(0.8, AtMost, Refuted)]
    [InlineData(0.95, AtMost, Supported)]
    [InlineData(0.95, AtLeast, Refuted)]
    [InlineData(0.8, AtLeast, Supported)]
    public void A_factor_is_judged_by_its_rate(double rho0, OrderKind kind, OrderOutcome outcome)
    {
        RateFit fit = Power(0.9, 0.898, 0.902) with { Model = RateModel.Linear, LateIterationRates = SettledFactor(0.9) };
        Assert.Equal(outcome, OrderRule.DecideLinear(fit, kind, rho0).Outcome);
    }

    [Theory]
    [InlineData(RateModel.Power, AtMost, Refuted)]
    [InlineData(RateModel.Power, AtLeast, Supported)]
    [InlineData(RateModel.Superlinear, AtMost, Supported)]
    [InlineData(RateModel.Stalled, AtMost, Refuted)]
    public void Other_models_against_a_factor(RateModel model, OrderKind kind, OrderOutcome outcome) =>
        Assert.Equal(outcome, OrderRule.DecideLinear(Power(1, 0.9, 1.1) with { Model = model, LateIterationRates = SettledFactor(0.999) }, kind, 0.9).Outcome);

    [Theory]
    [InlineData(2, AtMost, Supported)]
    [InlineData(1.5, AtMost, Supported)]
    [InlineData(2.5, AtMost, Refuted)]
    [InlineData(1.5, AtLeast, Refuted)]
    [InlineData(2, Exactly, Supported)]
    public void A_superlinear_order_is_judged_by_its_interval(double q0, OrderKind kind, OrderOutcome outcome)
    {
        RateFit fit = Power(2, 1.96, 2.04) with { Model = RateModel.Superlinear, LateOrder = 2 };
        Assert.Equal(outcome, OrderRule.DecideSuperlinear(fit, kind, q0).Outcome);
    }

    [Fact]
    public void A_floor_may_hide_a_superlinear_phase()
    {
        RateFit fit = Power(0.5, 0.49, 0.51) with { Model = RateModel.Linear, LateIterationRates = SettledFactor(0.5) };
        Assert.Equal(Refuted, OrderRule.DecideSuperlinear(fit, AtMost, 2).Outcome);
        Assert.Equal(Inconclusive, OrderRule.DecideSuperlinear(fit with { Floor = 1e-16 }, AtMost, 2).Outcome);
    }

    [Theory]

    // It rises and has not slowed down; it slows down and heads for 0.9, for 1.1; it took back a fall; the last rate is on the claimed side already.
    [InlineData(0.5, 0.6, 0.7, Inconclusive)]
    [InlineData(0.6, 0.75, 0.8181818, Refuted)]
    [InlineData(0.6286, 0.8, 0.9263158, Inconclusive)]
    [InlineData(0.8, 0.75, 0.8, Refuted)]
    [InlineData(1.3, 1.2, 1.1, Inconclusive)]
    [InlineData(0.8, 0.8, 0.8, Refuted)]
    public void A_refutation_needs_an_exponent_that_has_settled(double first, double second, double last, OrderOutcome outcome) =>
        Assert.Equal(outcome, OrderRule.Decide(Power(0.8, 0.75, 0.85) with { LateExponents = new(first, second, last, 1e-3, RateClock.LogIteration) }, AtMost, 1).Outcome);

    [Theory]
    [InlineData(2, 1.9, 1.75, Inconclusive)]
    [InlineData(2, 1.6, 1.5, Refuted)]
    [InlineData(0.7, 0.8, 0.9, Inconclusive)]
    [InlineData(1.5, 1.5, 1.5, Refuted)]
    public void A_lower_claim_needs_it_as_well(double first, double second, double last, OrderOutcome outcome) =>
        Assert.Equal(outcome, OrderRule.Decide(Power(1.5, 1.45, 1.55) with { LateExponents = new(first, second, last, 1e-3, RateClock.LogIteration) }, AtLeast, 1).Outcome);

    [Fact]
    public void Without_enough_points_for_late_rates_nothing_is_refuted()
    {
        RateFit fit = Power(0.8, 0.75, 0.85) with { LateExponents = null };
        Assert.Equal(Inconclusive, OrderRule.Decide(fit, AtMost, 1).Outcome);
        Assert.Equal(Supported, OrderRule.Decide(fit, AtMost, 0.5).Outcome);
    }

    [Theory]
    [InlineData(28, Inconclusive)]
    [InlineData(29, Refuted)]
    public void A_factor_is_refuted_after_three_of_its_time_constants(int last, OrderOutcome outcome)
    {
        // -log 0.9 = 0.10536, and 3/0.10536 = 28.5.
        RateFit fit = Power(0.99, 0.988, 0.992) with { Model = RateModel.Linear, WindowLast = last, LateIterationRates = SettledFactor(0.99) };
        Assert.Equal(outcome, OrderRule.DecideLinear(fit, AtMost, 0.9).Outcome);
    }

    [Theory]
    [InlineData(0, 0.95, Refuted)]
    [InlineData(1, 0.95, Refuted)]
    [InlineData(1, 0.899, Inconclusive)]
    [InlineData(2, 0.899, Inconclusive)]
    public void A_factor_is_not_refuted_where_a_power_beside_a_faster_one_explains_the_difference(double degree, double rho, OrderOutcome outcome)
    {
        // k^m rho^k at the middles 10, 30 and 50 of the thirds of a window of 60.
        double Rate(double k) => -Math.Log(rho) - (degree / k);
        RateFit fit = Power(rho, rho - 0.002, rho + 0.002) with { Model = RateModel.Linear, WindowLast = 60, LateIterationRates = new(Rate(10), Rate(30), Rate(50), 1e-5, RateClock.Iteration) };
        RateFit seen = fit with { Estimate = 0.93, Low = 0.928, High = 0.932, Low99 = 0.927, High99 = 0.933 };
        Assert.Equal(outcome, OrderRule.DecideLinear(seen, AtMost, 0.9).Outcome);
    }

    [Theory]
    [InlineData(2.2, Refuted)]
    [InlineData(2.6, Inconclusive)]
    public void An_order_that_still_rises_refutes_nothing(double heading, OrderOutcome outcome) => Assert.Equal(
        outcome, OrderRule.DecideSuperlinear(Power(2, 1.96, 2.04) with { Model = RateModel.Superlinear, LateOrder = heading }, AtMost, 2.5).Outcome);

    private static LateRates Settled(double rate) => new(rate, rate, rate, 1e-3, RateClock.LogIteration);

    private static LateRates SettledFactor(double rho) => new(-Math.Log(rho), -Math.Log(rho), -Math.Log(rho), 1e-6, RateClock.Iteration);

    private static RateFit Power(double p, double low, double high) => new()
    {
        Model = RateModel.Power,
        Estimate = p,
        Low = low,
        High = high,
        Low99 = low - 0.005,
        High99 = high + 0.005,
        Evidence = 1,
        WindowFirst = 1,
        WindowLast = 1000,
        LateExponents = Settled(p),
    };
}
