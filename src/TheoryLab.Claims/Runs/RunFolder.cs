using System.Text;
using System.Text.Json;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>
/// The folder of a run: run.json, results.jsonl (a line per finished claim, forced to disk before the next begins) and traces/ID.csv. A run that
/// is killed loses at most the claim under way; continued, it ends with the file that an undisturbed run would have written, timings aside.
/// </summary>
public sealed class RunFolder : IDisposable
{
    /// <summary>The names of the description and of the results.</summary>
    internal const string InfoName = "run.json", ResultsName = "results.jsonl";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly string _path;
    private readonly FileStream _lock;
    private readonly FileStream _results;

    private RunFolder(string path, FileStream held, FileStream results, IReadOnlyList<ClaimResult> finished) =>
        (_path, _lock, _results, Finished) = (path, held, results, finished);

    /// <summary>What earlier sittings of the run had finished.</summary>
    public IReadOnlyList<ClaimResult> Finished { get; }

    /// <summary>Begins a run in a folder, or goes on with one.</summary>
    /// <param name="path">The folder; created if missing.</param>
    /// <param name="info">What is to be run.</param>
    /// <param name="resume">Whether to go on with the run that the folder holds.</param>
    /// <exception cref="InputException">The folder holds a run already, holds another run, is in use, or cannot be written.</exception>
    public static RunFolder Open(string path, RunInfo info, bool resume)
    {
        string resultsFile = Path.Combine(path, ResultsName);
        try
        {
            if (StoredAttackSweep.IsIn(path))
            {
                throw new InputException($"The folder '{path}' holds a sweep of attacks; choose another folder.");
            }

            bool exists = FolderDescription.Admit(path, InfoName, resume, file => StoredRun.ReadInfo(file).Differences(info));

            // An empty one is of a run that was killed before it was described.
            if (!exists && new FileInfo(resultsFile) is { Exists: true, Length: > 0 })
            {
                throw new InputException($"The folder '{path}' holds results but no run.json to say of which run; choose another folder.");
            }

            Directory.CreateDirectory(Path.Combine(path, "traces"));
            FileStream held = FolderLock.Take(path);
            FileStream? results = null;
            try
            {
                // Without a buffer: what could not be written is not tried again when the file is closed.
                results = new(resultsFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
                results.ThrowIfNoFile();
                if (!exists)
                {
                    ReplacedFile.Write(Path.Combine(path, InfoName), ResultJson.Write(info) + "\n");
                }

                return new(path, held, results, Recover(results));
            }
            catch
            {
                results?.Dispose();
                held.Dispose();
                throw;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The folder '{path}' cannot be used for results: {OutputPath.Trouble(resultsFile, e)}; choose a folder that you may write to, on a disk with room.", e);
        }
    }

    /// <summary>Stores a finished claim: first its curve, then, in one write, its result.</summary>
    /// <param name="finished">The claim.</param>
    /// <exception cref="IOException">The disk is full or gone; what was stored before is intact.</exception>
    public void Append(CheckedClaim finished)
    {
        try
        {
            ReplacedFile.Write(FileOfCurve(_path, finished.Result.Claim), CurveFile.Text(finished.Curve));
            _results.Write(Utf8.GetBytes(ResultJson.Write(finished.Result) + "\n"));
            _results.Flush(flushToDisk: true);
        }
        catch (ArgumentOutOfRangeException e)
        {
            // What the framework makes of EFBIG: a quota, or a file system for small files.
            throw new IOException($"The file system takes no larger file in '{_path}'.", e);
        }
    }

    /// <summary>The stored curve of a finished claim.</summary>
    /// <param name="claim">The claim's id.</param>
    /// <exception cref="InputException">There is no such curve, or a damaged one.</exception>
    public IReadOnlyList<CurvePoint> CurveOf(string claim) => CurveFile.Read(FileOfCurve(_path, claim));

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _results.Dispose();
        }
        finally
        {
            _lock.Dispose();
        }
    }

    /// <summary>Every finished claim of a run with its curve, in the order in which they were finished.</summary>
    /// <param name="path">The folder.</param>
    /// <exception cref="InputException">The folder holds no run, or a damaged one.</exception>
    public static IReadOnlyList<CheckedClaim> Load(string path) => [.. StoredRun.Read(path).Results.Select(r => new CheckedClaim(r, CurveFile.Read(FileOfCurve(path, r.Claim))))];

    /// <summary>The stored result of a claim, or null.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="claim">The claim's id.</param>
    /// <exception cref="InputException">The folder holds no run.</exception>
    public static ClaimResult? Find(string path, string claim) => StoredRun.Read(path).Results.FirstOrDefault(r => r.Claim == claim);

    private static string FileOfCurve(string path, string claim) => Path.Combine(path, "traces", claim + ".csv");

    /// <summary>Reads what is finished and cuts off a last line that was being written when the run was killed.</summary>
    private static List<ClaimResult> Recover(FileStream results)
    {
        (List<ClaimResult> finished, long length) = Lines(results);
        results.SetLength(length);
        results.Position = length;
        return finished;
    }

    private static (List<ClaimResult> Results, long Length) Lines(FileStream file)
    {
        byte[] bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        List<ClaimResult> results = [];
        int start = 0;
        for (int end = Array.IndexOf(bytes, (byte)'\n'); end >= 0; end = Array.IndexOf(bytes, (byte)'\n', start))
        {
            try
            {
                results.Add(ResultJson.Read(Utf8.GetString(bytes, start, end - start)));
            }
            catch (JsonException e)
            {
                throw new InputException($"{file.Name}, line {results.Count + 1}: not a result ({e.Message}); remove the line or choose another folder.", e);
            }

            if (results[..^1].Any(r => r.Claim == results[^1].Claim))
            {
                throw new InputException($"{file.Name}, line {results.Count}: another result of {results[^1].Claim}; remove one of them or choose another folder.");
            }

            start = end + 1;
        }

        return (results, start);
    }
}
