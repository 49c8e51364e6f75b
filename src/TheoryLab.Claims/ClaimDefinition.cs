using System.Reflection;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>A catalogue entry: one public type per claim, holding data only.</summary>
public abstract class ClaimDefinition
{
    /// <summary>The claim.</summary>
    public abstract Claim Claim { get; }
}

/// <summary>
/// The claims of an assembly, found by type: adding one is adding a file. They are made when they are first asked for, and one claim is found by the name of its
/// type without making the others.
/// </summary>
public sealed class Catalogue
{
    private readonly IReadOnlyList<Type> _entries;
    private readonly Lazy<IReadOnlyList<Claim>> _claims;

    private Catalogue(IReadOnlyList<Type> entries)
    {
        _entries = entries;
        _claims = new(() => [.. entries.Select(Make).OrderBy(c => c.Topic, StringComparer.Ordinal).ThenBy(c => c.Id, StringComparer.Ordinal)]);
    }

    /// <summary>All claims, by topic and id.</summary>
    public IReadOnlyList<Claim> Claims => _claims.Value;

    /// <summary>The entries of an assembly.</summary>
    /// <param name="assembly">An assembly with <see cref="ClaimDefinition"/>s.</param>
    public static Catalogue Of(Assembly assembly) => new([.. assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(ClaimDefinition)))]);

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
        TryFind(id) ?? throw NearestName.Unknown("claim", id, [.. Claims.Select(c => c.Id)], "theorylab list claims");

    /// <summary>The claim of an id, or null.</summary>
    /// <param name="id">Its id.</param>
    public Claim? TryFind(string id)
    {
        // my-claim is MyClaim by custom, not by law: a claim named otherwise is found among them all.
        string name = id.Replace("-", string.Empty, StringComparison.Ordinal);
        return _entries.Where(t => string.Equals(t.Name, name, StringComparison.OrdinalIgnoreCase)).Select(Make).FirstOrDefault(c => c.Id == id)
            ?? Claims.FirstOrDefault(c => c.Id == id);
    }

    private static Claim Make(Type entry) => ((ClaimDefinition)Activator.CreateInstance(entry)!).Claim;
}
