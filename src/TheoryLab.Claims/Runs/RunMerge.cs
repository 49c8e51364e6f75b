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
        StoredRun[] shards = SweepParts.InOrder([.. folders.Select(StoredRun.Read)]);

        // Shards of one list differ in length by one at most, the longer ones first.
        if (shards.Zip(shards.Skip(1)).Any(p => p.First.Info.Claims.Count < p.Second.Info.Claims.Count) || shards[0].Info.Claims.Count - shards[^1].Info.Claims.Count > 1)
        {
            throw new InputException("The shards do not come from one list of claims: their lengths differ by more than one; make them with the same claims.");
        }

        int claims = shards.Sum(s => s.Info.Claims.Count);
        (StoredRun Run, int Line)[] order = [.. Enumerable.Range(0, claims).Select(i => (shards[i % shards.Length], i / shards.Length))];
        RunInfo info = shards[0].Info with
        {
            Command = shards[0].WholeCommand,
            Claims = [.. order.Select(o => o.Run.Info.Claims[o.Line])],
            Shard = null,
            Files = order.All(o => o.Run.Info.Files is null) ? null : order.Where(o => o.Run.Info.Digest(o.Run.Info.Claims[o.Line]) is not null)
                .ToDictionary(o => o.Run.Info.Claims[o.Line], o => o.Run.Info.Digest(o.Run.Info.Claims[o.Line])!),
            Data = shards.All(s => s.Info.Data is null) ? null : shards.SelectMany(s => s.Info.Data ?? new Dictionary<string, IReadOnlyDictionary<string, string>>()).ToDictionary(),
            Date = shards.Min(s => s.Info.Date),
        };
        string results = string.Concat(order.Select(o => o.Run.Lines[o.Line] + "\n"));
        JoinedFolder.Write(output, () =>
        {
            Directory.CreateDirectory(Path.Combine(output, "traces"));
            foreach ((StoredRun run, int line) in order)
            {
                string claim = run.Info.Claims[line];
                File.Copy(run.Curve(claim), Path.Combine(output, "traces", claim + ".csv"), overwrite: true);
            }

            File.WriteAllText(Path.Combine(output, RunFolder.ResultsName), results, Utf8);
            File.WriteAllText(Path.Combine(output, RunFolder.InfoName), ResultJson.Write(info) + "\n", Utf8);
        });
        return StoredRun.Read(output);
    }
}
