using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TheoryLab.Claims.Tests.Checks;
using TheoryLab.Tests;

namespace TheoryLab.Claims.Tests.Runs;

/// <summary>Recorded curves with a stated absolute error: what lies within it must not decide, and what lies beyond it must.</summary>
public sealed class StatedAccuracyTests
{
    private const int Iterations = 200;

    // A curve c (k+1)^-p or c rho^k, each value off by up to e, to any side: a floor where the curve has fallen below e.
    private static readonly Arbitrary<Inexact> Curves = (
        from c in Gen.Choose(1, 1_000_000)
        from p in Gen.Choose(1, 30)
        from geometric in Gen.Elements(false, true)
        from place in Gen.Choose(1, 16)
        from side in Gen.Elements(-1.0, 0.0, 1.0)
        select new Inexact(c / 1000.0, geometric ? (100 - p) / 100.0 : p / 10.0, geometric, c / 1000.0 * Math.Pow(10, -place), side)).ToArbitrary();

    [Fact]
    public void No_error_within_the_accuracy_refutes_a_bound_that_is_met() => Check.One(Drawn.Cases(300), Prop.ForAll(Curves, curve =>
    {
        foreach (ClaimKind kind in new[] { ClaimKind.Upper, ClaimKind.Lower, ClaimKind.Identity })
        {
            ClaimResult result = Result(kind, curve.Bound, curve.Text, curve.Error);
            bool saysNothing = result.Verdict == Verdict.Inconclusive && (result.Power == "none" || result.Reason.StartsWith("no iteration", StringComparison.Ordinal));
            Assert.True(result.Verdict == Verdict.Consistent || saysNothing, $"{curve} {kind}: {result.Verdict}, {result.Reason}");
            Assert.False(double.IsInfinity(result.Tightness), $"{curve} {kind}: {result.Tightness}");
        }
    }));

    [Fact]
    public void A_bound_that_is_off_by_more_than_twice_the_accuracy_is_refuted() => Check.One(Drawn.Cases(300), Prop.ForAll(Curves, curve =>
    {
        // At k = 1 the value is at least y - e, and may be y - 2 e; a bound below that by 1,000 times the round-off of its formula, here less than 1e-13 y, is broken.
        double y = curve.Exact(1), least = 3 * curve.Error;
        if (least >= y)
        {
            return;
        }

        string off = string.Create(CultureInfo.InvariantCulture, $"{Math.Max(least, 1e-10 * y):G10}");
        Assert.Equal(Verdict.Refuted, Result(ClaimKind.Upper, $"({curve.Bound})-{off}", curve.Text, curve.Error).Verdict);
        Assert.Equal(Verdict.Refuted, Result(ClaimKind.Lower, $"({curve.Bound})+{off}", curve.Text, curve.Error).Verdict);
    }));

    [Fact]
    public void A_floor_above_round_off_refutes_a_true_bound_unless_the_accuracy_is_stated()
    {
        string Text(int k) => Number(Math.Pow(0.8, k) + 3e-8);
        Assert.Equal(Verdict.Refuted, Result(ClaimKind.Upper, "0.8^k", Text, null).Verdict);
        ClaimResult stated = Result(ClaimKind.Upper, "0.8^k", Text, 4e-8);
        Assert.Equal((Verdict.Consistent, "constant"), (stated.Verdict, stated.Power));
        Assert.Contains("each value may be off by 4E-08, as stated", stated.Reason, StringComparison.Ordinal);

        // Too small an accuracy, and a false bound well above the true one.
        Assert.Equal(Verdict.Refuted, Result(ClaimKind.Upper, "0.8^k", Text, 2e-8).Verdict);
        Assert.Equal(Verdict.Refuted, Result(ClaimKind.Upper, "0.99*0.8^k", Text, 4e-8).Verdict);
    }

