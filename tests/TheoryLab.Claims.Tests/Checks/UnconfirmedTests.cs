namespace TheoryLab.Claims.Tests.Checks;

/// <summary>Runs that cannot be repeated in double-doubles: a violation must exceed a thousand times the allowance.</summary>
public sealed class UnconfirmedTests
{
    private static readonly InstanceSpec Line = new(new DoubleOnly(), ("dimension", "1"), ("start", "largest"), ("basis", "coordinates"));

    [Fact]
    public void A_large_violation_is_refuted_and_says_that_it_is_unconfirmed()
    {
        ClaimResult result = Sample.Check(Constant("1-1e-11"));
        Assert.Equal(Verdict.Refuted, result.Verdict);
        Assert.Contains("not repeatable", result.Witness!.Confirmation, StringComparison.Ordinal);
        Assert.True(result.Witness.Measured - result.Witness.Bound > 1000 * result.Allowance);
    }

    [Fact]
    public void A_violation_of_a_few_allowances_is_neither_refuted_nor_taken_for_consistent()
    {
        ClaimResult result = Sample.Check(Constant("1-3e-14"));
        Assert.True(result.Worst!.Measured - result.Worst.Bound > result.Allowance);
        Assert.Equal(Verdict.Inconclusive, result.Verdict);
        Assert.Contains("higher precision", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bound_that_is_kept_is_consistent() => Assert.Equal(Verdict.Consistent, Sample.Check(Constant("1")).Verdict);

    [Fact]
    public void The_same_small_violation_is_refuted_where_it_can_be_repeated() =>
        Assert.Equal(Verdict.Refuted, Sample.Check(Constant("1-3e-14") with { Instances = [Sample.Line] }).Verdict);

    [Fact]
    public void The_shrunk_witness_is_unconfirmed_too()
    {
        Claim claim = Sample.Upper with
        {
            Instances = [new(new DoubleOnly(), ("dimension", "2..50"), ("condition", "2..100"), ("start", "smallest"))],
            Bound = Sample.Upper.Bound! * "0.9",
        };
        Witness witness = Sample.Check(claim).Witness!;
        Assert.Equal(2, witness.Parameters["dimension"].Number);
        Assert.Contains("not repeatable", witness.Confirmation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1e100, "exceeds the allowance 1000 times")]
    [InlineData(1e200, "has overflowed")]
    [InlineData(1e308, "has overflowed")]
    public void A_run_that_diverges_is_refuted_however_large_its_numbers(double value, string confirmation)
    {
        ClaimResult result = Sample.Check(Sample.Scripted("diverging", ClaimKind.Upper, k => k < 5 ? 1 : value, "1") with { Instances = [Line], Measure = new SquaredDistance(), Twins = [Sample.Half] });
        Assert.Equal((Verdict.Refuted, 5), (result.Verdict, result.Witness!.Iteration));
        Assert.EndsWith(confirmation, result.Witness.Confirmation, StringComparison.Ordinal);
        Assert.DoesNotContain("less than 1000", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_ends_in_no_number_says_so()
    {
        ClaimResult result = Sample.Check(Sample.Scripted("lost", ClaimKind.Upper, k => k < 5 ? 0.9 : double.NaN, "1") with { Instances = [Line], Twins = [Sample.Half] });
        Assert.Equal(Verdict.Inconclusive, result.Verdict);
        Assert.Contains("is not a number at k = 5", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_violation_in_doubt_is_named_with_its_allowance()
    {
        ClaimResult result = Sample.Check(Constant("1-3e-14"));
        Assert.Contains("has distance 1 above 0.99999999999997 at k = 1, which is more than the allowance ", result.Reason, StringComparison.Ordinal);
    }

    private static Claim Constant(string bound) =>
        Sample.Scripted("constant", ClaimKind.Upper, _ => 1, bound) with { Instances = [Line], Twins = [Sample.Half] };
}
