using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TheoryLab.Claims;

/// <summary>How results are written: camel case, one line, doubles in round-trip form, "Infinity" and "NaN" as strings.</summary>
public static class ResultJson
{
    private static readonly ResultContext Compact = new(Format());

    /// <summary>The format, anew for each context that it is bound to.</summary>
    internal static JsonSerializerOptions Format() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new ParameterValueJson() },
    };

    /// <summary>One result as one line.</summary>
    /// <param name="result">The result.</param>
    public static string Write(ClaimResult result) => JsonSerializer.Serialize(result, Compact.ClaimResult);

    /// <summary>A result from a line.</summary>
    /// <param name="line">What <see cref="Write(ClaimResult)"/> wrote.</param>
    /// <exception cref="JsonException">The line is not a result.</exception>
    public static ClaimResult Read(string line) =>
        JsonSerializer.Deserialize(line, Compact.ClaimResult) ?? throw new JsonException("The line holds no result.");

    /// <summary>A whole run as one document.</summary>
    /// <param name="run">Results and summary.</param>
    public static string Write(RunDocument run) => JsonSerializer.Serialize(run, Compact.RunDocument);

    /// <summary>A fit as one document.</summary>
    /// <param name="fit">The fit.</param>
    public static string Write(FitResult fit) => JsonSerializer.Serialize(fit, Compact.FitResult);

    /// <summary>Several fits as one document, an array.</summary>
    /// <param name="fits">The fits.</param>
    public static string Write(FitResult[] fits) => JsonSerializer.Serialize(fits, Compact.FitResultArray);

    /// <summary>Worst cases as one document, an array.</summary>
    /// <param name="answers">The worst cases.</param>
    public static string Write(WorstCaseAnswer[] answers) => JsonSerializer.Serialize(answers, Compact.WorstCaseAnswerArray);

    /// <summary>The description of a run.</summary>
    /// <param name="info">What was run.</param>
    public static string Write(RunInfo info) => JsonSerializer.Serialize(info, Compact.RunInfo);

    /// <summary>The description of a run from its file.</summary>
    /// <param name="text">What <see cref="Write(RunInfo)"/> wrote.</param>
    /// <exception cref="JsonException">The text is not such a description.</exception>
    public static RunInfo ReadInfo(string text) =>
        JsonSerializer.Deserialize(text, Compact.RunInfo) is { Claims: not null } info ? info : throw new JsonException("it names no claims");
}

/// <summary>A run on standard output.</summary>
/// <param name="Results">One object per claim.</param>
/// <param name="Summary">How many of each verdict.</param>
public sealed record RunDocument(IReadOnlyList<ClaimResult> Results, RunSummary Summary)
{
    /// <summary>The format of this object.</summary>
    [JsonPropertyOrder(-1)]
    public string Schema { get; init; } = "theorylab-run/1";

    /// <summary>What ended the run before all claims were checked; null if nothing did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RunFailure? Failure { get; init; }
}

/// <summary>What ended a run before all claims were checked.</summary>
/// <param name="Claim">The claim that was being checked.</param>
/// <param name="Status">The exit status.</param>
/// <param name="Message">What happened, where and how to mend it.</param>
public sealed record RunFailure(string Claim, int Status, string Message);

/// <summary>How many claims got each verdict.</summary>
/// <param name="Certified">Proved exactly as stated.</param>
/// <param name="Consistent">Obeyed by every sample.</param>
/// <param name="Refuted">Broken by a witness.</param>
/// <param name="Inconclusive">Undecided.</param>
public sealed record RunSummary(int Certified, int Consistent, int Refuted, int Inconclusive)
{
    /// <summary>Counts verdicts.</summary>
    /// <param name="results">The results.</param>
    public static RunSummary Of(IReadOnlyList<ClaimResult> results) => new(
        results.Count(r => r.Verdict == Verdict.Certified),
        results.Count(r => r.Verdict == Verdict.Consistent),
        results.Count(r => r.Verdict == Verdict.Refuted),
        results.Count(r => r.Verdict == Verdict.Inconclusive));
}

/// <summary>What run.json holds.</summary>
/// <param name="Command">The command line.</param>
/// <param name="Claims">The claims to be checked, in order.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Samples">Samples per specification, if set.</param>
/// <param name="Iterations">Iterations, if set.</param>
/// <param name="Backend">The backend.</param>
/// <param name="Version">The program's version.</param>
/// <param name="Runtime">The .NET runtime and operating system.</param>
/// <param name="Date">When the run began.</param>
public sealed record RunInfo(
    string Command,
    IReadOnlyList<string> Claims,
    int Seed,
    int? Samples,
    int? Iterations,
    string Backend,
    string Version,
    string Runtime,
    DateTimeOffset Date)
{
    /// <summary>The format of this object.</summary>
    [JsonPropertyOrder(-1)]
    public string Schema { get; init; } = "theorylab-run-info/1";

    /// <summary>Which shard of a sweep these claims are; null for a run that was not split.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ShardIndex? Shard { get; init; }

    /// <summary>The SHA-256 digest of the file of each claim that was read from one; null if none was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Files { get; init; }

    /// <summary>The digests of the data files that such a file names, by claim and by path as seen from the claim file; null if none names any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? Data { get; init; }

    /// <summary>Why a run with this description may not be continued by another, each reason a clause: everything but command, runtime and date must agree.</summary>
    /// <param name="now">The other.</param>
    /// <returns>The differences; none if it may be.</returns>
    public IReadOnlyList<string> Differences(RunInfo now) => [.. SweepDifferences(now), .. OptionDifferences.Of(("--shard", Shard, now.Shard)), .. Set.Differences(now.Set)];

    /// <summary>How two runs differ in seed, amounts, backend or version, whatever their claims.</summary>
    /// <param name="now">The other.</param>
    /// <returns>A clause each; none if they are parts of one sweep.</returns>
    public IEnumerable<string> SweepDifferences(RunInfo now) =>
        OptionDifferences.Of(
            ("--seed", Seed, now.Seed),
            ("--instances", Samples, now.Samples),
            ("--iterations", Iterations, now.Iterations),
            ("--backend", Backend, now.Backend),
            ("version", Version, now.Version));

    /// <summary>The digest of a claim's file; null for a claim of the catalogue.</summary>
    internal string? Digest(string claim) => Set.Digest(claim);

    private ClaimSet Set => new(Claims, Files, Data);
}

[JsonSerializable(typeof(ClaimResult))]
[JsonSerializable(typeof(RunDocument))]
[JsonSerializable(typeof(RunInfo))]
[JsonSerializable(typeof(FitResult))]
[JsonSerializable(typeof(FitResult[]))]
[JsonSerializable(typeof(WorstCaseAnswer[]))]
internal sealed partial class ResultContext : JsonSerializerContext;
