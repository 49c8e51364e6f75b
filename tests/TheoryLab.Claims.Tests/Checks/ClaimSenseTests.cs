using TheoryLab.Core;

namespace TheoryLab.Claims.Tests.Checks;

/// <summary>Bounds and twins that say nothing, or that nothing could satisfy.</summary>
public sealed class ClaimSenseTests
{
    [Theory]
    [InlineData("exp(1000)", "is Infinity at k = 1; a bound must be a finite number")]
    [InlineData("log(-1)", "is not a number at k = 1; a bound must be a finite number")]
    public void A_bound_that_is_no_finite_number_is_named_with_its_instance(string bound, string reason)
    {
        ClaimResult result = Sample.Check(Sample.Upper with { Bound = bound });
        Assert.Equal(Verdict.Inconclusive, result.Verdict);
        Assert.Contains("of gradient-descent on quadratic (dimension=2..50, condition=2..100, start=smallest) (instance 0, seed ", result.Reason, StringComparison.Ordinal);
        Assert.Contains(reason, result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bound_that_is_infinite_at_first_counts_where_it_is_finite()
    {
        Claim late = Sample.Scripted("late", ClaimKind.Upper, k => 1.0 / k, "1/(k-1)") with { Twins = [Twin.Constant("1/2")] };
        Assert.Equal(Verdict.Consistent, Sample.Check(late).Verdict);
        Assert.Contains("is Infinity at k = 1", Sample.Check(late with { Twins = [Twin.Constant("2")] }).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("-1/0")]
    [InlineData("R-k")]
    public void A_twin_that_no_run_could_satisfy_is_refused(string bound)
    {
        Twin twin = new("nonsense", TwinChange.Constant, c => c with { Bound = bound });
        InputException e = Assert.Throws<InputException>(() => Sample.Check(Sample.Scripted("one", ClaimKind.Upper, _ => 1, "1") with { Twins = [twin] }));
        Assert.Contains("no run could satisfy it", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_twin_that_becomes_zero_is_false_but_possible()
    {
        Twin twin = new("finished after 5 steps", TwinChange.Order, c => c with { Bound = "max(0,5-k)" });
        Assert.Equal(Verdict.Consistent, Sample.Check(Sample.Scripted("one", ClaimKind.Upper, _ => 1, "1") with { Twins = [twin] }).Verdict);
    }

    [Theory]
    [InlineData(null, "r", true)]
    [InlineData(null, "r/2+1", true)]
    [InlineData(null, "prev(r)", false)]
    [InlineData(null, "best(r)", false)]
    [InlineData(null, "g", false)]
    [InlineData("r", "r", true)]
    [InlineData("r+h", "2*h", true)]
    [InlineData("prev(r)-r", "r", false)]
    [InlineData("r^2", "g", false)]
    public void A_bound_may_not_use_what_it_is_compared_with(string? quantity, string bound, bool isRefused)
    {
        Claim claim = Sample.Upper with { Quantity = quantity is null ? null : Expression.Parse(quantity), Bound = bound };
        Assert.Equal(isRefused, ClaimSense.SelfComparison(claim) is not null);
        if (isRefused)
        {
            Assert.Throws<InputException>(() => Sample.Check(claim));
        }
    }

    [Theory]
    [InlineData("distance", ClaimKind.Upper, "sqrt(r2)", "1")]
    [InlineData("distance", ClaimKind.Upper, "2*sqrt(r2)", "2")]
    [InlineData("distance", ClaimKind.Lower, "sqrt(r2)/3", "0.333333")]
    [InlineData("primal-gap", ClaimKind.Upper, "f", "1")]
    [InlineData("squared-distance", ClaimKind.Step, "r^2", "1")]
    public void The_measure_in_other_words_is_no_bound(string measure, ClaimKind kind, string bound, string times)
    {
        // The minimum of these quadratics is 0, so that f is the primal gap.
        Claim claim = Sample.Upper with { Kind = kind, Measure = Registry.Measure(measure), Bound = bound, Twins = [Twin.Constant(kind == ClaimKind.Lower ? "10" : "1/10")] };
        ClaimResult result = Sample.Check(claim with { Twins = [] });
        Assert.Equal(Verdict.Inconclusive, result.Verdict);
        Assert.Contains($"is {times} times ", result.Reason, StringComparison.Ordinal);
        Assert.Contains("says nothing about the method", result.Reason, StringComparison.Ordinal);
        Assert.Equal(Verdict.Inconclusive, Sample.Check(claim).Verdict);
    }

    [Theory]
    [InlineData(ClaimKind.Upper, "best(r)")]
    [InlineData(ClaimKind.Upper, "prev(r)")]
    [InlineData(ClaimKind.Upper, "(1-1/kappa)^k*R")]
    [InlineData(ClaimKind.Identity, "sqrt(r2)")]
    [InlineData(ClaimKind.Upper, "sqrt(r2)+1e-6*R")]
    [InlineData(ClaimKind.Upper, "sqrt(2*h/mu)")]
    public void A_bound_that_is_met_at_every_step_is_no_tautology(ClaimKind kind, string bound)
    {
        // Two eigenvectors are left behind at different speeds: h is no multiple of r^2 there.
        Claim claim = Sample.Upper with { Kind = kind, Bound = bound, Instances = [Sample.Slowest, new("quadratic", ("dimension", "5"), ("condition", "30"))] };
        claim = bound.StartsWith('(') ? claim with { Instances = [Sample.Slowest] } : claim;
        Assert.DoesNotContain("says nothing about the method", Sample.Check(claim).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_twin_that_is_part_of_the_measure_is_refused()
    {
        Twin twin = new("half of itself", TwinChange.Constant, c => c with { Bound = "sqrt(r2)/2" });
        InputException e = Assert.Throws<InputException>(() => Sample.Check(Sample.Upper with { Twins = [twin] }));
        Assert.Contains("The twin 'half of itself' is false of any method: the bound sqrt(r2)/2 is 0.5 times r at every point compared", e.Message, StringComparison.Ordinal);
    }
}
