using System.Reflection;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>A catalogue entry: one public type per claim, holding data only.</summary>
public abstract class ClaimDefinition
{
    /// <summary>The claim.</summary>
    public abstract Claim Claim { get; }
}

/// <summary>The claims of an assembly, found by type: adding one is adding a file.</summary>
public sealed class Catalogue
{
    private Catalogue(IReadOnlyList<Claim> claims) => Claims = claims;

    /// <summary>All claims, by topic and id.</summary>
    public IReadOnlyList<Claim> Claims { get; }

    /// <summary>Reads the entries of an assembly.</summary>
    /// <param name="assembly">An assembly with <see cref="ClaimDefinition"/>s.</param>
    public static Catalogue Of(Assembly assembly) => new(
        [.. assembly.GetTypes()
            .Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(ClaimDefinition)))
            .Select(t => ((ClaimDefinition)Activator.CreateInstance(t)!).Claim)
            .OrderBy(c => c.Topic, StringComparer.Ordinal)
            .ThenBy(c => c.Id, StringComparer.Ordinal)]);

    /// <summary>The claims of a family of claims.</summary>
    /// <param name="topic">Its name; null for all.</param>
    /// <exception cref="InputException">There is none.</exception>
    public IReadOnlyList<Claim> OfTopic(string? topic) =>
        topic is null ? Claims
        : Claims.Any(c => c.Topic == topic) ? [.. Claims.Where(c => c.Topic == topic)]
        : throw NearestName.Unknown("family of claims", topic, [.. Claims.Select(c => c.Topic).Distinct()]);

    /// <summary>The claim of an id.</summary>
    /// <param name="id">Its id.</param>
    /// <exception cref="InputException">There is none.</exception>
    public Claim Find(string id) =>
        Claims.FirstOrDefault(c => c.Id == id) ?? throw NearestName.Unknown("claim", id, [.. Claims.Select(c => c.Id)], "theorylab list claims");
}
