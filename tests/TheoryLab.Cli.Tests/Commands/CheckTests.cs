using System.Text.Json;
using System.Text.Json.Nodes;

namespace TheoryLab.Cli.Tests.Commands;

public sealed class CheckTests : IDisposable
{
    // Claims of every path (pointwise with and without samples, order, limit) that take a moment together.
    private static readonly string[] Some = ["fw-openloop-primal", "fw-simplex-identity", "fw-wolfe-zigzag-limit", "fw-wolfe-zigzag-lower", "gd-convex-exact", "heavy-ball-quadratic-rate"];

    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void Standard_output_is_one_json_document_and_standard_error_the_progress()
    {
        Finished finished = _cli.Run(["check", .. Some, "--format", "json", "--instances", "3"]);
        Assert.Equal(0, finished.Status);
        using JsonDocument document = JsonDocument.Parse(finished.Output);
        Assert.Equal("theorylab-run/1", document.RootElement.GetProperty("schema").GetString());
        Assert.All(document.RootElement.GetProperty("results").EnumerateArray(), r => Assert.Equal("theorylab-result/1", r.GetProperty("schema").GetString()));
        Assert.Equal(Some, finished.Results.Keys);
        Assert.Equal(6, document.RootElement.GetProperty("summary").GetProperty("consistent").GetInt32());
        string[] progress = finished.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(6, progress.Length);
        Assert.All(progress.Zip(Some), p => Assert.Contains(p.Second + ": consistent", p.First, StringComparison.Ordinal));
    }

    [Fact]
    public void Results_depend_neither_on_jobs_nor_on_register_width()
    {
        string[] arguments = ["check", .. Some, "--format", "json", "--instances", "10", "--quiet", "--jobs"];
        Finished one = _cli.Run([.. arguments, "1"]);
        Assert.Empty(one.Error);
        (string Name, string Value)[][] widths =
        [
            [],
            [("DOTNET_EnableAVX512F", "0"), ("DOTNET_EnableAVX512", "0")],
            [("DOTNET_EnableAVX2", "0"), ("DOTNET_EnableAVX", "0")],
            [("DOTNET_EnableHWIntrinsic", "0")],
        ];
        foreach ((string Name, string Value)[] width in widths)
        {
            Assert.Equal(one.Results, _cli.Run(width, [.. arguments, "2"]).Results);
        }
    }

    [Fact]
    public void The_switches_of_the_test_above_change_the_width() => Assert.NotEqual(
        _cli.Run("doctor").Output,
        _cli.Run([("DOTNET_EnableHWIntrinsic", "0")], "doctor").Output);

    [Fact]
    public void Another_seed_gives_other_results_and_the_same_seed_the_same()
    {
        string[] arguments = ["check", "gd-convex-exact", "--format", "json", "--instances", "3", "--seed"];
        Assert.Equal(_cli.Run([.. arguments, "5"]).Results, _cli.Run([.. arguments, "5"]).Results);
        Assert.NotEqual(_cli.Run([.. arguments, "5"]).Results, _cli.Run([.. arguments, "6"]).Results);
        Assert.Contains("\"seed\":5", _cli.Run([.. arguments, "5"]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Shards_together_are_the_whole()
    {
        string[] arguments = ["check", "--family", "frank-wolfe", "--format", "json", "--instances", "3", "--quiet"];
        SortedDictionary<string, string> whole = _cli.Run(arguments).Results, joined = new(StringComparer.Ordinal);
        foreach (string shard in new[] { "1/3", "2/3", "3/3" })
        {
            foreach ((string claim, string result) in _cli.Run([.. arguments, "--shard", shard]).Results)
            {
                joined.Add(claim, result);
            }
        }

        Assert.True(whole.Count > 6);
        Assert.Equal(whole, joined);
    }

    [Fact]
    public void Without_arguments_the_core_set_is_checked_and_the_table_names_every_claim()
    {
        Finished finished = _cli.Run("check", "--instances", "2");
        string[] listed = [.. _cli.Run("list").OutputLines.Select(l => l.Trim().Split(' ')[0]).Where(w => w.Contains('-', StringComparison.Ordinal))];
        Assert.Equal(0, finished.Status);
        Assert.True(listed.Length >= 19);
        int named = listed.Count(id => finished.Output.Contains($" {id} ", StringComparison.Ordinal));
        Assert.True(named >= 6, $"{named} claims");

        // Two claims name their horizons, and the certificates kept prove them.
        Assert.Contains($"{named} claims: 2 certified, {named - 2} consistent, 0 refuted, 0 inconclusive", finished.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_cli.Folder));
    }

    [Fact]
    public void Steps_of_Newton_are_not_refuted_beyond_their_digits()
    {
        Finished finished = _cli.Run("check", "newton-aicn-step", "newton-classical-quadratic-constant", "newton-rn-step-3", "newton-undamped-cubic-identity", "--iterations", "9", "--strict");
        Assert.Equal(0, finished.Status);
        Assert.Contains("--iterations 9 does not apply to newton-aicn-step, newton-rn-step-3: these claims are about one step.", finished.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Quiet_silences_standard_error() => Assert.Empty(_cli.Run("check", "ogm-exact-minimax", "--instances", "1", "--quiet").Error);

    [Theory]
    [InlineData("NO_COLOR", "1")]
    [InlineData("NO_COLOR", "")]
    [InlineData("TERM", "xterm-256color")]
    [InlineData("FORCE_COLOR", "1")]
    public void Redirected_output_has_no_escapes(string name, string value)
    {
        Finished finished = _cli.Run([(name, value)], "check", "ogm-exact-minimax", "heavy-ball-quadratic-vs-global", "--instances", "1", "--iterations", "5");
        Assert.DoesNotContain('\u001b', finished.Output + finished.Error);
        Assert.Contains("inconclusive", finished.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 3)]
    public void What_is_inconclusive_counts_under_strict_only(bool strict, int status)
    {
        Finished finished = _cli.Run(["check", "fw-wolfe-zigzag-lower", "--iterations", "5", .. strict ? new[] { "--strict" } : []]);
        Assert.Equal(status, finished.Status);
        Assert.Contains("inconclusive: ", finished.Output, StringComparison.Ordinal);
        Assert.Contains("theorylab check fw-wolfe-zigzag-lower --seed", finished.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_refuted_claim_gives_status_1_and_shows_its_witness(bool strict)
    {
        // No claim of the catalogue is false: a stored result is made one, and the run goes on with it.
        string[] arguments = ["check", "gd-convex-exact", "fw-wolfe-zigzag-lower", "--iterations", "5", "--out", "run", .. strict ? new[] { "--strict" } : []];
        _cli.Run(arguments);
        string file = _cli.At("run/results.jsonl");
        JsonNode[] results = [.. File.ReadAllLines(file).Select(l => JsonNode.Parse(l)!)];
        JsonNode gradient = results.Single(r => (string)r["claim"]! == "gd-convex-exact");
        gradient["verdict"] = "refuted";
        gradient["witness"] = gradient["worst"]!.DeepClone();
        File.WriteAllLines(file, results.Select(r => r.ToJsonString()));
        Finished finished = _cli.Run([.. arguments, "--resume"]);
        Assert.Equal(1, finished.Status);
        Assert.Contains("gd-convex-exact: refuted: ", finished.Output, StringComparison.Ordinal);
        Assert.Contains("witness: ", finished.Output, StringComparison.Ordinal);
        Assert.Contains("1 refuted, 1 inconclusive", finished.Output, StringComparison.Ordinal);
    }
}
