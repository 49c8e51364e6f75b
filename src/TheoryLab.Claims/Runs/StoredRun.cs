using System.Text.Json;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>A run that a folder holds, as it was written: what <c>merge</c> and <c>report</c> read.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Info">What was to be run.</param>
/// <param name="Results">What is finished, in the order of the file.</param>
/// <param name="Lines">The lines of results.jsonl, one per result.</param>
public sealed record StoredRun(string Path, RunInfo Info, IReadOnlyList<ClaimResult> Results, IReadOnlyList<string> Lines) : ISweepPart<StoredRun>
{
    // A result has a few kilobytes, and its id stands in the description.
    private const int LargestResults = 512 << 20, LargestInfo = 16 << 20;

    /// <summary>Reads a folder; a last line without its end, as a killed run leaves it, is passed over.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="InputException">It holds no run, or files that are none.</exception>
    public static StoredRun Read(string path)
    {
        string info = System.IO.Path.Combine(path, RunFolder.InfoName), results = System.IO.Path.Combine(path, RunFolder.ResultsName);
        if (!File.Exists(info) || !File.Exists(results))
        {
            throw new InputException($"The folder '{path}' holds no run; 'theorylab check --out {path}' makes one.");
        }

        try
        {
            // The run may be under way: its writer keeps the file open.
            string text = InputFile.Text(results, LargestResults, mayBeEmpty: true);
            string[] lines = text[..(text.LastIndexOf('\n') + 1)].Split('\n')[..^1];
            ClaimResult[] finished = [.. lines.Select((line, i) => ReadLine(results, line, i + 1))];
            return finished.GroupBy(r => r.Claim).FirstOrDefault(g => g.Count() > 1) is { } twice
                ? throw new InputException($"{results} holds two results of {twice.Key}; remove one of them or choose another folder.")
                : new(path, ReadInfo(info), finished, lines);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The run in '{path}' cannot be read: {e.Message.TrimEnd('.')}; mend its permissions, or choose another folder.", e);
        }
    }

    /// <summary>The file of a claim's curve.</summary>
    /// <param name="claim">The claim's id.</param>
    public string Curve(string claim) => System.IO.Path.Combine(Path, "traces", claim + ".csv");

    /// <inheritdoc/>
    ShardIndex? ISweepPart<StoredRun>.Shard => Info.Shard;

    /// <inheritdoc/>
    string ISweepPart<StoredRun>.WholeCommand => WholeCommand;

    /// <inheritdoc/>
    IReadOnlyList<string> ISweepPart<StoredRun>.OwnClaims => Info.Claims;

    /// <summary>The command without the options that concern one shard.</summary>
    internal string WholeCommand => string.Join(' ', CommandWords.Without(Info.Command.Split(' '), ["--shard", "--out", "--report"], ["--resume"]));

    /// <inheritdoc/>
    bool ISweepPart<StoredRun>.IsFinished(string claim) => Results.Any(r => r.Claim == claim) && File.Exists(Curve(claim));

    /// <inheritdoc/>
    IEnumerable<string> ISweepPart<StoredRun>.Differences(StoredRun other) => Info.SweepDifferences(other.Info);

    private static ClaimResult ReadLine(string file, string line, int number)
    {
        try
        {
            return ResultJson.Read(line);
        }
        catch (JsonException e)
        {
            throw new InputException($"{file}, line {number}: not a result ({e.Message}); remove the line or choose another folder.", e);
        }
    }

    internal static RunInfo ReadInfo(string file)
    {
        try
        {
            return ResultJson.ReadInfo(InputFile.Text(file, LargestInfo));
        }
        catch (JsonException e)
        {
            throw new InputException($"{file} is not the description of a run ({e.Message}); choose another folder.", e);
        }
    }
}
