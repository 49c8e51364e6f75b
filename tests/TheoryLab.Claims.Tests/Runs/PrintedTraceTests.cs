using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using TheoryLab.Claims.Tests.Checks;
using TheoryLab.Tests;

namespace TheoryLab.Claims.Tests.Runs;

/// <summary>Curves printed with few digits: what rounds to the same text must not decide, and what is further away must.</summary>
public sealed class PrintedTraceTests
{
    private const int Iterations = 120;

    // A curve c (k+b)^-p or c rho^k, and how it is printed.
    private static readonly Arbitrary<Printed> Curves = (
        from c in Gen.Choose(1, 1_000_000)
        from b in Gen.Choose(1, 40)
        from p in Gen.Choose(1, 30)
        from geometric in Gen.Elements(false, true)
        from format in Gen.Elements('G', 'E', 'F')
        from digits in Gen.Choose(1, 12)
        select new Printed(c / 1000.0, b / 10.0, geometric ? (100 - p) / 100.0 : p / 10.0, geometric, format, digits)).ToArbitrary();

    [Fact]
    public void No_rounding_of_a_curve_refutes_a_bound_that_it_meets() => Check.One(Drawn.Cases(300), Prop.ForAll(Curves, printed =>
    {
        if (Enumerable.Range(0, Iterations + 1).All(k => double.Parse(printed.Text(k), CultureInfo.InvariantCulture) == 0))
        {
            return;
        }

        foreach (ClaimKind kind in new[] { ClaimKind.Upper, ClaimKind.Lower, ClaimKind.Identity })
        {
            ClaimResult result = Result(printed, kind, printed.Bound);
            bool saysNothing = result.Verdict == Verdict.Inconclusive && (result.Power == "none" || result.Reason.StartsWith("no iteration", StringComparison.Ordinal));
            Assert.True(result.Verdict == Verdict.Consistent || saysNothing, $"{printed} {kind}: {result.Verdict}, {result.Reason}");
        }
    }));

    [Fact]
    public void A_bound_that_is_off_by_more_than_the_digits_is_refuted() => Check.One(Drawn.Cases(300), Prop.ForAll(Curves, drawn =>
    {
        // With d digits a number is off by half a unit of 10^(1-d) at most relatively, and stands for as much again.
        Printed printed = drawn with { Format = 'E' };
        string change = string.Create(CultureInfo.InvariantCulture, $"2*10^(-{printed.Digits})");
        if (printed.Digits == 1)
        {
            return;
        }

        Assert.Equal(Verdict.Refuted, Result(printed, ClaimKind.Upper, $"({printed.Bound})*(1-10*{change})").Verdict);
        Assert.Equal(Verdict.Refuted, Result(printed, ClaimKind.Lower, $"({printed.Bound})*(1+10*{change})").Verdict);
    }));

    [Fact]
    public void Short_numbers_among_doubles_in_full_are_exact()
    {
        // Among numbers of seventeen digits 0.2 is 0.2, above 1/5.05; by itself it would be anything from 0.15 to 0.25.
        string Text(int k) => (k == 4 ? 0.2 : 0.9 / (k + 1)).ToString("R", CultureInfo.InvariantCulture);
        ClaimResult result = Sample.Check(Claim(ClaimKind.Upper, "1/(k+1.05)", Text));
        Assert.Equal((Verdict.Refuted, 4), (result.Verdict, result.Witness!.Iteration));
        Assert.NotEqual(Verdict.Refuted, Sample.Check(Claim(ClaimKind.Upper, "1/(k+1.05)", k => k == 4 ? "0.2" : "0.001")).Verdict);
    }

    [Fact]
    public void Many_decimals_of_a_small_number_are_few_digits() =>
        Assert.Equal(Verdict.Consistent, Sample.Check(Claim(ClaimKind.Upper, "0.8^k", k => Math.Pow(0.8, k).ToString("F15", CultureInfo.InvariantCulture))).Verdict);

    [Fact]
    public void Values_that_were_replaced_are_left_out_and_counted()
    {
        string Text(int k) => k is 7 or > 40 ? "0" : Math.Pow(0.8, k).ToString("R", CultureInfo.InvariantCulture);
        foreach (NonpositiveValues nonpositive in new[] { NonpositiveValues.Floor, NonpositiveValues.Drop })
        {
            ClaimResult result = Sample.Check(Claim(ClaimKind.Upper, "0.8^k", Text, nonpositive));
            Assert.Equal((Verdict.Consistent, "constant"), (result.Verdict, result.Power));
            Assert.Contains("81 values that are not positive are left out", result.Reason, StringComparison.Ordinal);
            Assert.Equal(Verdict.Refuted, Sample.Check(Claim(ClaimKind.Upper, "0.79^k", Text, nonpositive)).Verdict);
            Assert.Equal(Verdict.Consistent, Sample.Check(Claim(ClaimKind.Lower, "0.8^k", Text, nonpositive)).Verdict);
        }
    }

    [Fact]
    public void What_falls_below_zero_is_round_off_of_every_value()
    {
        // f(x) - f* with an error of 1e-10: the bound is met, and the last values are noise of either sign.
        string Text(int k) => (Math.Pow(0.8, k) + (1e-10 * Math.Sin(3 * k))).ToString("R", CultureInfo.InvariantCulture);
        ClaimResult result = Sample.Check(Claim(ClaimKind.Upper, "0.8^k", Text, NonpositiveValues.Drop));
        Assert.NotEqual(Verdict.Refuted, result.Verdict);
        Assert.Equal(Verdict.Refuted, Sample.Check(Claim(ClaimKind.Upper, "0.8^k/2", Text, NonpositiveValues.Drop)).Verdict);
    }

