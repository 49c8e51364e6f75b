using TheoryLab.Claims.Fitting;
using TheoryLab.Core;
using static TheoryLab.Claims.Fitting.OrderOutcome;

namespace TheoryLab.Claims.Tests.Fitting;

/// <summary>Superlinear means that y_(k+1)/y_k tends to zero: sequences with that limit are never refuted, those with another one never supported.</summary>
public sealed class SuperlinearRuleTests
{
    private static readonly int[] Lengths = [8, 10, 12, 17, 25, 40, 60, 100, 170, 190, 200, 300, 1_000];

    /// <summary>-log of the ratio y_(k+1)/y_k at k, for sequences that converge superlinearly.</summary>
    private static readonly Dictionary<string, Func<double, double>> Superlinear = new()
    {
        ["1/k!"] = k => Math.Log(k + 1),
        ["1/sqrt(k!)"] = k => Math.Log(k + 1) / 2,
        ["0.5^k/k!"] = k => Math.Log(2 * (k + 1)),
        ["ratio 1/log k"] = k => Math.Log(Math.Log(k + 3)),
        ["ratio 1/(1 + log k)"] = k => Math.Log(1 + Math.Log(k + 1)),
        ["ratio 1/sqrt(log k)"] = k => Math.Log(2 * Math.Sqrt(Math.Log(k + 3))),
        ["ratio exp(-sqrt k)"] = k => Math.Sqrt(k),
        ["exp(-k^2/10)"] = k => 0.2 * k,
        ["exp(-k^2/10000)"] = k => 2e-4 * k,
        ["order 1.05"] = k => Math.Pow(1.05, k),
        ["order 2"] = k => Math.Pow(2, k),
    };

    /// <summary>The same for sequences that do not.</summary>
    private static readonly Dictionary<string, Func<double, double>> Linear = new()
    {
        ["0.9^k"] = _ => -Math.Log(0.9),
        ["0.01^k"] = _ => -Math.Log(0.01),
        ["k 0.9^k"] = k => -Math.Log(0.9) - Math.Log((k + 1) / k),
        ["k^2 0.3^k"] = k => -Math.Log(0.3) - (2 * Math.Log((k + 1) / k)),
        ["0.5^k + 0.1^k"] = k => -Math.Log((Math.Pow(0.5, k + 1) + Math.Pow(0.1, k + 1)) / (Math.Pow(0.5, k) + Math.Pow(0.1, k))),
        ["0.5^k/k"] = k => Math.Log(2 * (k + 1) / k),
        ["(k+5)^3 0.1^k"] = k => Math.Log(10) - (3 * Math.Log((k + 6) / (k + 5))),
        ["1/k^2"] = k => 2 * Math.Log((k + 1) / k),
    };

    public static TheoryData<string> SuperlinearNames => [.. Superlinear.Keys];

    public static TheoryData<string> LinearNames => [.. Linear.Keys];

    [Theory]
    [MemberData(nameof(SuperlinearNames))]
    public void A_superlinear_sequence_is_never_refuted(string name) =>
        Assert.All(Lengths, last => Assert.NotEqual((last, Refuted), (last, Decide(Superlinear[name], last).Outcome)));

    [Theory]
    [MemberData(nameof(LinearNames))]
    public void A_sequence_that_is_not_is_never_supported(string name) =>
        Assert.All(Lengths, last => Assert.NotEqual((last, Supported), (last, Decide(Linear[name], last).Outcome)));

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    [InlineData(160)]
    public void Ratios_that_fell_until_the_last_part_and_stand_there_do_not_support_it(int last)
    {
        Func<double, double>[] sequences =
        [
            k => -Math.Log((1 + Math.Exp(0.5 * (k - 50))) / (1 + Math.Exp(0.5 * (k - 49)))),
            k => -Math.Log(k < last / 4.0 ? 0.9 : k < last / 2.0 ? 0.6 : 0.2),
            k => k < last / 2.0 ? 1.01 + (0.02 * k) : 1.01 + (0.01 * last),
        ];
        Assert.All(sequences, s => Assert.NotEqual(Supported, Decide(s, last).Outcome));
    }

