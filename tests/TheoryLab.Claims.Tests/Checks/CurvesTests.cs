namespace TheoryLab.Claims.Tests.Checks;

/// <summary>What plots show is what the verdict rests on.</summary>
public sealed class CurvesTests
{
    public static IEnumerable<TheoryDataRow<string>> Kinds => ByName.Keys.Select(k => new TheoryDataRow<string>(k));

    private static readonly Dictionary<string, Claim> ByName = new Claim[] { Sample.Upper, Sample.Lower, Sample.Negative, Sample.Step, Sample.Identity, Sample.Invariant }
        .ToDictionary(c => c.Id, StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_tightest_point_lies_on_the_curve(string id)
    {
        CheckedClaim done = Check(ByName[id]);
        CurvePoint point = done.Curve.Single(p => p.Iteration == done.Result.Worst!.Iteration);
        Assert.Equal((done.Result.Worst!.Measured, done.Result.Worst.Bound), (point.Measured, point.Bound));

        // Other runs count in doubles: at most 40 steps of a handful of roundings each.
        Assert.Equal(done.Result.Tightness, point.Envelope, 40 * 8 * Math.ScaleB(1, -53));
    }

    [Fact]
    public void A_curve_is_free_of_the_drift_of_doubles()
    {
        // x_k = 1 + k/7 by repeated addition: doubles are off by a hundred units of the last digit at k = 10,000. Correct rounding is within half of one.
        Claim claim = Sample.Scripted("drift", ClaimKind.Upper, k => k, "1+k/7") with { Methods = [new Adder(7)], Iterations = 10_000, Twins = [Sample.Half] };
        Assert.All(Check(claim).Curve, p =>
        {
            Assert.Equal(1 + (p.Iteration / 7.0), p.Measured, Math.BitIncrement(p.Measured) - p.Measured);
            Assert.InRange(p.Error, 1e-40, 1e-20 * p.Measured);
        });
    }

    [Fact]
    public void A_run_without_repetition_carries_the_error_of_its_measure_in_doubles()
    {
        Claim claim = Sample.Upper with { Instances = [new(new DoubleOnly(), ("dimension", "2..50"), ("condition", "2..100"), ("start", "smallest"))] };
        Assert.All(Check(claim).Curve, p => Assert.InRange(p.Error, 1e-18 * p.Measured, 1e-10 * p.Measured));
    }

    [Fact]
    public void The_largest_of_all_runs_is_no_round_off()
    {
        // The second run comes to rest at 1e-16, as a rounded one does; at the end its ratio would be 1e13 times that of the first.
        Claim claim = Sample.Scripted("resting", ClaimKind.Upper, k => 0.9 * Math.Pow(0.8, k), "0.95^k") with
        {
            Methods = [new Scripted(k => 0.9 * Math.Pow(0.8, k)), new Scripted(k => Math.Max(0.5 * Math.Pow(0.1, k), 1e-16))],
            Iterations = 300,
            Twins = [Sample.Half],
        };
        CheckedClaim done = Check(claim);
        Assert.Equal(Verdict.Consistent, done.Result.Verdict);
        Assert.All(done.Curve, p => Assert.Equal(p.Measured / p.Bound, p.Envelope, 1e-12 * p.Envelope));
    }

    private static CheckedClaim Check(Claim claim) => ClaimChecker.Check(claim, Sample.Quick, TestContext.Current.CancellationToken);
}