    [Fact]
    public void A_curve_that_stalls_above_its_accuracy_is_refuted()
    {
        ClaimResult result = Result(ClaimKind.Upper, "0.8^k", k => Number(Math.Pow(0.8, k) + 3e-8), 1e-8);
        Assert.Equal(Verdict.Refuted, result.Verdict);
        Assert.Contains("what printed digits and accuracy leave open", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_lies_above_the_accuracy_the_verdict_says_so()
    {
        ClaimResult result = Result(ClaimKind.Upper, "0.8^k", k => Number(Math.Pow(0.8, k)), 2);
        Assert.Equal(Verdict.Inconclusive, result.Verdict);
        Assert.StartsWith("no iteration could be compared: every value is below its accuracy", result.Reason, StringComparison.Ordinal);
        Assert.True(double.IsNaN(result.Tightness));
    }

    [Fact]
    public void An_accuracy_that_hides_every_twin_leaves_no_power()
    {
        ClaimResult result = Result(ClaimKind.Upper, "100*0.8^k", k => Number(Math.Pow(0.8, k)), 0.5, "1/200");
        Assert.Equal((Verdict.Inconclusive, "none"), (result.Verdict, result.Power));
        Assert.Contains("each value may be off by 0.5, as stated", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stated_accuracy_takes_the_place_of_the_floor_that_the_curve_shows()
    {
        // By itself the tail at 1e-16 is taken for round-off; one who says that values are exact to 1e-18 says that it is none.
        string Text(int k) => Number(Math.Pow(0.7, k) + (1e-16 * (1 + (0.3 * (7 * k % 5)))));
        Assert.Equal(Verdict.Consistent, Result(ClaimKind.Upper, "0.7^k", Text, null).Verdict);
        Assert.Equal(Verdict.Consistent, Result(ClaimKind.Upper, "0.7^k", Text, 3e-16).Verdict);
        Assert.Equal(Verdict.Refuted, Result(ClaimKind.Upper, "0.7^k", Text, 1e-18).Verdict);
    }

    [Fact]
    public void What_falls_below_zero_counts_once_where_the_accuracy_is_stated()
    {
        // Without it the noise counts 1,000 times, and a bound that is off by 1% is not refuted below 1e-3.
        string Text(int k) => Number((1e-4 * Math.Pow(0.9, k)) + (1e-7 * Math.Sin(3 * k)));
        RecordedTrace without = Trace(Text, null, NonpositiveValues.Drop), with = Trace(Text, 1e-7);
        Assert.Equal((with.Nonpositive, true), (without.Nonpositive, with.Nonpositive > 0));
        Assert.NotEqual(Verdict.Refuted, Sample.Check(Claim(ClaimKind.Upper, "0.98*1e-4*0.9^k", without)).Verdict);
        Assert.Equal(Verdict.Refuted, Sample.Check(Claim(ClaimKind.Upper, "0.98*1e-4*0.9^k", with)).Verdict);
        Assert.Equal(Verdict.Consistent, Sample.Check(Claim(ClaimKind.Upper, "1e-4*0.9^k", with)).Verdict);
    }

    [Fact]
    public void A_formula_that_looks_back_carries_the_accuracy_of_both_values()
    {
        // h_k - h_(k-1) may be off by twice the accuracy.
        string Text(int k) => Number(1 + Math.Pow(0.9, k) + (k % 2 == 0 ? 1e-7 : -1e-7));
        Claim step = Claim(ClaimKind.Step, "-0.9^k/9", Trace(Text, 1e-7)) with { Quantity = "gap-prev(gap)", Twins = [Twin.Constant("2")] };
        Assert.Equal(Verdict.Consistent, Sample.Check(step).Verdict);
        Assert.Equal(Verdict.Refuted, Sample.Check(Claim(ClaimKind.Step, "-0.9^k/9", Trace(Text, 4e-8)) with { Quantity = "gap-prev(gap)", Twins = [Twin.Constant("2")] }).Verdict);
    }

    [Fact]
    public void A_limit_allows_for_the_accuracy_and_its_neighbours_are_refuted()
    {
        // k h_k is off by up to 200 e at the end.
        string Text(int k) => Number((2 / (k + 1.0)) + (1e-5 * Math.Sin(12.9898 * k * k)));
        Claim limit = Claim(ClaimKind.Limit, "2", Trace(Text, 1e-5)) with { Scale = "k", Twins = [Twin.Constant("1.2"), Twin.Constant("0.8")] };
        ClaimResult result = Sample.Check(limit);
        Assert.Equal((Verdict.Consistent, "constant"), (result.Verdict, result.Power));
        Assert.All(result.Twins, t => Assert.Equal(Verdict.Refuted, t.Verdict));
        Assert.NotEqual(Verdict.Refuted, Sample.Check(limit with { Methods = [new RecordedRun("run.csv", Trace(Text, 1))], Bound = "3" }).Verdict);
    }

    [Fact]
    public void An_order_allows_for_the_accuracy_and_its_neighbour_is_refuted()
    {
        string Text(int k) => Number(Math.Pow(0.8, k) + (1e-7 * (1 + (0.3 * (7 * k % 5)))));
        ClaimResult Order(double? accuracy, double rho) =>
            Sample.Check(Claim(ClaimKind.Upper, "1", Trace(Text, accuracy)) with { Bound = null, Order = new LinearOrder(rho), Twins = [Twin.Rate(1.5)] });
        Assert.Equal(Verdict.Refuted, Order(null, 0.8).Verdict);
        Assert.Equal(Verdict.Consistent, Order(3e-7, 0.8).Verdict);
        Assert.Equal(Verdict.Refuted, Order(3e-7, 0.7).Verdict);
        ClaimResult nothing = Order(1, 0.8);
        Assert.Equal(Verdict.Inconclusive, nothing.Verdict);
        Assert.Contains("no value is above 20 times the accuracy 1", nothing.Reason, StringComparison.Ordinal);
    }

    private static ClaimResult Result(ClaimKind kind, string bound, Func<int, string> text, double? accuracy, string? twin = null)
    {
        Claim claim = Claim(kind, bound, Trace(text, accuracy));
        return Sample.Check(twin is null ? claim : claim with { Twins = [Twin.Constant(twin)] });
    }

    private static RecordedTrace Trace(Func<int, string> text, double? accuracy, NonpositiveValues nonpositive = NonpositiveValues.Error)
    {
        string csv = "k,gap\n" + string.Concat(Enumerable.Range(0, Iterations + 1).Select(k => $"{k},{text(k)}\n"));
        return TraceFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "run.csv", new(Nonpositive: nonpositive, Accuracy: accuracy), TestContext.Current.CancellationToken);
    }

    private static Claim Claim(ClaimKind kind, string bound, RecordedTrace trace) => Sample.Upper with
    {
        Kind = kind,
        Methods = [new RecordedRun("run.csv", trace)],
        Instances = [new(new RecordedProblem(new Dictionary<string, double>()))],
        Measure = new RecordedMeasure("gap"),
        Bound = bound,
        Iterations = Iterations,
        Twins = [kind == ClaimKind.Lower ? Twin.Constant("1000") : Twin.Constant("1/1000")],
    };

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private sealed record Inexact(double C, double P, bool Geometric, double Error, double Side)
    {
        public string Bound => Geometric
            ? string.Create(CultureInfo.InvariantCulture, $"{C:R}*{P:R}^k")
            : string.Create(CultureInfo.InvariantCulture, $"{C:R}*(k+1)^(-{P:R})");

        public double Exact(int k) => Geometric ? C * Math.Pow(P, k) : C * Math.Pow(k + 1, -P);

        // Rounding y + e to a double may take it beyond e by one round-off of y, which is allowed for besides.
        public string Text(int k) => Number(Exact(k) + (Error * (Side == 0 ? Math.Sin(12.9898 * k * k) : Side)));
    }
}
