using TheoryLab.Claims;

namespace TheoryLab.ProofsChecks.Tests;

/// <summary>The catalogue as test data, by id so that a test's name says which claim it is about.</summary>
public static class Entries
{
    private static readonly Catalogue Catalogue = Catalogue.Of(typeof(CatalogueMarker).Assembly);

    /// <summary>Few samples: the named instances carry equality and power.</summary>
    public static CheckOptions Quick { get; } = new() { Samples = 3, Shrink = false };

    public static IReadOnlyList<Claim> All => Catalogue.Claims;

    public static IEnumerable<TheoryDataRow<string>> Ids => Catalogue.Claims.Select(c => new TheoryDataRow<string>(c.Id));

    public static IEnumerable<TheoryDataRow<string>> SampledIds =>
        Catalogue.Claims.Where(c => c.Instances.Any(i => i.IsSampled)).Select(c => new TheoryDataRow<string>(c.Id));

    public static IEnumerable<TheoryDataRow<string>> PointwiseIds =>
        Catalogue.Claims.Where(c => c is { Bound: not null, Kind: not (ClaimKind.Limit or ClaimKind.Identity) }).Select(c => new TheoryDataRow<string>(c.Id));

    public static IEnumerable<TheoryDataRow<string>> EqualityIds =>
        Catalogue.Claims.Where(c => c.Kind is ClaimKind.Limit or ClaimKind.Identity).Select(c => new TheoryDataRow<string>(c.Id));

    /// <summary>Orders from one side; a Theta leaves no room on either, so that there is none that nothing can miss.</summary>
    public static IEnumerable<TheoryDataRow<string>> OrderIds =>
        Catalogue.Claims.Where(c => c.IsOrderClaim && c.Kind != ClaimKind.Order).Select(c => new TheoryDataRow<string>(c.Id));

    public static IEnumerable<TheoryDataRow<string, string>> Twins =>
        Catalogue.Claims.SelectMany(c => c.Twins.Select(t => new TheoryDataRow<string, string>(c.Id, t.Name)));

    public static Claim Of(string id) => Catalogue.Find(id);
}
