using TheoryLab.Claims.Fitting;
using static TheoryLab.Claims.Fitting.OrderKind;
using static TheoryLab.Claims.Fitting.OrderOutcome;

namespace TheoryLab.Claims.Tests.Fitting;

/// <summary>Fits of curves whose values are off by a known absolute error e: never a wrong verdict, and the right one where the curve is well above e.</summary>
public sealed class AccurateCurveTests
{
    private const double Error = 1e-6;

    // What an inexact recorder may do to a value: nothing, shift all to one side, alternate, scatter.
    private static readonly (string Name, Func<int, double> Share)[] Errors =
    [
        ("none", _ => 0), ("above", _ => 1), ("below", _ => -1), ("alternating", k => k % 2 == 0 ? 1 : -1), ("scattered", k => Math.Sin(12.9898 * k * k)),
    ];

    private static readonly (RateOrder Law, RateOrder Faster, RateOrder Slower, int Last)[] Laws =
    [
        (new PowerOrder(1), new PowerOrder(1.5), new PowerOrder(0.5), 4_000),
        (new PowerOrder(2), new PowerOrder(3), new PowerOrder(1.5), 4_000),
        (new LinearOrder(0.9), new LinearOrder(0.8), new LinearOrder(0.95), 400),
        (new LinearOrder(0.5), new LinearOrder(0.3), new LinearOrder(0.7), 60),
    ];

