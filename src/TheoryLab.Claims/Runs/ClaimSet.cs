namespace TheoryLab.Claims;

/// <summary>The claims of a run and the files that they were read from: what must not change while the run goes on.</summary>
/// <param name="Claims">Ids, in their order.</param>
/// <param name="Files">The SHA-256 digest of the file of each claim that was read from one; null if none was.</param>
/// <param name="Data">The digests of the data files that such a file names, by claim and by path; null if none names any.</param>
internal sealed record ClaimSet(
    IReadOnlyList<string> Claims, IReadOnlyDictionary<string, string>? Files, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? Data)
{
    // Enough of a digest to tell two apart by eye.
    private const int ShownDigest = 8;

    /// <summary>The digest of a claim's file; null for a claim of the catalogue.</summary>
    public string? Digest(string claim) => Files?.GetValueOrDefault(claim);

    /// <summary>How the claims of a command differ from these, a clause each.</summary>
    public IEnumerable<string> Differences(ClaimSet now)
    {
        string[] gone = [.. Claims.Except(now.Claims)], added = [.. now.Claims.Except(Claims)];
        if (gone.Length > 0)
        {
            yield return $"it has {Some(gone)}, which this command leaves out";
        }

        if (added.Length > 0)
        {
            yield return $"it lacks {Some(added)}, which this command names";
        }

        if (gone.Length + added.Length == 0 && !Claims.SequenceEqual(now.Claims))
        {
            yield return "its claims are in another order";
        }

        foreach (string change in FileChanges(now))
        {
            yield return change;
        }
    }

    /// <summary>How the files of the claims that both have differ, a clause each.</summary>
    public IEnumerable<string> FileChanges(ClaimSet now)
    {
        string[] common = [.. Claims.Intersect(now.Claims)];
        return common.Where(c => Digest(c) != now.Digest(c)).Select(c => (Digest(c), now.Digest(c)) switch
        {
            (null, _) => $"{c} was a claim of the catalogue, now it is read from a file",
            (_, null) => $"{c} was read from a file, now it is a claim of the catalogue",
            ({ } before, { } after) => $"the file of {c} has changed ({Change(before, after)})",
        }).Concat(common.Where(c => Digest(c) == now.Digest(c)).SelectMany(c => DataChanges(c, now)));
    }

    /// <summary>A few claims by name.</summary>
    // A folder may hold hundreds of claims.
    public static string Some(string[] claims) => claims.Length <= 3 ? string.Join(", ", claims) : FormattableString.Invariant($"{claims[0]} and {claims.Length - 1} others");

    private IEnumerable<string> DataChanges(string claim, ClaimSet now)
    {
        IReadOnlyDictionary<string, string> after = now.DataOf(claim);
        return DataOf(claim).Where(f => after.TryGetValue(f.Key, out string? digest) && digest != f.Value)
            .Select(f => $"the data file {f.Key} of {claim} has changed ({Change(f.Value, after[f.Key])})");
    }

    private IReadOnlyDictionary<string, string> DataOf(string claim) => Data?.GetValueOrDefault(claim) ?? new Dictionary<string, string>();

    private static string Change(string before, string after) => $"digest {before[..ShownDigest]}, now {after[..ShownDigest]}";
}
