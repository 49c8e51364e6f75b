using System.Globalization;
using TheoryLab.Claims;

namespace TheoryLab.Calibration;

/// <summary>What the command line asks for.</summary>
/// <param name="Set">Which seeds.</param>
/// <param name="Traces">Traces a row.</param>
/// <param name="Part">Rows whose name holds this text.</param>
internal sealed record Options(string Set, int Traces, string Part)
{
    public const string Usage =
        "Usage: [--seeds development|evaluation] [--traces N] [--jobs J] [--rows TEXT] [--failures] [FILE]\n"
        + "   or: the same with --shard I/N FILE.jsonl, the outcomes of every N-th trace from the I-th\n"
        + "   or: --merge FILE.jsonl... [--failures] [--out FILE], the table of all shards";

    public int Jobs { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether failures are listed on standard error.</summary>
    public bool Failures { get; init; }

    /// <summary>The part to be made; null for all of it and its table.</summary>
    public ShardIndex? Shard { get; init; }

    /// <summary>Shards to be joined.</summary>
    public IReadOnlyList<string> Merge { get; init; } = [];

    /// <summary>Where to write; null for standard output.</summary>
    public string? File { get; init; }

    /// <summary>The rows that are meant.</summary>
    public Row[] Rows => [.. TraceCatalogue.Rows.Where(r => r.Name.Contains(Part, StringComparison.Ordinal))];

    /// <summary>Reads a command line; null if it says something else.</summary>
    public static Options? Parse(IReadOnlyList<string> args)
    {
        Options options = new("development", 20, string.Empty);
        for (int i = 0; i < args.Count; i++)
        {
            string value = i + 1 < args.Count ? args[i + 1] : string.Empty;
            switch (args[i])
            {
                case "--seeds" when SeedSets.Find(value) is not null:
                    (options, i) = (options with { Set = value }, i + 1);
                    break;
                case "--traces" when int.TryParse(value, CultureInfo.InvariantCulture, out int traces) && traces > 0:
                    (options, i) = (options with { Traces = traces }, i + 1);
                    break;
                case "--jobs" when int.TryParse(value, CultureInfo.InvariantCulture, out int jobs) && jobs > 0:
                    (options, i) = (options with { Jobs = jobs }, i + 1);
                    break;
                case "--rows" when (options with { Part = value }).Rows.Length > 0:
                    (options, i) = (options with { Part = value }, i + 1);
                    break;
                case "--shard" when value.Length > 0:
                    (options, i) = (options with { Shard = ShardIndex.Parse(value) }, i + 1);
                    break;
                case "--merge":
                    string[] files = [.. args.Skip(i + 1).TakeWhile(a => !a.StartsWith('-'))];
                    (options, i) = (options with { Merge = files }, i + files.Length);
                    break;
                case "--out" when value.Length > 0:
                    (options, i) = (options with { File = value }, i + 1);
                    break;
                case "--failures":
                    options = options with { Failures = true };
                    break;
                case var file when options.File is null && !file.StartsWith('-'):
                    options = options with { File = file };
                    break;
                default:
                    return null;
            }
        }

        return options.Shard is not null && options.File is null ? null : options;
    }
}
