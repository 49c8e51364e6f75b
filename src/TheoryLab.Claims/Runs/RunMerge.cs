using System.Text;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>
/// Joins the runs of all shards of one sweep. Shard i of n checked the claims i, i + n, i + 2n, …, so the claims of the whole sweep are the shards' claims
/// dealt out in turn; lines and curves are copied as they are, so that the results are those of the unsplit run byte for byte, timings aside.
/// </summary>
public static class RunMerge
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the joined run.</summary>
    /// <param name="folders">One folder per shard, in any order.</param>
    /// <param name="output">The folder to write; it must hold no run.</param>
    /// <returns>The joined run.</returns>
    /// <exception cref="InputException">The folders are not all shards of one sweep, one of them is not finished, or the output cannot be written.</exception>
    public static StoredRun Merge(IReadOnlyList<string> folders, string output)
    {
        StoredRun[] shards = InOrder([.. folders.Select(StoredRun.Read)]);
        int claims = shards.Sum(s => s.Info.Claims.Count);
        (StoredRun Run, int Line)[] order = [.. Enumerable.Range(0, claims).Select(i => (shards[i % shards.Length], i / shards.Length))];
        RunInfo info = shards[0].Info with
        {
            Command = Unsplit(shards[0].Info),
            Claims = [.. order.Select(o => o.Run.Info.Claims[o.Line])],
            Shard = null,
            Files = order.All(o => o.Run.Info.Files is null) ? null : order.Where(o => o.Run.Info.Digest(o.Run.Info.Claims[o.Line]) is not null)
                .ToDictionary(o => o.Run.Info.Claims[o.Line], o => o.Run.Info.Digest(o.Run.Info.Claims[o.Line])!),
            Data = shards.All(s => s.Info.Data is null) ? null : shards.SelectMany(s => s.Info.Data ?? new Dictionary<string, IReadOnlyDictionary<string, string>>()).ToDictionary(),
            Date = shards.Min(s => s.Info.Date),
        };
        string results = string.Concat(order.Select(o => o.Run.Lines[o.Line] + "\n"));
        try
        {
            if (File.Exists(Path.Combine(output, "run.json")) || File.Exists(Path.Combine(output, "results.jsonl")))
            {
                throw new InputException($"The folder '{output}' already holds a run; choose another folder.");
            }

            Directory.CreateDirectory(Path.Combine(output, "traces"));
            foreach ((StoredRun run, int line) in order)
            {
                string claim = run.Info.Claims[line];
                File.Copy(run.Curve(claim), Path.Combine(output, "traces", claim + ".csv"), overwrite: true);
            }

            File.WriteAllText(Path.Combine(output, "results.jsonl"), results, Utf8);
            File.WriteAllText(Path.Combine(output, "run.json"), ResultJson.Write(info) + "\n", Utf8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The joined run cannot be written to '{output}': {OutputPath.Trouble(Path.Combine(output, "run.json"), e)}; choose a folder that you may write to, on a disk with room.", e);
        }

        return StoredRun.Read(output);
    }

    /// <summary>The shards 1 to n, each finished and all of one sweep.</summary>
    private static StoredRun[] InOrder(StoredRun[] runs)
    {
        foreach (StoredRun run in runs)
        {
            if (run.Info.Shard is not { } shard)
            {
                throw new InputException($"The run in '{run.Path}' is no shard: it was made without --shard; leave it out.");
            }

            int count = runs[0].Info.Shard!.Value.Count;
            string[] differences = [.. runs[0].Info.SweepDifferences(run.Info), .. shard.Count == count ? [] : (string[])[FormattableString.Invariant($"one is of {count} shards, the other of {shard.Count}")]];
            if (differences.Length > 0)
            {
                throw new InputException($"The runs in '{runs[0].Path}' and '{run.Path}' are shards of different sweeps: {string.Join("; ", differences)}. Name the shards of one sweep, made with the same options and version.");
            }

            if (runs.FirstOrDefault(r => r != run && r.Info.Shard == shard) is { } other)
            {
                throw new InputException($"'{run.Path}' and '{other.Path}' both hold shard {shard}; name one of them.");
            }
        }

        RunInfo first = runs[0].Info;
        int shardCount = first.Shard!.Value.Count;
        if (Enumerable.Range(1, shardCount).FirstOrDefault(i => runs.All(r => r.Info.Shard!.Value.Index != i)) is > 0 and var missing)
        {
            throw new InputException($"Shard {missing}/{shardCount} is missing; make it with: {Unsplit(first)} --shard {missing}/{shardCount} --out DIR");
        }

        StoredRun[] ordered = [.. runs.OrderBy(r => r.Info.Shard!.Value.Index)];
        foreach (StoredRun run in ordered)
        {
            if (run.Info.Claims.FirstOrDefault(c => run.Results.All(r => r.Claim != c) || !File.Exists(run.Curve(c))) is { } open)
            {
                throw new InputException(
                    $"Shard {run.Info.Shard} in '{run.Path}' is not finished: {run.Results.Count} of {run.Info.Claims.Count} claims, {open} is missing; go on with it: {Unsplit(run.Info)} --shard {run.Info.Shard} --out {run.Path} --resume");
            }
        }

        // Shards of one list differ in length by one at most, the longer ones first.
        return ordered.Zip(ordered.Skip(1)).All(p => p.First.Info.Claims.Count >= p.Second.Info.Claims.Count) && ordered[0].Info.Claims.Count - ordered[^1].Info.Claims.Count <= 1
            ? ordered
            : throw new InputException("The shards do not come from one list of claims: their lengths differ by more than one; make them with the same claims.");
    }

    /// <summary>The command without the options that concern one shard.</summary>
    private static string Unsplit(RunInfo info)
    {
        List<string> words = [.. info.Command.Split(' ')];
        foreach (string option in (string[])["--shard", "--out", "--report"])
        {
            int at = words.FindIndex(w => w == option || w.StartsWith(option + "=", StringComparison.Ordinal));
            if (at >= 0)
            {
                words.RemoveRange(at, Math.Min(words[at] == option ? 2 : 1, words.Count - at));
            }
        }

        words.RemoveAll(w => w == "--resume");
        return string.Join(' ', words);
    }
}
