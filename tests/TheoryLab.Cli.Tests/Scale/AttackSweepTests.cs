using System.Text.Json.Nodes;

namespace TheoryLab.Cli.Tests.Scale;

/// <summary>Attacks on several claims: in one process, in shards of which one is killed, and joined.</summary>
public sealed class AttackSweepTests : IDisposable
{
    // The last is the slow one, a second or two of work; it comes second in shard 3 of 4.
    private const string Slow = "fw-gsc-monotone";

    private static readonly string[] Claims =
        ["gd-convex-exact", "gd-convex-five-steps", "gd-convex-gradient-exact", "nag-three-ten-steps", "ogm-exact-minimax", "newton-gradreg-step", Slow];

    private static readonly string[] Sweep = ["attack", .. Claims, "--evaluations", "20"];

    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void Four_shards_one_of_them_killed_merge_to_the_bytes_of_the_unsplit_sweep()
    {
        Assert.Equal(0, _cli.Run([.. Sweep, "--out", "whole"]).Status);
        using (CommandLine.Running running = _cli.Start(Shard(3)))
        {
            running.WaitFor(() => File.Exists(_cli.At($"3/{Slow}/attack.jsonl")));
            running.Kill();
            running.Wait();
        }

        string finished = _cli.At("3/gd-convex-gradient-exact/attack.json");
        File.SetLastWriteTimeUtc(finished, DateTime.UnixEpoch);
        Assert.All(new[] { 1, 2 }, i => Assert.Equal(0, _cli.Run(Shard(i)).Status));
        Assert.Contains($"Shard 4/4 is missing; make it with: theorylab {string.Join(' ', Sweep)} --shard 4/4 --out DIR", Refused("merge", "1", "2", "3", "--out", "all"), StringComparison.Ordinal);
        Assert.Equal(0, _cli.Run(Shard(4)).Status);
        string unfinished = Refused("merge", "1", "2", "3", "4", "--out", "all");
        Assert.Contains($"Shard 3/4 in '3' is not finished: 1 of 2 claims, {Slow} is missing; go on with it: theorylab ", unfinished, StringComparison.Ordinal);

        // The command that is printed is typed as it stands, in a shell that knows nothing of quiet or tables.
        string[] typed = unfinished.TrimEnd().Split("theorylab ")[^1].Split(' ');
        Assert.Equal([.. Sweep, "--shard", "3/4", "--out", "3", "--resume"], typed);
        Assert.Equal(0, _cli.Run(typed).Status);
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(finished));
        Finished merged = _cli.Run("merge", "4", "1", "3", "2", "--out", "all");
        Assert.Equal((0, "all: 7 claims of 4 shards.\n", string.Empty), (merged.Status, merged.Output, merged.Error));
        Assert.Equal(Files("whole"), Files("all"));
    }

    [Fact]
    public void Each_claim_of_a_sweep_is_attacked_as_it_would_be_alone()
    {
        Finished sweep = _cli.Run("attack", Claims[0], Claims[2], "--evaluations", "20", "--out", "both", "--format", "json", "--quiet");
        Assert.Equal((0, string.Empty), (sweep.Status, sweep.Error));
        JsonArray results = JsonNode.Parse(sweep.Output)!.AsArray();
        Assert.Equal([Claims[0], Claims[2]], results.Select(r => (string)r!["claim"]!));
        foreach (string claim in (string[])[Claims[0], Claims[2]])
        {
            Assert.Equal(0, _cli.Run("attack", claim, "--evaluations", "20", "--out", claim, "--quiet").Status);
            Assert.Equal(Files(claim), Files("both/" + claim));
        }

        // Read again and not run again, the results are printed with the same bytes.
        Assert.Equal(sweep.Output, _cli.Run("attack", Claims[0], Claims[2], "--evaluations", "20", "--out", "both", "--format", "json", "--resume").Output);
        JsonNode info = JsonNode.Parse(File.ReadAllText(_cli.At("both/sweep.json")))!;
        Assert.Equal($"theorylab attack {Claims[0]} {Claims[2]} --evaluations 20", (string)info["command"]!);
    }

    [Fact]
    public void Claim_files_keep_their_seeds_and_a_violation_gives_1()
    {
        Write("true.yaml", "L*R^2/(4*k+2)");
        Write("false.yaml", "L*R^2/(8*k+2)");
        string[] sweep = ["attack", ".", "--evaluations", "40", "--jobs", "1", "--quiet", "--no-color"];
        Finished finished = _cli.Run([.. sweep, "--out", "run"]);
        Assert.Equal((1, string.Empty), (finished.Status, finished.Error));
        Assert.Contains("false   ", finished.Output, StringComparison.Ordinal);
        Assert.Contains("false: violated: ", finished.Output, StringComparison.Ordinal);
        Assert.Contains("repeat:  theorylab attack ./false.yaml --evaluations ", finished.Output, StringComparison.Ordinal);
        Assert.EndsWith("2 claims: 1 violated, 1 without violation (seeds as the claim files say).", finished.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("| false | ", _cli.Run([.. sweep, "--format", "markdown"]).Output, StringComparison.Ordinal);
        Assert.Contains("--seed was 20261120, now it is 6; seeds of claim files was false 5, true 5, now it is not given", Refused([.. sweep, "--out", "run", "--resume", "--seed", "6"]), StringComparison.Ordinal);
        Write("true.yaml", "L*R^2/(4*k+1)");
        Assert.Contains("the file of true has changed", Refused([.. sweep, "--out", "run", "--resume"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_family_the_claims_that_can_be_attacked_are_taken()
    {
        Finished finished = _cli.Run("attack", "--family", "first-order", "--evaluations", "1", "--shard", "1/200", "--quiet");
        Assert.Equal(0, finished.Status);
        Assert.Matches(@"^theorylab: \d+ claims are left out, since there is nothing to attack: 1 about an order, \d+ with named instances only\.\n$", finished.Error);
        Assert.Contains("1 claim: 0 violated, 1 without violation", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_shard_says_so_and_is_a_shard()
    {
        Finished finished = _cli.Run("attack", Claims[0], "--evaluations", "20", "--shard", "2/2", "--out", "2");
        Assert.Equal((0, "theorylab: shard 2/2 holds no claim; the others hold them all.\n"), (finished.Status, finished.Error));
        Assert.Equal(0, _cli.Run("attack", Claims[0], "--evaluations", "20", "--shard", "1/2", "--out", "1").Status);
        Assert.Equal(0, _cli.Run("merge", "1", "2", "--out", "all").Status);
        Assert.Equal(0, _cli.Run("attack", Claims[0], "--evaluations", "20", "--shard", "1/1", "--out", "whole").Status);
        Assert.Equal(Files("whole").Where(f => f.Key != "sweep.json"), Files("all").Where(f => f.Key != "sweep.json"));
    }

    [Fact]
    public void A_folder_belongs_to_one_sweep()
    {
        using CommandLine.Running running = _cli.Start([.. Sweep, "--out", "run"]);
        running.WaitFor(() => File.Exists(_cli.At($"run/{Slow}/attack.jsonl")));
        Assert.Contains("already holds a run; add --resume", Refused([.. Sweep, "--out", "run"]), StringComparison.Ordinal);
        running.Kill();
        running.Wait();
        Assert.Contains("--evaluations was 20, now it is 21", Refused([.. Sweep[..^1], "21", "--out", "run", "--resume"]), StringComparison.Ordinal);
        Assert.Contains($"it has {Slow}, which this command leaves out", Refused(["attack", .. Claims[..^1], "--evaluations", "20", "--out", "run", "--resume"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("No claim is named")]
    [InlineData("fw-openloop-triangle-limit is a claim about a limit", "gd-convex-exact", "fw-openloop-triangle-limit")]
    [InlineData("--twin attacks a twin of a single claim", "gd-convex-exact", "ogm-exact-minimax", "--twin", "1")]
    [InlineData("--twin attacks a twin of a single claim", "gd-convex-exact", "--twin", "1", "--shard", "1/2", "--evaluations", "20")]
    [InlineData("--shard needs --evaluations", "gd-convex-exact", "--shard", "1/2")]
    [InlineData("--shard needs --evaluations", "gd-convex-exact", "--shard", "1/2", "--evaluations", "20", "--budget", "1s")]
    [InlineData("it must be i/n with 1 <= i <= n", "gd-convex-exact", "--shard", "3/2", "--evaluations", "20")]
    [InlineData("--all is the whole catalogue; leave it out", "gd-convex-exact", "--all")]
    [InlineData("not of the family newton; leave out --family", "gd-convex-exact", "--family", "newton")]
    [InlineData("--resume needs --out DIR", "gd-convex-exact", "ogm-exact-minimax", "--evaluations", "20", "--resume")]
    public void What_makes_no_sweep_gives_2_and_one_line(string says, params string[] arguments) =>
        Assert.Contains(says, Refused(["attack", .. arguments]), StringComparison.Ordinal);

    private static string[] Shard(int i) => [.. Sweep, "--quiet", "--shard", $"{i}/4", "--out", $"{i}"];

    private string Refused(params string[] arguments)
    {
        Finished finished = _cli.Run(arguments);
        Assert.Equal((2, string.Empty), (finished.Status, finished.Output));
        return Assert.Single(finished.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private void Write(string name, string bound) => File.WriteAllText(
        _cli.At(name),
        $$"""
        id: {{Path.GetFileNameWithoutExtension(name)}}
        method: gradient-descent
        problem: { family: huber, tau: 1e-3..1 }
        measure: primal-gap
        kind: upper
        bound: {{bound}}
        horizons: [1, 2, 5]
        seed: 5
        """);

    private SortedDictionary<string, string> Files(string folder) => new(
        Directory.GetFiles(_cli.At(folder), "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(_cli.At(folder), f), f => Convert.ToHexString(File.ReadAllBytes(f))), StringComparer.Ordinal);
}
