using FsCheck;
using FsCheck.Fluent;
using TheoryLab.Claims;
using TheoryLab.Tests;

namespace TheoryLab.ProofsChecks.Tests;

/// <summary>What is asked of every entry of the catalogue: it stands, its twins fall, and the check notices when the two are exchanged.</summary>
public sealed class VerdictTests
{
    [Theory]
    [MemberData(nameof(Entries.Ids), MemberType = typeof(Entries))]
    public void The_claim_stands_and_every_twin_is_refuted(string id)
    {
        ClaimResult result = Check(Entries.Of(id), Entries.Quick);
        Assert.True(result.Verdict == Verdict.Consistent, $"{result.Verdict}: {result.Reason}");
        Assert.All(result.Twins, t => Assert.True(t.Verdict == Verdict.Refuted, $"{t.Name}: {t.Verdict}"));
    }

    [Theory]
    [MemberData(nameof(Entries.Twins), MemberType = typeof(Entries))]
    public void Claim_and_twin_exchanged_exchange_their_verdicts(string id, string twin)
    {
        Claim claim = Entries.Of(id);
        Claim exchanged = claim.Twins.First(t => t.Name == twin).Apply(claim) with
        {
            Twins = [new Twin("the original", TwinChange.Constant, _ => claim)],
        };
        ClaimResult result = Check(exchanged, Entries.Quick);
        Assert.Equal(Verdict.Refuted, result.Verdict);
        Assert.NotNull(result.Witness);
        Assert.Equal(Verdict.Consistent, Assert.Single(result.Twins).Verdict);
    }

    [Theory]
    [MemberData(nameof(Entries.PointwiseIds), MemberType = typeof(Entries))]
    public void A_bound_that_nothing_can_break_has_no_power(string id)
    {
        Claim claim = Entries.Of(id);
        ClaimResult result = Check(claim with { Bound = Trivial(claim) }, Entries.Quick);
        Assert.Equal(Verdict.Inconclusive, result.Verdict);
        Assert.Equal("none", result.Power);
        Assert.Contains("no power", result.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Entries.PointwiseIds), MemberType = typeof(Entries))]
    public void A_bound_that_nothing_can_meet_is_refuted(string id)
    {
        Claim claim = Entries.Of(id);
        Assert.Equal(Verdict.Refuted, Check(claim with { Bound = Impossible(claim) }, Entries.Quick).Verdict);
    }

    [Theory]
    [MemberData(nameof(Entries.EqualityIds), MemberType = typeof(Entries))]
    public void An_equality_with_zero_or_infinity_does_not_stand(string id)
    {
        Claim claim = Entries.Of(id);
        Assert.NotEqual(Verdict.Consistent, Check(claim with { Bound = "0" }, Entries.Quick).Verdict);
        Assert.NotEqual(Verdict.Consistent, Check(claim with { Bound = "1/0" }, Entries.Quick).Verdict);
    }

    [Theory]
    [MemberData(nameof(Entries.OrderIds), MemberType = typeof(Entries))]
    public void An_order_that_nothing_can_miss_has_no_power(string id)
    {
        Claim claim = Entries.Of(id);
        RateOrder trivial = new PowerOrder(claim.Kind == ClaimKind.Upper ? 0.01 : 50);
        ClaimResult result = Check(
            claim with { Order = trivial, Twins = [.. claim.Twins.Where(t => t.Change == TwinChange.Order)] }, Entries.Quick);
        Assert.Equal(Verdict.Inconclusive, result.Verdict);
        Assert.Equal("none", result.Power);
    }

    [Theory]
    [MemberData(nameof(Entries.SampledIds), MemberType = typeof(Entries))]
    public void Any_sample_obeys_the_claim(string id)
    {
        Claim claim = Entries.Of(id) with { Twins = [] };
        Claim sampled = claim with { Instances = [.. claim.Instances.Where(i => i.IsSampled)] };
        Arbitrary<int> index = Arb.From(Gen.Choose(0, 1_000_000));
        FsCheck.Check.One(
            Drawn.Cases(20),
            Prop.ForAll(index, i => Check(sampled, new CheckOptions { Samples = 1, FirstSample = i, Jobs = 1 }).Verdict != Verdict.Refuted));
    }

    [Theory]
    [InlineData("gd-convex-exact")]
    [InlineData("ogm-exact-minimax")]
    public void Exact_worst_cases_reach_ratio_one_at_every_horizon(string id)
    {
        Claim claim = Entries.Of(id);
        foreach (int horizon in new[] { 1, 2, 5, 20, 100 })
        {
            ClaimResult result = Check(claim with { Horizons = [horizon], Instances = [claim.Instances[0]], Twins = [] }, Entries.Quick);
            Assert.Equal(1, result.Tightness, 1e-12);
        }
    }

    private static ClaimResult Check(Claim claim, CheckOptions options) => ClaimChecker.Check(claim, options, TestContext.Current.CancellationToken).Result;

    private static bool BoundsFromBelow(Claim claim) => claim.Kind is ClaimKind.Lower or ClaimKind.Negative;

    private static string Trivial(Claim claim) => BoundsFromBelow(claim) ? "0" : "1/0";

    private static string Impossible(Claim claim) => BoundsFromBelow(claim) ? "1/0" : "0";
}
