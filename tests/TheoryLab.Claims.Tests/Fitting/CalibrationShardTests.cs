using TheoryLab.Calibration;
using TheoryLab.Core;

namespace TheoryLab.Claims.Tests.Fitting;

/// <summary>A calibration split over shards and joined again.</summary>
public sealed class CalibrationShardTests : IDisposable
{
    private const int Shards = 3;

    // Rows and traces that do not divide evenly.
    private static readonly Options Small = new("development", 2, "power, ");

    private readonly string _folder = Directory.CreateTempSubdirectory("theorylab-calibration-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Shards_join_to_the_outcomes_of_the_whole()
    {
        (Options options, TraceOutcome[] joined) = OutcomeFile.Merge([.. Made().Reverse()]);
        Assert.Equal((Small.Set, Small.Traces, Small.Part), (options.Set, options.Traces, options.Part));
        Assert.Equal(Text(TraceOutcome.Of(Small)), Text(joined));
    }

    [Fact]
    public void A_shard_that_is_missing_cut_or_of_another_calibration_is_named()
    {
        string[] files = Made();
        Assert.Contains($"Shard 2/3 is missing; make it with: --seeds development --traces 2 --rows \"{Small.Part}\" --shard 2/3", Refused(files[0], files[2]), StringComparison.Ordinal);
        Assert.Contains("Shard 1/3 is named twice", Refused([.. files, files[0]]), StringComparison.Ordinal);

        string other = Write(Small with { Traces = 1, Shard = new(2, Shards) }, "other");
        Assert.Contains($"'{other}' and '{files[0]}' are shards of different calibrations", Refused(files[0], other, files[2]), StringComparison.Ordinal);

        File.WriteAllLines(files[2], File.ReadAllLines(files[2])[..1]);
        Assert.Contains("Shard 3/3 is not finished", Refused(files), StringComparison.Ordinal);
        File.WriteAllText(files[2], "{");
        Assert.Contains($"'{files[2]}' is no shard of a calibration", Refused(files), StringComparison.Ordinal);
    }

    private string[] Made() => [.. Enumerable.Range(1, Shards).Select(i => Write(Small with { Shard = new(i, Shards) }, $"{i}"))];

    private string Write(Options options, string name)
    {
        string file = Path.Combine(_folder, name);
        OutcomeFile.Write(file, options, TraceOutcome.Of(options));
        return file;
    }

    private static string Refused(params string[] files) => Assert.Throws<InputException>(() => OutcomeFile.Merge(files)).Message;

    private static string Text(TraceOutcome[] outcomes) => System.Text.Json.JsonSerializer.Serialize(outcomes);
}
