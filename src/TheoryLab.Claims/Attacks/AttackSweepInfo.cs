using System.Text.Json.Serialization;

namespace TheoryLab.Claims;

/// <summary>What sweep.json holds: everything on which the results of a sweep of attacks depend, and no time and no machine, so that two machines write the same.</summary>
/// <param name="Command">The command line without what does not matter for the results, see <see cref="Stated"/>.</param>
/// <param name="Claims">All claims of the sweep, in order, those of other shards too.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Evaluations">Runs for each claim; null if time alone ends an attack.</param>
/// <param name="Sampled">Whether named instances are left out.</param>
/// <param name="Version">The program's version.</param>
public sealed record AttackSweepInfo(string Command, IReadOnlyList<string> Claims, int Seed, int? Evaluations, bool Sampled, string Version)
{
    /// <summary>The format of this object.</summary>
    [JsonPropertyOrder(-1)]
    public string Schema { get; init; } = "theorylab-attack-sweep/1";

    /// <summary>Which of the claims this folder is about; null for all.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ShardIndex? Shard { get; init; }

    /// <summary>The time for each claim, as it was typed; null where evaluations alone end an attack.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Budget { get; init; }

    /// <summary>The seeds of claims that ask for another one; null if none does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, int>? Seeds { get; init; }

    /// <summary>The SHA-256 digest of the file of each claim that was read from one; null if none was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Files { get; init; }

    /// <summary>The digests of the data files that such a file names, by claim and by path as seen from the claim file; null if none names any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? Data { get; init; }

    /// <summary>The claims that this folder is about, in order.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> OwnClaims => (Shard ?? ShardIndex.Whole).Of(Claims);

    private ClaimSet Set => new(Claims, Files, Data);

    /// <summary>The command line of a sweep as it is stored: the same for all shards and for the unsplit sweep, however it is shown and wherever it is kept.</summary>
    /// <param name="arguments">The words behind the program's name.</param>
    public static string Stated(IEnumerable<string> arguments) =>
        string.Join(' ', CommandWords.Without(arguments, ["--shard", "--out", "--format", "--jobs"], ["--resume", "--quiet", "--no-color"]).Prepend("theorylab").Select(w => w.Contains(' ', StringComparison.Ordinal) ? $"\"{w}\"" : w));

    /// <summary>Why a sweep with this description may not be continued by another, a clause each.</summary>
    /// <param name="now">The other.</param>
    internal IReadOnlyList<string> Differences(AttackSweepInfo now) => [.. Options(now), .. OptionDifferences.Of(("--shard", Shard, now.Shard)), .. Set.Differences(now.Set)];

    /// <summary>Why the other is no shard of the same sweep, a clause each.</summary>
    /// <param name="other">The other.</param>
    internal IEnumerable<string> SweepDifferences(AttackSweepInfo other)
    {
        string[] foreign = [.. Claims.Except(other.Claims), .. other.Claims.Except(Claims)];
        string[] lists = foreign.Length > 0 ? [$"only one of them has {ClaimSet.Some(foreign)}"] : Claims.SequenceEqual(other.Claims) ? [] : ["their claims are in another order"];
        return [.. Options(other), .. lists, .. Set.FileChanges(other.Set)];
    }

    /// <summary>Whether a result is what this sweep makes of a claim: of its seed and version, and with its evaluations unless a violation ended it before.</summary>
    /// <param name="claim">The claim's id.</param>
    /// <param name="result">The result.</param>
    internal bool Made(string claim, AttackResult result) =>
        (result.Claim, result.Twin, result.Seed, result.Version) == (claim, null, Seeds?.GetValueOrDefault(claim, Seed) ?? Seed, Version)
        && (Budget is not null || result.Evaluations == Evaluations || (result.Violation is not null && result.Evaluations < Evaluations));

    private IEnumerable<string> Options(AttackSweepInfo now) => OptionDifferences.Of(
        ("--seed", Seed, now.Seed),
        ("seeds of claim files", SeedText, now.SeedText),
        ("--evaluations", Evaluations, now.Evaluations),
        ("--budget", Budget, now.Budget),
        ("--sampled", Sampled, now.Sampled),
        ("version", Version, now.Version));

    private string? SeedText => Seeds is null ? null : string.Join(", ", Seeds.Select(s => FormattableString.Invariant($"{s.Key} {s.Value}")));
}
