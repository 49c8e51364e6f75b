using System.Text;
using System.Text.Json;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>
/// The folder of an attack: attack.jsonl (a header, then a line per finished batch, forced to disk) and, at the end, attack.json. Continued, an
/// attack takes the stored values in place of its runs and ends as an undisturbed one; more evaluations than before may be asked for.
/// </summary>
public sealed class AttackFolder : IDisposable
{
    /// <summary>The names of the batches and of the result.</summary>
    internal const string LogName = "attack.jsonl", ResultName = "attack.json";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly string _path;
    private readonly FileStream _log;
    private readonly Queue<(AttackBatch Batch, long Start)> _stored = [];

    private AttackFolder(string path, FileStream log) => (_path, _log) = (path, log);

    /// <summary>Begins an attack in a folder, or goes on with one.</summary>
    /// <param name="path">The folder; created if missing.</param>
    /// <param name="claim">The claim's id.</param>
    /// <param name="options">The options.</param>
    /// <param name="resume">Whether to go on with the attack that the folder holds.</param>
    /// <exception cref="InputException">The folder holds an attack already, holds another one, is in use, or cannot be written.</exception>
    public static AttackFolder Open(string path, string claim, AttackOptions options, bool resume)
    {
        AttackHeader header = new("theorylab-attack-log/1", claim, options.Twin, options.Seed, options.SampledOnly, ClaimChecker.Version);
        try
        {
            if (File.Exists(Path.Combine(path, RunFolder.InfoName)))
            {
                throw new InputException($"The folder '{path}' holds a run of check; choose another folder.");
            }

            Directory.CreateDirectory(path);
            AttackFolder folder = new(path, new(Path.Combine(path, LogName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            try
            {
                folder._log.ThrowIfNoFile();
                folder.Recover(header, resume);
                return folder;
            }
            catch
            {
                folder.Dispose();
                throw;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The folder '{path}' cannot be used for an attack: {OutputPath.Trouble(Path.Combine(path, LogName), e)}; choose a folder that you may write to, on a disk with room.", e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _log.Dispose();

    /// <summary>The stored values of the next batch; null where there are none, or where an attack with fewer evaluations had cut it short.</summary>
    internal AttackProbe[]? Take(AttackPhase phase, int count)
    {
        if (!_stored.TryDequeue(out (AttackBatch Batch, long Start) next))
        {
            return null;
        }

        if (next.Batch.Phase == phase && next.Batch.Probes.Length == count)
        {
            return next.Batch.Probes;
        }

        _stored.Clear();
        _log.SetLength(next.Start);
        _log.Position = next.Start;
        return null;
    }

    internal void Append(AttackBatch batch) => AppendLine(AttackJson.Write(batch));

    internal void Finish(AttackResult result) => ReplacedFile.Write(Path.Combine(_path, ResultName), AttackJson.Write(result) + "\n");

    private void Recover(AttackHeader header, bool resume)
    {
        byte[] bytes = new byte[_log.Length];
        _log.ReadExactly(bytes);
        int start = 0, line = 0;
        for (int end = Array.IndexOf(bytes, (byte)'\n'); end >= 0; end = Array.IndexOf(bytes, (byte)'\n', start))
        {
            string text = Utf8.GetString(bytes, start, end - start);
            line++;
            try
            {
                if (line == 1)
                {
                    Admit(AttackJson.ReadHeader(text), header, resume);
                }
                else
                {
                    _stored.Enqueue((AttackJson.ReadBatch(text)!, start));
                }
            }
            catch (JsonException e)
            {
                throw new InputException($"{_log.Name}, line {line}: not a batch of an attack ({e.Message}); choose another folder.", e);
            }

            start = end + 1;
        }

        // A line that was being written when the attack was killed goes.
        _log.SetLength(start);
        _log.Position = start;
        if (line == 0)
        {
            AppendLine(AttackJson.Write(header));
        }
    }

    private void Admit(AttackHeader? stored, AttackHeader header, bool resume)
    {
        if (!resume)
        {
            throw new InputException($"The folder '{_path}' already holds an attack; add --resume to go on with it, or choose another folder.");
        }

        if (stored != header)
        {
            throw new InputException($"The folder '{_path}' holds another attack: {string.Join("; ", Differences(stored, header))}. Undo that, or choose another folder.");
        }
    }

    private static IEnumerable<string> Differences(AttackHeader? before, AttackHeader now) =>
        OptionDifferences.Of(
            ("format", before?.Schema, now.Schema),
            ("claim", before?.Claim, now.Claim),
            ("--twin", before?.Twin, now.Twin),
            ("--seed", before?.Seed, now.Seed),
            ("--sampled", before?.SampledOnly, now.SampledOnly),
            ("version", before?.Version, now.Version));

    private void AppendLine(string line)
    {
        _log.Write(Utf8.GetBytes(line + "\n"));
        _log.Flush(flushToDisk: true);
    }
}
