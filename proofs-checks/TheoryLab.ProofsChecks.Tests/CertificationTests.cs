using System.Text.Json.Nodes;
using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.Problems;
using TheoryLab.Solvers;

namespace TheoryLab.ProofsChecks.Tests;

/// <summary>Which claims certificates prove, and that nothing else is taken for proved.</summary>
public sealed class CertificationTests
{
    private static readonly CertificateBook Kept = CertificateBook.Of(typeof(CatalogueMarker).Assembly);

    private static readonly Claim FiveSteps = Catalogue.Of(typeof(CatalogueMarker).Assembly).Find("gd-convex-five-steps");

    public static TheoryData<string, Claim> NotProved => new()
    {
        { "a smaller bound", FiveSteps with { Bound = "L*R^2/23" } },
        { "a bound smaller by a millionth", FiveSteps with { Bound = "L*R^2/22*(1-1/1000000)" } },
        { "a bound that scales otherwise", FiveSteps with { Bound = "L^2*R^2/22" } },
        { "a bound with a constant of the instance", FiveSteps with { Bound = "h0/11" } },
        { "another method", FiveSteps with { Methods = [new HeavyBall()] } },
        { "another method on another class", FiveSteps with { Methods = [new NesterovThree()], WholeClass = FiveSteps.WholeClass! with { Class = "smooth-strongly-convex" } } },
        { "another measure", FiveSteps with { WholeClass = FiveSteps.WholeClass! with { Measure = new SquaredDistance() } } },
        { "a horizon without a certificate", FiveSteps with { Bound = "L*R^2/(4*N+2)", WholeClass = FiveSteps.WholeClass! with { Horizons = [39] }, Horizons = [39] } },
        { "a lower bound", FiveSteps with { Kind = ClaimKind.Lower } },
        { "a measure that the certificates do not bound", FiveSteps with { Measure = new SquaredDistance() } },
        { "another quantity than the measure", FiveSteps with { Quantity = "2*h" } },
        { "a wrong scale", FiveSteps with { Bound = "L*R/22", WholeClass = FiveSteps.WholeClass! with { Scale = "L*R" } } },
        { "no statement about a class", FiveSteps with { WholeClass = null } },
    };

    [Theory]
    [InlineData("gd-convex-five-steps")]
    [InlineData("nag-three-ten-steps")]
    public void A_claim_about_named_horizons_is_certified_with_the_certificates_and_consistent_without(string id)
    {
        Claim claim = Catalogue.Of(typeof(CatalogueMarker).Assembly).Find(id);
        CheckOptions options = new() { Samples = 2, Jobs = 1 };
        Assert.Equal(Verdict.Certified, ClaimChecker.Check(claim, options with { Certificates = Kept }, cancellation: TestContext.Current.CancellationToken).Result.Verdict);
        Assert.Equal(Verdict.Consistent, ClaimChecker.Check(claim, options, cancellation: TestContext.Current.CancellationToken).Result.Verdict);
    }

    [Fact]
    public void A_claim_for_all_horizons_stays_consistent_and_lists_those_that_are_proved()
    {
        Claim claim = Catalogue.Of(typeof(CatalogueMarker).Assembly).Find("gd-convex-exact");
        ClaimResult result = ClaimChecker.Check(claim, new() { Samples = 2, Jobs = 1, Certificates = Kept }, cancellation: TestContext.Current.CancellationToken).Result;
        Assert.Equal(Verdict.Consistent, result.Verdict);
        Assert.Equal([.. Enumerable.Range(1, 20), 40], result.Certified!.Horizons);
    }

    [Fact]
    public void A_horizon_more_than_is_proved_is_not_covered()
    {
        Claim claim = FiveSteps with { Bound = "L*R^2/(4*N+2)", Horizons = [5, 39], WholeClass = FiveSteps.WholeClass! with { Horizons = [5, 39] } };
        CertifiedPart part = Kept.Proved(claim, cancellation: TestContext.Current.CancellationToken)!;
        Assert.Equal([5], part.Horizons);
        Assert.False(CertificateBook.Covers(claim, part));
    }

    [Theory]
    [MemberData(nameof(NotProved))]
    public void Nothing_else_is_proved(string what, Claim claim) => Assert.True(Kept.Proved(claim, cancellation: TestContext.Current.CancellationToken) is null, what);

    [Fact]
    public void A_certificate_that_was_touched_proves_nothing_of_the_claim()
    {
        string json = Resource("gradient-descent-smooth-convex-05.certificate.json");
        Assert.NotNull(CertificateBook.Of(json).Proved(FiveSteps, cancellation: TestContext.Current.CancellationToken));
        foreach (Action<JsonObject> edit in new Action<JsonObject>[]
        {
            f => f["assumptions"]!.AsArray().Add(JsonNode.Parse("""{ "kind": "initial-gradient", "i": ["f", "x0"], "value": "1/100", "multiplier": "0" }""")),
            f => f["assumptions"]![0]!["value"] = "1/2",
            f => f["functions"]!["f"]!["L"] = "1/2",
            f => f["points"]![3]!["x"]!.AsObject()["x0"] = "1/2",
            f => f["interpolation"]!.AsArray().RemoveAt(0),
            f => f["objective"]!["terms"]![0]!["weight"] = "1/2",
            f => f["bound"] = "1/23",
        })
        {
            JsonObject file = JsonNode.Parse(json)!.AsObject();
            edit(file);
            Assert.Null(CertificateBook.Of(file.ToJsonString()).Proved(FiveSteps, cancellation: TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(1, 7)]
    public void Scaling_f_and_space_scales_every_gap_by_L_R_squared_exactly(int smoothness, int radius)
    {
        foreach (IMethod method in new IMethod[] { new GradientDescent(), new NesterovThree() })
        {
            Rational tau = new(1, 11), L = new(smoothness, 5), R = radius;
            HostProblem<Rational> large = Huber.Exactly(L, tau, R), unit = Huber.Exactly<Rational>(1, tau, 1);
            IIteration<HostVector<Rational>> x = MethodStarter.Start(method, large, 8), z = MethodStarter.Start(method, unit, 8);
            for (int k = 0; k < 8; k++)
            {
                Assert.Equal(L * R * R * unit.PrimalGap(z.Iterate), large.PrimalGap(x.Iterate));
                x.Step(k);
                z.Step(k);
            }
        }
    }

    private static string Resource(string name)
    {
        using StreamReader reader = new(typeof(CatalogueMarker).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