    public static TheoryData<int, int> Cases => new(from law in Enumerable.Range(0, Laws.Length) from error in Enumerable.Range(0, Errors.Length) select (law, error));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_law_that_runs_into_its_accuracy_stands_in_all_directions(int which, int error)
    {
        (RateOrder law, _, _, int last) = Laws[which];
        foreach (OrderKind kind in new[] { AtMost, AtLeast, Exactly })
        {
            // Values that all fall short of the law by e look as if they left it for a faster one.
            OrderOutcome outcome = Judge(law, kind, last, k => (3 * law.At(k)) + (Error * Errors[error].Share(k))).Outcome;
            Assert.True(outcome == Supported || (outcome == Inconclusive && Errors[error].Name == "below" && kind != AtMost), $"{kind}: {outcome}");
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_faster_law_is_refuted_from_what_is_above_the_accuracy(int which, int error)
    {
        (RateOrder law, RateOrder faster, _, int last) = Laws[which];
        Assert.Equal(Refuted, Judge(faster, AtMost, last, k => (3 * law.At(k)) + (Error * Errors[error].Share(k))).Outcome);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_slower_law_is_never_supported_from_below(int which, int error)
    {
        // An offset of e slows the end of a clean curve down, so that the law may count as unreached; but nothing makes it slower.
        (RateOrder law, _, RateOrder slower, int last) = Laws[which];
        OrderDecision decision = Judge(slower, AtLeast, last, k => (3 * law.At(k)) + (Error * Errors[error].Share(k)));
        Assert.NotEqual(Supported, decision.Outcome);
        if (Errors[error].Name is "none" or "scattered")
        {
            Assert.Equal(Refuted, decision.Outcome);
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(19)]
    [InlineData(25)]
    [InlineData(1000)]
    public void A_plateau_above_the_accuracy_does_not_pass_for_a_law(double level)
    {
        // Nothing is left of the law below level e; all of it is cut up to 20 e, and the tail must speak against it all the same.
        foreach (RateOrder law in new RateOrder[] { new PowerOrder(1), new LinearOrder(0.9) })
        {
            OrderDecision decision = Judge(law, AtMost, 4_000_000, k => Math.Max(3 * law.At(k), level * Error * (1 + (0.1 * Math.Sin(k)))), k => k % 97 == 0 || k < 400);
            Assert.NotEqual(Supported, decision.Outcome);
        }
    }

    [Fact]
    public void A_plateau_at_the_accuracy_does_not_speak_against_a_law() =>
        Assert.Equal(Supported, Judge(new LinearOrder(0.9), AtMost, 4_000, k => (3 * Math.Pow(0.9, k)) + (Error * (1 + Math.Sin(12.9898 * k * k)) / 2)).Outcome);

    [Fact]
    public void A_curve_that_falls_below_a_law_within_what_is_cut_is_no_evidence_for_it()
    {
        // Omega(k^-1) as far as 20 e, and exponential from there on.
        OrderDecision decision = Judge(new PowerOrder(1), AtLeast, 400_000, k => k < 150_000 ? 3.0 / k : 2e-5 * Math.Exp((150_000 - k) / 1e4), k => k % 97 == 0 || k < 400);
        Assert.NotEqual(Supported, decision.Outcome);
    }

    [Fact]
    public void A_superlinear_phase_is_found_above_the_accuracy_and_may_hide_below_it()
    {
        // y -> y^2 with five values above 20 e, then noise.
        double[] y = [0.5, 0.25, 0.0625, 0.00390625, 1.5e-5 + 2e-5, 9e-7, 3e-7, 8e-7];
        double[] k = [.. Enumerable.Range(0, y.Length).Select(i => (double)i)];
        AccurateCurve curve = new(k, y, _ => Error);
        RateFit fit = curve.Fit(CancellationToken.None);
        Assert.Equal(Error, fit.Floor);
        Assert.NotEqual(Refuted, curve.Decide(new SuperlinearOrder(2), AtMost, fit, CancellationToken.None).Outcome);
    }

    [Fact]
    public void Without_an_error_it_is_the_fit_itself()
    {
        double[] k = [.. Enumerable.Range(1, 300).Select(i => (double)i)], y = [.. k.Select(i => Math.Max(2 / i, 0.02))];
        AccurateCurve curve = new(k, y, _ => 0);
        RateFit fit = curve.Fit(CancellationToken.None), plain = RateFitter.Fit(k, y, CancellationToken.None);
        Assert.Equal(plain with { Alternatives = [] }, fit with { Alternatives = [] });
        Assert.Equal(OrderRule.Decide(plain, AtMost, 1), curve.Decide(new PowerOrder(1), AtMost, fit, CancellationToken.None));
    }

    [Fact]
    public void Where_nothing_lies_above_the_accuracy_the_fit_says_so()
    {
        OrderDecision decision = Judge(new PowerOrder(1), AtMost, 500, k => 1e-6 / k);
        Assert.Equal((Inconclusive, "no value is above 20 times the accuracy 1E-06"), (decision.Outcome, decision.Reason));
        Assert.Equal(
            "fewer than four positive values, once the 497 last values are left out, which are within 20 times the accuracy 1E-06",
            Judge(new PowerOrder(1), AtMost, 500, k => 7e-5 / k).Reason);
    }

    [Fact]
    public void Replaced_values_and_values_below_zero_show_an_error_of_their_own()
    {
        // The noise of single precision: half of the floor is negative.
        string csv = "k,gap\n" + string.Concat(Enumerable.Range(0, 400).Select(k => string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"{k},{(3 * Math.Pow(0.9, k)) + (Error * Math.Sin(12.9898 * k * k)):R}\n")));
        foreach (NonpositiveValues handling in new[] { NonpositiveValues.Drop, NonpositiveValues.Floor })
        {
            RecordedTrace trace = TraceFile.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv)), "t", new(Nonpositive: handling), TestContext.Current.CancellationToken);
            FitResult fit = FitResult.Of("t", trace, new LinearOrder(0.9), AtMost, TestContext.Current.CancellationToken);
            Assert.Equal(("supported", "linear"), (fit.Verdict, fit.Rate.Model));
            Assert.InRange(fit.Accuracy!.Value, 0.99 * Error, Error);
            Assert.Equal("refuted", FitResult.Of("t", trace, new LinearOrder(0.8), AtMost, TestContext.Current.CancellationToken).Verdict);
        }
    }

    private static OrderDecision Judge(RateOrder order, OrderKind kind, int last, Func<int, double> value, Func<int, bool>? recorded = null)
    {
        int[] at = [.. Enumerable.Range(1, last).Where(k => (recorded?.Invoke(k) ?? true) && value(k) > 0)];
        AccurateCurve curve = new(Array.ConvertAll(at, k => (double)k), Array.ConvertAll(at, k => value(k)), _ => Error);
        return curve.Decide(order, kind, curve.Fit(CancellationToken.None), CancellationToken.None);
    }
}
