using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.ProofsChecks;

namespace TheoryLab.Testing.Tests;

/// <summary>Claims of the catalogue as tests.</summary>
public sealed class ClaimTests
{
    private static readonly CheckOptions Quick = new() { Samples = 2 };

    private static Claim True => Catalogue.Of(typeof(CatalogueMarker).Assembly).Find("gd-convex-exact");

    [Fact, CheckClaim("gd-convex-exact", Instances = 2)]
    public void A_claim_that_stands_lets_the_body_run()
    {
    }

    [Fact, CheckClaim("Claims/true.yaml")]
    public void So_does_one_of_a_file()
    {
    }

    [Fact]
    public void A_false_claim_of_a_file_fails_and_its_replay_names_the_file()
    {
        RateException e = Assert.Throws<RateException>(() => new CheckClaimAttribute("Claims/false.yaml").Before(null!, null!));
        Assert.Equal(Verdict.Refuted, e.Verdict);
        Assert.StartsWith("my-gradient-descent: refuted: ", e.Message, StringComparison.Ordinal);
        Assert.Contains($"repeat: theorylab check {Path.Combine(AppContext.BaseDirectory, "Claims", "false.yaml")} --seed", e.Message, StringComparison.Ordinal);
        Assert.Contains("nothing.yaml", Assert.Throws<InputException>(() => new CheckClaimAttribute("nothing.yaml").Before(null!, null!)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gd-convex-exact")]
    [InlineData("fw-openloop-gap")]
    public void Many_claims_are_rows_of_a_theory(string id) => ClaimAssert.Holds(id, Quick);

    [Fact]
    public void A_false_claim_fails_with_verdict_witness_and_replay()
    {
        Claim half = True with { Id = "half", Bound = "L*R^2/(8*N+4)" };
        RateException e = Assert.Throws<RateException>(() => ClaimAssert.Holds(half, Quick));
        Assert.Equal(Verdict.Refuted, e.Verdict);
        Assert.StartsWith("half: refuted: gradient-descent on huber", e.Message, StringComparison.Ordinal);
        Assert.Contains("witness: gradient-descent on huber", e.Message, StringComparison.Ordinal);
        Assert.Contains("k = 1 of 1", e.Message, StringComparison.Ordinal);
        Assert.EndsWith($"repeat: theorylab check half --seed {Seeds.Default} --instances 2", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_inconclusive_claim_fails_unless_that_is_allowed()
    {
        Claim powerless = True with { Twins = [] };
        Assert.Equal(Verdict.Inconclusive, Assert.Throws<RateException>(() => ClaimAssert.Holds(powerless, Quick)).Verdict);
        ClaimAssert.Holds(powerless, Quick, allowInconclusive: true);
    }

    [Fact]
    public void The_attribute_passes_its_settings_on()
    {
        // A claim from iteration 1 on, seen for one iteration only, leaves an order undecided.
        CheckClaimAttribute strict = new("fw-wolfe-zigzag-lower") { Iterations = 3, Instances = 1 };
        Assert.Equal(Verdict.Inconclusive, Assert.Throws<RateException>(() => strict.Before(null!, null!)).Verdict);
        new CheckClaimAttribute("fw-wolfe-zigzag-lower") { Iterations = 3, Instances = 1, AllowInconclusive = true }.Before(null!, null!);
    }

    [Fact]
    public void An_unknown_claim_is_named_with_its_neighbour() => Assert.Contains(
        "Did you mean 'gd-convex-exact'?", Assert.Throws<InputException>(() => new CheckClaimAttribute("gd-convex-exakt").Before(null!, null!)).Message, StringComparison.Ordinal);
}
