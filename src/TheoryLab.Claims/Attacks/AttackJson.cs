using System.Text.Json;
using System.Text.Json.Serialization;

namespace TheoryLab.Claims;

/// <summary>How attacks are written: as results are.</summary>
public static class AttackJson
{
    private static readonly AttackContext Compact = new(ResultJson.Format());

    /// <summary>A finished attack as one line.</summary>
    /// <param name="result">The result.</param>
    public static string Write(AttackResult result) => JsonSerializer.Serialize(result, Compact.AttackResult);

    /// <summary>Several finished attacks as one document, an array.</summary>
    /// <param name="results">The results.</param>
    public static string Write(AttackResult[] results) => JsonSerializer.Serialize(results, Compact.AttackResultArray);

    /// <summary>The description of a sweep.</summary>
    /// <param name="info">What is attacked.</param>
    public static string Write(AttackSweepInfo info) => JsonSerializer.Serialize(info, Compact.AttackSweepInfo);

    internal static AttackResult ReadResult(string text) =>
        JsonSerializer.Deserialize(text, Compact.AttackResult) is { Claim: not null, Best: { Method: not null, Parameters: not null } } result ? result : throw new JsonException("it holds no result");

    internal static AttackSweepInfo ReadSweep(string text) =>
        JsonSerializer.Deserialize(text, Compact.AttackSweepInfo) is { Command: not null, Claims: { } claims } info && claims.All(IsName) && claims.Distinct().Count() == claims.Count
            ? info : throw new JsonException("it names no claims");

    internal static string Write(AttackHeader header) => JsonSerializer.Serialize(header, Compact.AttackHeader);

    internal static string Write(AttackBatch batch) => JsonSerializer.Serialize(batch, Compact.AttackBatch);

    internal static AttackHeader? ReadHeader(string line) => JsonSerializer.Deserialize(line, Compact.AttackHeader);

    internal static AttackBatch? ReadBatch(string line) => JsonSerializer.Deserialize(line, Compact.AttackBatch);

    // A claim is the name of a folder, and of none outside.
    private static bool IsName(string? claim) => claim is { Length: > 0 } and not ("." or "..") && claim.AsSpan().IndexOfAny('/', '\\', '\0') < 0;
}

/// <summary>The first line of attack.jsonl: everything on which the points of an attack depend.</summary>
internal sealed record AttackHeader(string Schema, string Claim, string? Twin, int Seed, bool SampledOnly, string Version);

/// <summary>A finished batch. The points follow from the values before, so the values are all the state there is.</summary>
/// <param name="Phase">Sweep or local.</param>
/// <param name="Evaluations">How many evaluations there are with this batch.</param>
/// <param name="Best">The largest ratio so far.</param>
/// <param name="Probes">What each point of the batch gave.</param>
internal sealed record AttackBatch(AttackPhase Phase, int Evaluations, double Best, AttackProbe[] Probes);

/// <summary>What one run gave: its largest ratio, where, and whether it is a confirmed violation.</summary>
internal sealed record AttackProbe(double Ratio, int Iteration, double Measured, double Bound, bool Confirmed)
{
    /// <summary>A run that compares nothing, or parameters that the family refuses.</summary>
    public static AttackProbe Nothing { get; } = new(double.NegativeInfinity, 0, double.NaN, double.NaN, false);
}

[JsonSerializable(typeof(AttackResult))]
[JsonSerializable(typeof(AttackResult[]))]
[JsonSerializable(typeof(AttackSweepInfo))]
[JsonSerializable(typeof(AttackHeader))]
[JsonSerializable(typeof(AttackBatch))]
internal sealed partial class AttackContext : JsonSerializerContext;
