namespace TheoryLab.Claims;

/// <summary>What one machine did of a sweep that was split by claim, whatever was done with the claims.</summary>
/// <typeparam name="TSelf">The part itself, which compares itself with others of its kind.</typeparam>
internal interface ISweepPart<TSelf>
    where TSelf : ISweepPart<TSelf>
{
    /// <summary>The folder.</summary>
    string Path { get; }

    /// <summary>Which part it is; null for a sweep that was not split.</summary>
    ShardIndex? Shard { get; }

    /// <summary>The command that would make the whole sweep.</summary>
    string WholeCommand { get; }

    /// <summary>The claims of this part, in their order.</summary>
    IReadOnlyList<string> OwnClaims { get; }

    /// <summary>Whether everything of a claim is there.</summary>
    bool IsFinished(string claim);

    /// <summary>Why the other is no part of the same sweep, a clause each.</summary>
    IEnumerable<string> Differences(TSelf other);
}