    [Fact]
    public void A_curve_at_its_floor_refutes_nothing_and_one_that_stalls_above_it_does()
    {
        string Resting(double floor, int k) => (Math.Pow(0.7, k) + (floor * (1 + (0.3 * (7 * k % 5))))).ToString("R", CultureInfo.InvariantCulture);
        ClaimResult result = Sample.Check(Claim(ClaimKind.Upper, "0.7^k", k => Resting(1e-16, k)));
        Assert.Equal((Verdict.Consistent, "constant"), (result.Verdict, result.Power));
        Assert.Contains("the curve rests at round-off (", result.Reason, StringComparison.Ordinal);
        Assert.Equal(Verdict.Refuted, Sample.Check(Claim(ClaimKind.Upper, "0.7^k/2", k => Resting(1e-16, k))).Verdict);
        Assert.Equal(Verdict.Refuted, Sample.Check(Claim(ClaimKind.Upper, "0.7^k", k => Resting(1e-9, k))).Verdict);
    }

    [Theory]
    [InlineData("G4")]
    [InlineData("G8")]
    [InlineData("R")]
    public void A_limit_allows_for_digits_and_its_neighbours_are_refuted(string format)
    {
        Claim limit = Claim(ClaimKind.Limit, "2", k => (2 / (k + 1.0)).ToString(format, CultureInfo.InvariantCulture)) with { Scale = "k" };
        ClaimResult result = Sample.Check(limit with { Twins = [Twin.Constant("1.2"), Twin.Constant("0.8")] });
        Assert.Equal((Verdict.Consistent, "constant"), (result.Verdict, result.Power));
        Assert.All(result.Twins, t => Assert.Equal(Verdict.Refuted, t.Verdict));
    }

    [Fact]
    public void A_limit_within_half_a_unit_of_the_last_digit_is_not_refuted()
    {
        Claim limit = Claim(ClaimKind.Limit, "2.04", _ => "2.0") with { Scale = "1", Twins = [Twin.Constant("2")] };
        Assert.Equal(Verdict.Consistent, Sample.Check(limit).Verdict);
        Assert.Equal(Verdict.Refuted, Sample.Check(limit with { Bound = "3.5" }).Verdict);
    }

    [Fact]
    public void A_limit_reached_within_the_allowance_of_a_recording_is_not_refuted()
    {
        // A sequence that stands still at 2 but for the last bits: 300 units, less than the 1,000 that are allowed for.
        string Text(int k) => (2 * (1 + (300 * 1.1e-16))).ToString("R", CultureInfo.InvariantCulture);
        Assert.Equal(Verdict.Consistent, Sample.Check(Claim(ClaimKind.Limit, "2", Text) with { Scale = "1", Twins = [Twin.Constant("1.1")] }).Verdict);
    }

    [Fact]
    public void A_witness_of_a_recording_names_the_file_only()
    {
        ClaimResult result = Sample.Check(Claim(ClaimKind.Upper, "1/(k+2)", k => (1 / (k + 1.0)).ToString("R", CultureInfo.InvariantCulture)));
        Assert.Equal(("run.csv", "run.csv"), (result.Witness!.Run, result.Witness.FullRun));
        Assert.StartsWith("run.csv has gap 0.5 above 0.333333 at k = 1", result.Reason, StringComparison.Ordinal);
    }

    private static ClaimResult Result(Printed printed, ClaimKind kind, string bound) => Sample.Check(Claim(kind, bound, printed.Text, NonpositiveValues.Drop));

    private static Claim Claim(ClaimKind kind, string bound, Func<int, string> text, NonpositiveValues nonpositive = NonpositiveValues.Error)
    {
        string csv = "k,gap\n" + string.Concat(Enumerable.Range(0, Iterations + 1).Select(k => $"{k},{text(k)}\n"));
        RecordedTrace trace = TraceFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "run.csv", new(Nonpositive: nonpositive), TestContext.Current.CancellationToken);
        return Sample.Upper with
        {
            Kind = kind,
            Methods = [new RecordedRun("run.csv", trace)],
            Instances = [new(new RecordedProblem(new Dictionary<string, double>()))],
            Measure = new RecordedMeasure("gap"),
            Bound = bound,
            Iterations = Iterations,
            Twins = [kind == ClaimKind.Lower ? Twin.Constant("1000") : Twin.Constant("1/1000")],
        };
    }

    private sealed record Printed(double C, double B, double P, bool Geometric, char Format, int Digits)
    {
        public string Bound => Geometric
            ? string.Create(CultureInfo.InvariantCulture, $"{C}*{P}^k")
            : string.Create(CultureInfo.InvariantCulture, $"{C}*(k+{B})^(-{P})");

        public string Text(int k)
        {
            double y = Geometric ? C * Math.Pow(P, k) : C * Math.Pow(k + B, -P);
            return y.ToString($"{Format}{(Format == 'E' ? Digits - 1 : Digits)}", CultureInfo.InvariantCulture);
        }
    }
}
