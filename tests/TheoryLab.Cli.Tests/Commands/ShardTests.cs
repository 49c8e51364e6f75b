namespace TheoryLab.Cli.Tests.Commands;

/// <summary>A sweep over several processes, one of them killed, and merged.</summary>
public sealed class ShardTests : IDisposable
{
    private static readonly string[] Sweep = ["check", "--family", "first-order", "--instances", "6"];

    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void Four_shards_one_of_them_killed_merge_to_the_unsplit_run()
    {
        Assert.Equal(0, _cli.Run([.. Sweep, "--out", "whole"]).Status);
        using (CommandLine.Running running = _cli.Start(Shard(3)))
        {
            running.WaitFor(() => File.Exists(_cli.At("3/results.jsonl")) && new FileInfo(_cli.At("3/results.jsonl")).Length > 0);
            running.Kill();
            running.Wait();
        }

        Assert.All(new[] { 1, 2, 4 }, i => Assert.Equal(0, _cli.Run(Shard(i)).Status));
        Finished unfinished = _cli.Run("merge", "1", "2", "3", "4", "--out", "all");
        Assert.Equal(2, unfinished.Status);
        Assert.Contains("Shard 3/4 in '3' is not finished", unfinished.Error, StringComparison.Ordinal);

        Assert.Equal(0, _cli.Run([.. Shard(3), "--resume"]).Status);
        Finished merged = _cli.Run("merge", "4", "1", "3", "2", "--out", "all");
        Assert.Equal((0, string.Empty), (merged.Status, merged.Error));
        Assert.Equal(Stored.Lines(_cli.At("whole")), Stored.Lines(_cli.At("all")));
        Assert.Equal(Traces("whole"), Traces("all"));
    }

    [Fact]
    public void An_empty_shard_says_so()
    {
        Finished finished = _cli.Run("check", "gd-convex-exact", "--instances", "1", "--shard", "2/2");
        Assert.Equal(0, finished.Status);
        Assert.Contains("shard 2/2 holds no claim", finished.Error, StringComparison.Ordinal);
    }

    private static string[] Shard(int i) => [.. Sweep, "--shard", $"{i}/4", "--out", $"{i}"];

    private SortedDictionary<string, string> Traces(string run) =>
        new(Directory.GetFiles(_cli.At(run + "/traces")).ToDictionary(f => Path.GetFileName(f), File.ReadAllText), StringComparer.Ordinal);
}