    [Theory]
    [InlineData("1/k!", 17)]
    [InlineData("1/k!", 60)]
    [InlineData("1/k!", 170)]
    [InlineData("1/sqrt(k!)", 60)]
    [InlineData("0.5^k/k!", 25)]
    [InlineData("ratio exp(-sqrt k)", 40)]
    [InlineData("exp(-k^2/10)", 25)]
    [InlineData("order 2", 8)]
    public void Ratios_that_fall_all_along_support_it(string name, int last) => Assert.Equal(Supported, Decide(Superlinear[name], last).Outcome);

    [Theory]
    [InlineData("0.9^k", 12)]
    [InlineData("0.9^k", 100)]
    [InlineData("0.01^k", 40)]
    [InlineData("k 0.9^k", 100)]
    [InlineData("k^2 0.3^k", 60)]
    [InlineData("0.5^k + 0.1^k", 40)]
    [InlineData("0.5^k/k", 60)]
    [InlineData("1/k^2", 60)]
    public void Ratios_that_settle_refute_it(string name, int last)
    {
        OrderDecision decision = Decide(Linear[name], last);
        Assert.True(decision.Outcome == Refuted, $"{decision.Outcome}: {decision.Reason}");
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.1)]
    [InlineData(0.3)]
    public void Noise_makes_neither_of_the_other(double size)
    {
        foreach (int last in Lengths.Where(l => l <= 300))
        {
            for (int seed = 0; seed < 5; seed++)
            {
                Assert.NotEqual((last, seed, Refuted), (last, seed, Decide(Superlinear["1/k!"], last, seed, size).Outcome));
                Assert.NotEqual((last, seed, Supported), (last, seed, Decide(Linear["0.9^k"], last, seed, size).Outcome));
            }
        }
    }

    [Theory]
    [InlineData("1/k!", 17, Refuted)]
    [InlineData("1/k!", 100, Refuted)]
    [InlineData("ratio exp(-sqrt k)", 40, Refuted)]
    [InlineData("exp(-k^2/10)", 25, Inconclusive)]
    [InlineData("order 1.05", 60, Inconclusive)]
    [InlineData("order 2", 8, Supported)]
    public void An_order_above_one_is_more_than_superlinear(string name, int last, OrderOutcome outcome) =>
        Assert.Equal(outcome, OrderRule.DecideSuperlinear(Fit(Superlinear[name], last), OrderKind.AtMost, 1.5).Outcome);

    [Fact]
    public void A_floor_may_hide_it()
    {
        RateFit fit = RateFitter.FitLog([.. Enumerable.Range(1, 60).Select(i => (double)i)], [.. Enumerable.Range(1, 60).Select(i => -0.1 * i)], TestContext.Current.CancellationToken);
        Assert.Equal(Refuted, SuperlinearRule.Decide(fit).Outcome);
        Assert.Equal(Inconclusive, SuperlinearRule.Decide(fit with { Floor = 1e-16 }).Outcome);
    }

    [Theory]
    [InlineData(OrderKind.AtLeast)]
    [InlineData(OrderKind.Exactly)]
    public void It_names_no_order_that_could_not_be_exceeded(OrderKind kind) =>
        Assert.Contains("names no order", Assert.Throws<InputException>(() => new SuperlinearRate().Decide(new() { Model = RateModel.None }, kind)).Message, StringComparison.Ordinal);

    private static OrderDecision Decide(Func<double, double> rate, int last, int seed = 0, double noise = 0) => new SuperlinearRate().Decide(Fit(rate, last, seed, noise), OrderKind.AtMost);

    private static RateFit Fit(Func<double, double> rate, int last, int seed = 0, double noise = 0)
    {
        Random random = Seeds.Generator(Seeds.Derive(seed, "ratios", "noise", last));
        double[] k = [.. Enumerable.Range(1, last).Select(i => (double)i)], logs = new double[last];
        for (int i = 1; i < last; i++)
        {
            logs[i] = logs[i - 1] - rate(k[i - 1]);
        }

        for (int i = 0; i < last; i++)
        {
            logs[i] += noise * Math.Sqrt(12) * (random.NextDouble() - 0.5);
        }

        return RateFitter.FitLog(k, logs, TestContext.Current.CancellationToken);
    }
}
