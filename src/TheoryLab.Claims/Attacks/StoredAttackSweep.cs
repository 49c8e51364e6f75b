using System.Text.Json;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>A sweep of attacks that a folder holds, as it was written: what <c>merge</c> reads.</summary>
/// <param name="Path">The folder.</param>
/// <param name="Info">What was to be attacked.</param>
public sealed record StoredAttackSweep(string Path, AttackSweepInfo Info) : ISweepPart<StoredAttackSweep>
{
    // Ids, digests and a seed for each claim; one attack has some kilobytes.
    private const int LargestInfo = 16 << 20, LargestResult = 16 << 20;

    /// <inheritdoc/>
    ShardIndex? ISweepPart<StoredAttackSweep>.Shard => Info.Shard;

    /// <inheritdoc/>
    string ISweepPart<StoredAttackSweep>.WholeCommand => Info.Command;

    /// <inheritdoc/>
    IReadOnlyList<string> ISweepPart<StoredAttackSweep>.OwnClaims => Info.OwnClaims;

    /// <summary>Whether a folder holds a sweep of attacks.</summary>
    /// <param name="path">The folder.</param>
    public static bool IsIn(string path) => File.Exists(InfoFile(path));

    /// <summary>Reads a folder.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="InputException">It holds no sweep of attacks, or a file that is no description of one.</exception>
    public static StoredAttackSweep Read(string path) => IsIn(path) ? new(path, ReadInfo(InfoFile(path)))
        : throw new InputException($"The folder '{path}' holds no sweep of attacks; 'theorylab attack ID ID --out {path}' makes one.");

    /// <inheritdoc/>
    bool ISweepPart<StoredAttackSweep>.IsFinished(string claim) => File.Exists(System.IO.Path.Combine(Path, claim, AttackFolder.LogName)) && ResultOf(Path, Info, claim) is not null;

    /// <inheritdoc/>
    IEnumerable<string> ISweepPart<StoredAttackSweep>.Differences(StoredAttackSweep other) => Info.SweepDifferences(other.Info);

    internal static AttackSweepInfo ReadInfo(string file)
    {
        try
        {
            return AttackJson.ReadSweep(InputFile.Text(file, LargestInfo));
        }
        catch (JsonException e)
        {
            throw new InputException($"{file} is not the description of a sweep of attacks ({e.Message}); choose another folder.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The file '{file}' cannot be read: {e.Message.TrimEnd('.')}; mend its permissions, or choose another folder.", e);
        }
    }

    /// <summary>The stored result of a claim; null if there is none that the sweep made.</summary>
    internal static AttackResult? ResultOf(string path, AttackSweepInfo info, string claim)
    {
        string file = System.IO.Path.Combine(path, claim, AttackFolder.ResultName);
        try
        {
            return File.Exists(file) && AttackJson.ReadResult(InputFile.Text(file, LargestResult)) is var result && info.Made(claim, result) ? result : null;
        }
        catch (JsonException e)
        {
            throw new InputException($"{file} is not the result of an attack ({e.Message}); remove it, and --resume makes it again.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The file '{file}' cannot be read: {e.Message.TrimEnd('.')}; mend its permissions, or choose another folder.", e);
        }
    }

    private static string InfoFile(string path) => System.IO.Path.Combine(path, AttackSweepFolder.InfoName);
}
