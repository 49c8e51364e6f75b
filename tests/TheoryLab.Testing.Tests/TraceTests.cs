using FsCheck;
using FsCheck.Fluent;
using TheoryLab.Claims;
using TheoryLab.Core;

namespace TheoryLab.Testing.Tests;

/// <summary>Assertions on traces: true rates pass, false ones fail with verdict and reason, and what could not fail says so.</summary>
public sealed class TraceTests
{
    private static readonly double[] K = [.. Enumerable.Range(1, 400).Select(k => (double)k)];

    [Theory]
    [InlineData("1/k", 1)]
    [InlineData("k^-2", 2)]
    [InlineData("1/sqrt(k)", 0.5)]
    public void A_power_has_its_order_and_not_half_a_power_more(string order, double p)
    {
        double[] y = [.. K.Select(k => 3 * Math.Pow(k, -p))];
        RateAssert.Order(K, y, order);
        RateAssert.Order(K, y, order, RateKind.Exact);
        RateAssert.Order(K, y, order, RateKind.Lower);

        double[] slower = [.. K.Select(k => 3 * Math.Pow(k, -p / 2))];
        RateException refuted = Assert.Throws<RateException>(() => RateAssert.Order(K, slower, order));
        Assert.Equal(Verdict.Refuted, refuted.Verdict);
        Assert.StartsWith($"order {order} (Upper): refuted: slower than", refuted.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_linear_rate_has_its_factor_and_no_smaller_one()
    {
        double[] y = [.. Enumerable.Range(0, 60).Select(k => Math.Pow(0.8, k))];
        RateAssert.Order(y, "0.8^k");
        Assert.Equal(Verdict.Refuted, Assert.Throws<RateException>(() => RateAssert.Order(y, "0.6^k")).Verdict);
    }

    [Fact]
    public void Superlinear_convergence_needs_no_order_and_no_twin()
    {
        double[] y = [.. Enumerable.Range(0, 40).Select(k => Enumerable.Range(1, k).Aggregate(1.0, (p, j) => p / j))];
        RateAssert.Order(y, "superlinear");
        Assert.Equal(Verdict.Refuted, Assert.Throws<RateException>(() => RateAssert.Order([.. Enumerable.Range(0, 40).Select(k => (k + 1) * Math.Pow(0.5, k))], "superlinear")).Verdict);
        Assert.Throws<InputException>(() => RateAssert.Order(y, "superlinear", RateKind.Lower));
    }

    [Fact]
    public void An_order_that_the_trace_outruns_has_no_power_until_a_twin_is_named_or_waived()
    {
        double[] y = [.. K.Select(k => 1 / (k * k))];
        RateException none = Assert.Throws<RateException>(() => RateAssert.Order(K, y, "1/k"));
        Assert.Equal(Verdict.Inconclusive, none.Verdict);
        Assert.StartsWith("order 1/k (Upper): no power: it holds", none.Message, StringComparison.Ordinal);
        RateAssert.Order(K, y, "1/k", twins: [Twin.Exponent(1.5)]);
        RateAssert.Order(K, y, "1/k", twins: []);
    }

    [Fact]
    public void A_short_trace_is_inconclusive_and_does_not_pass() =>
        Assert.Equal(Verdict.Inconclusive, Assert.Throws<RateException>(() => RateAssert.Order([1, 0.5, 0.4], "1/k")).Verdict);

    [Fact]
    public void A_bound_is_kept_up_to_a_thousand_round_offs_of_its_own_evaluation()
    {
        // Equality at every k, then a relative excess below and above 1,000 unit round-offs, 1.1e-13.
        Property holds = Prop.ForAll(
            Gen.Choose(1, 1000).Select(n => n / 7.0).ToArbitrary(), Gen.Choose(0, 200).ToArbitrary(), (c, at) =>
            {
                double[] y = [.. Enumerable.Range(0, 201).Select(k => c / (k + 1.0))];
                RateAssert.Bound(y, "C/(k+1)", [("C", c)]);
                y[at] *= 1 + 5e-14;
                RateAssert.Bound(y, "C/(k+1)", [("C", c)]);
                y[at] *= 1 + 1e-11;
                RateException e = Assert.Throws<RateException>(() => RateAssert.Bound(y, "C/(k+1)", [("C", c)]));
                Assert.Equal(Verdict.Refuted, e.Verdict);
                Assert.Contains($"at k = {at} is above", e.Message, StringComparison.Ordinal);
            });
        holds.QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_given_error_is_the_allowance()
    {
        double[] y = [.. Enumerable.Range(0, 50).Select(k => (1 / (k + 1.0)) + 1e-6)];
        RateAssert.Bound(y, "1/(k+1)", [], error: 1.01e-6);
        Assert.Throws<RateException>(() => RateAssert.Bound(y, "1/(k+1)", [], error: 0.99e-6));
    }

    [Fact]
    public void Lower_and_exact_bounds_look_at_the_other_side()
    {
        double[] y = [.. Enumerable.Range(0, 50).Select(k => 1 / (k + 1.0))];
        RateAssert.Bound(y, "1/(k+1)", [], RateKind.Lower);
        RateAssert.Bound(y, "1/(k+1)", [], RateKind.Exact);
        y[7] *= 0.99;
        Assert.Contains("is below", Assert.Throws<RateException>(() => RateAssert.Bound(y, "1/(k+1)", [], RateKind.Lower)).Message, StringComparison.Ordinal);
        Assert.Contains("is off", Assert.Throws<RateException>(() => RateAssert.Bound(y, "1/(k+1)", [], RateKind.Exact)).Message, StringComparison.Ordinal);
        RateAssert.Bound(y, "1/(k+1)", []);
    }

    [Fact]
    public void A_bound_far_above_the_trace_has_no_power()
    {
        double[] y = [.. Enumerable.Range(0, 50).Select(k => 1 / (k + 1.0))];
        RateException e = Assert.Throws<RateException>(() => RateAssert.Bound(y, "1000/(k+1)", []));
        Assert.Equal(Verdict.Inconclusive, e.Verdict);
        Assert.Contains("no power: it holds (the trace reaches 0.001 of the bound), and so does every twin", e.Message, StringComparison.Ordinal);
        RateAssert.Bound(y, "1000/(k+1)", [], twins: [Twin.Constant("1/2000")]);
        RateAssert.Bound(y, "1000/(k+1)", [], twins: []);
    }

    [Fact]
    public void A_fall_is_monotone_a_rise_is_not_and_a_constant_shows_nothing()
    {
        double[] y = [.. Enumerable.Range(0, 50).Select(k => 1 / (k + 1.0))];
        RateAssert.Monotone(y);
        y[20] = y[19] * (1 + 1e-12);
        RateException rise = Assert.Throws<RateException>(() => RateAssert.Monotone(y));
        Assert.Equal(Verdict.Refuted, rise.Verdict);
        Assert.Contains("it rises from 0.05 to 0.05000000000", rise.Message, StringComparison.Ordinal);
        Assert.Equal(Verdict.Inconclusive, Assert.Throws<RateException>(() => RateAssert.Monotone([1, 1, 1])).Verdict);
    }

    [Fact]
    public void Input_that_says_nothing_is_named()
    {
        Assert.Contains("no constant 'Q'", Assert.Throws<InputException>(() => RateAssert.Bound([1, 0.5], "Q/k", [("L", 1)])).Message, StringComparison.Ordinal);
        Assert.Contains("must be finite", Assert.Throws<InputException>(() => RateAssert.Bound([1, double.NaN], "1", [])).Message, StringComparison.Ordinal);
        Assert.Contains("2 iterations and 1 values", Assert.Throws<InputException>(() => RateAssert.Bound([1, 2], [1], "1", [])).Message, StringComparison.Ordinal);
        Assert.Contains("positive values", Assert.Throws<InputException>(() => RateAssert.Order([1, 0.5, 0], "1/k")).Message, StringComparison.Ordinal);
        Assert.Contains("There is no rate", Assert.Throws<InputException>(() => RateAssert.Order([1, 0.5], "fast")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trace_at_its_floor_is_judged_before_it()
    {
        // 0.8^k with noise of 1e-16, which goes up and down.
        double[] y = [.. Enumerable.Range(0, 250).Select(k => Math.Pow(0.8, k) + (1e-16 * (1 + (0.3 * (7 * k % 5)))))];
        RateAssert.Bound(y, "0.8^k", []);
        RateAssert.Monotone(y);
        Assert.Equal(Verdict.Refuted, Assert.Throws<RateException>(() => RateAssert.Bound(y, "0.7^k", [])).Verdict);
        RateException none = Assert.Throws<RateException>(() => RateAssert.Bound(y, "1000*0.8^k", []));
        Assert.Contains("on it rests at round-off (2.2E-16), which is not compared", none.Message, StringComparison.Ordinal);

        // Who says what the values are worth is believed.
        Assert.Equal(Verdict.Refuted, Assert.Throws<RateException>(() => RateAssert.Bound(y, "0.8^k", [], error: 1e-20)).Verdict);
        double[] stalled = [.. y.Select(v => Math.Max(v, 1e-9))];
        Assert.Equal(Verdict.Refuted, Assert.Throws<RateException>(() => RateAssert.Bound(stalled, "0.8^k", [])).Verdict);
    }

    [Fact]
    public void A_bound_that_is_infinite_says_nothing_there_and_alone_is_inconclusive()
    {
        double[] y = [.. Enumerable.Range(0, 50).Select(k => 1 / (k + 1.0))];
        RateAssert.Bound(y, "1/k", [], twins: [Twin.Constant("1/2")]);
        RateException e = Assert.Throws<RateException>(() => RateAssert.Bound(y, "exp(1000)", []));
        Assert.Equal(Verdict.Inconclusive, e.Verdict);
        Assert.Contains("the bound is Infinity at k = 0", e.Message, StringComparison.Ordinal);
    }
}
