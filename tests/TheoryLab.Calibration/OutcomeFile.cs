using System.Text.Json;
using TheoryLab.Claims;
using TheoryLab.Core;

namespace TheoryLab.Calibration;

/// <summary>The outcomes of one shard: a line that says of what, then one line a trace in the order of the traces.</summary>
internal static class OutcomeFile
{
    private sealed record Header(string Set, int Traces, string Part, ShardIndex Shard, string Version);

    /// <summary>Writes a shard.</summary>
    public static void Write(string file, Options options, IEnumerable<TraceOutcome> outcomes) => File.WriteAllLines(
        file,
        [JsonSerializer.Serialize(new Header(options.Set, options.Traces, options.Part, options.Shard!.Value, ClaimChecker.Version)), .. outcomes.Select(o => JsonSerializer.Serialize(o))]);

    /// <summary>Joins shards: what they were made with, and all outcomes in the order of the traces.</summary>
    /// <exception cref="InputException">They are not all shards of one calibration.</exception>
    public static (Options Options, TraceOutcome[] Outcomes) Merge(IReadOnlyList<string> files)
    {
        (string File, Header Header, TraceOutcome[] Outcomes)[] shards = [.. files.Select(Read).OrderBy(s => s.Header.Shard.Index)];
        Header first = shards[0].Header with { Shard = ShardIndex.Whole };
        int count = shards[0].Header.Shard.Count;
        foreach ((string file, Header header, _) in shards)
        {
            if (header with { Shard = ShardIndex.Whole } != first || header.Shard.Count != count)
            {
                throw new InputException($"'{file}' and '{shards[0].File}' are shards of different calibrations; name shards made with the same options and version.");
            }
        }

        Options options = new(first.Set, first.Traces, first.Part);
        int units = options.Rows.Length * options.Traces;
        for (int i = 1; i <= count; i++)
        {
            ShardIndex shard = new(i, count);
            int found = shards.Count(s => s.Header.Shard == shard);
            int length = shard.Of(Enumerable.Range(0, units)).Length;
            if (found != 1 || shards[i - 1].Outcomes.Length != length)
            {
                throw new InputException(
                    $"Shard {shard} {(found == 0 ? "is missing" : found > 1 ? "is named twice" : "is not finished")}; {(found > 1 ? "name it once" : $"make it with: --seeds {first.Set} --traces {first.Traces}{(first.Part.Length > 0 ? $" --rows \"{first.Part}\"" : string.Empty)} --shard {shard} FILE")}.");
            }
        }

        return (options, [.. Enumerable.Range(0, units).Select(u => shards[u % count].Outcomes[u / count])]);
    }

    private static (string File, Header Header, TraceOutcome[] Outcomes) Read(string file)
    {
        try
        {
            string[] lines = File.ReadAllLines(file);
            return (file, JsonSerializer.Deserialize<Header>(lines[0])!, [.. lines.Skip(1).Select(l => JsonSerializer.Deserialize<TraceOutcome>(l)!)]);
        }
        catch (Exception e) when (e is IOException or JsonException or IndexOutOfRangeException)
        {
            throw new InputException($"'{file}' is no shard of a calibration ({e.Message.TrimEnd('.')}); name files that --shard has written.", e);
        }
    }
}
