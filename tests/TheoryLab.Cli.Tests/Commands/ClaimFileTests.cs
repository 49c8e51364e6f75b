using System.Text.Json.Nodes;

namespace TheoryLab.Cli.Tests.Commands;

public sealed class ClaimFileTests : IDisposable
{
    private const string True = "id: ID\nmethod: gradient-descent\nproblem: { family: huber, tau: 1/(2*N+1) }\nmeasure: primal-gap\nkind: upper\nbound: L*R^2/(4*k+2)\nhorizons: [1, 4]\n";
    private const string Sampled = "id: ID\nmethod: gradient-descent\nproblem: { family: quadratic, dimension: 2..9, condition: 1..100 }\nmeasure: primal-gap\nkind: upper\nbound: L*R^2/(4*k+2)\niterations: 20\ninstances: 3\nseed: 5\ntwins: [ { bound: L*R^2/(900*k+2000) } ]\n";

    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void A_run_does_not_go_on_when_a_file_that_a_claim_names_has_changed()
    {
        File.WriteAllText(_cli.At("gd.csv"), "k,gap\n" + string.Concat(Enumerable.Range(1, 30).Select(k => $"{k},{1.0 / k}\n")));
        File.WriteAllText(_cli.At("a.yaml"), "id: a\nmethod: { trace: gd.csv }\nkind: upper\nbound: 2/k\n");
        Assert.Equal(0, _cli.Run("check", "a.yaml", "--out", "run").Status);
        Assert.Equal(0, _cli.Run("check", "a.yaml", "--out", "run", "--resume").Status);
        File.AppendAllText(_cli.At("gd.csv"), "31,99\n");
        Finished changed = _cli.Run("check", "a.yaml", "--out", "run", "--resume");
        Assert.Equal(2, changed.Status);
        Assert.Matches("holds another run: the data file [^ ]+ of [^ ]+ has changed \\(digest [0-9a-f]{8}, now [0-9a-f]{8}\\)\\. Undo that", changed.Error);
    }

    [Fact]
    public void A_new_claim_checks_as_consistent_and_is_never_overwritten()
    {
        Assert.Equal(0, _cli.Run("new", "claim", "mine.yaml", "--schema").Status);
        string text = File.ReadAllText(_cli.At("mine.yaml"));
        Assert.StartsWith("# yaml-language-server: $schema=claim-file.schema.json\n", text, StringComparison.Ordinal);
        Assert.NotNull(JsonNode.Parse(File.ReadAllText(_cli.At("claim-file.schema.json"))));
        Finished finished = _cli.Run("check", "mine.yaml", "--format", "json", "--strict");
        Assert.Equal(0, finished.Status);
        Assert.Contains("\"claim\":\"mine\",\"verdict\":\"consistent\"", finished.Output, StringComparison.Ordinal);
        Assert.Contains("\"reproduce\":\"theorylab check mine.yaml --seed 20261120\"", finished.Output, StringComparison.Ordinal);

        File.WriteAllText(_cli.At("mine.yaml"), "kept");
        Finished again = _cli.Run("new", "claim", "mine.yaml");
        Assert.Equal((2, "theorylab: The file 'mine.yaml' exists already and is left as it is; choose another name.\n"), (again.Status, again.Error));
        Assert.Equal("kept", File.ReadAllText(_cli.At("mine.yaml")));
        Assert.Equal(0, _cli.Run("new", "claim").Status);
        Assert.True(File.Exists(_cli.At("claim.yaml")));
    }

    [Fact]
    public void Verdicts_decide_the_exit_status()
    {
        Write("true.yaml", True);
        Write("false.yaml", True.Replace("4*k+2", "4*k+3", StringComparison.Ordinal));
        Write("weak.yaml", True.Replace("L*R^2", "9*L*R^2", StringComparison.Ordinal));
        Assert.Equal(0, _cli.Run("check", "true.yaml").Status);
        Finished refuted = _cli.Run("check", "true.yaml", "false.yaml");
        Assert.Equal(1, refuted.Status);
        Assert.Contains("repeat:  theorylab check false.yaml --seed", refuted.Output, StringComparison.Ordinal);
        Finished weak = _cli.Run("check", "weak.yaml");
        Assert.Equal(0, weak.Status);
        Assert.Contains("no power", weak.Output, StringComparison.Ordinal);
        Assert.Equal(3, _cli.Run("check", "weak.yaml", "--strict").Status);
    }

    [Fact]
    public void Files_folders_and_ids_are_checked_in_their_order()
    {
        Write("claims/b.yml", True);
        Write("claims/a.yaml", True);
        Write("claims/deep/c.yaml", True);
        Write("claims/notes.txt", "no claim");
        Write("z.yaml", True);
        Finished finished = _cli.Run("check", "z.yaml", "gd-convex-exact", "claims", "claims/a.yaml", "--format", "json", "--instances", "2", "--quiet");
        Assert.Equal((0, string.Empty), (finished.Status, finished.Error));
        Assert.Equal(["z", "gd-convex-exact", "a", "b", "c"], JsonNode.Parse(finished.Output)!["results"]!.AsArray().Select(r => (string)r!["claim"]!));
        Assert.Equal(["gd-convex-exact", "b"], JsonNode.Parse(_cli.Run("check", "z.yaml", "gd-convex-exact", "claims", "--shard", "2/2", "--format", "json", "--instances", "2").Output)!["results"]!.AsArray().Select(r => (string)r!["claim"]!));
    }

    [Fact]
    public void The_seed_is_that_of_the_command_line_or_else_the_files()
    {
        Write("s.yaml", Sampled);
        string own = _cli.Run("check", "s.yaml", "--format", "json").Results["s"];
        Assert.Contains("\"seed\":5,", own, StringComparison.Ordinal);
        Assert.Equal(own, _cli.Run("check", "s.yaml", "--format", "json", "--seed", "5", "--jobs", "1").Results["s"]);
        Assert.Contains("\"seed\":6,", _cli.Run("check", "s.yaml", "--format", "json", "--seed", "6").Results["s"], StringComparison.Ordinal);
        Assert.Contains("\"instances\":7,\"iterations\":9,", _cli.Run("check", "s.yaml", "--format", "json", "--instances", "7", "--iterations", "9").Results["s"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_goes_on_until_its_files_change()
    {
        Write("a.yaml", True);
        Write("b.yaml", Sampled);
        Assert.Equal(0, _cli.Run("check", "a.yaml", "b.yaml", "--out", "run").Status);
        string[] whole = Stored.Lines(_cli.At("run"));
        string results = _cli.At("run/results.jsonl");
        File.WriteAllText(results, File.ReadAllText(results).Split('\n')[0] + "\n");
        Assert.Equal(0, _cli.Run("check", "a.yaml", "b.yaml", "--out", "run", "--resume").Status);
        Assert.Equal(whole, Stored.Lines(_cli.At("run")));
        Assert.Contains("tightness 1,", _cli.Run("show", "a.yaml", "--out", "run").Output, StringComparison.Ordinal);

        Write("b.yaml", Sampled + "# changed\n");
        Finished changed = _cli.Run("check", "a.yaml", "b.yaml", "--out", "run", "--resume");
        Assert.Equal(2, changed.Status);
        Assert.Matches("holds another run: the file of [^ ]+ has changed \\(digest [0-9a-f]{8}, now [0-9a-f]{8}\\)\\. Undo that", changed.Error);
    }

    [Fact]
    public void Shards_of_files_join_to_the_whole_run()
    {
        Write("c/a.yaml", True);
        Write("c/b.yaml", Sampled);
        Write("c/c.yaml", True);
        _cli.Run("check", "c", "--out", "whole");
        _cli.Run("check", "c", "--out", "one", "--shard", "1/2");
        _cli.Run("check", "c", "--out", "two", "--shard", "2/2");
        Finished merged = _cli.Run("merge", "two", "one", "--out", "joined");
        Assert.Equal(0, merged.Status);
        Assert.Equal(Stored.Lines(_cli.At("whole")), Stored.Lines(_cli.At("joined")));
        Assert.Equal(JsonNode.Parse(File.ReadAllText(_cli.At("whole/run.json")))!["files"]!.ToJsonString(), JsonNode.Parse(File.ReadAllText(_cli.At("joined/run.json")))!["files"]!.ToJsonString());
    }

    [Fact]
    public void A_claim_file_is_shown_and_attacked()
    {
        Write("s.yaml", Sampled);
        Assert.Contains("problem      quadratic:", _cli.Run("show", "s.yaml").Output, StringComparison.Ordinal);
        Finished attack = _cli.Run("attack", "s.yaml", "--evaluations", "40", "--twin", "1", "--quiet");
        Assert.Equal(1, attack.Status);
        Assert.Contains("theorylab attack s.yaml --twin", attack.Output, StringComparison.Ordinal);
        Assert.Contains("--seed 5", attack.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check a.yaml missing.yaml", "There is no claim file 'missing.yaml'")]
    [InlineData("check empty", "The folder 'empty' holds no claim file")]
    [InlineData("check a.yaml copy", "Two claims have the id a: a.yaml and copy/a.yaml;")]
    [InlineData("check a.yaml same.yaml", "Two claims have the id gd-convex-exact: ")]
    [InlineData("check a.yaml --all", "--all is the whole catalogue; leave it out")]
    [InlineData("check gd-convex-exact --all", "--all is the whole catalogue; leave it out")]
    [InlineData("check a.yaml --family first-order", "The claim a is read from a file, not of the family first-order;")]
    [InlineData("check bad.yaml", "bad.yaml:2:9: There is no method 'gradient-decent'. Did you mean 'gradient-descent'?")]
    [InlineData("check mixed.yaml", "mixed.yaml:2:9: frank-wolfe cannot run on huber, which lacks linear minimisation")]
    [InlineData("check command.yaml", "command.yaml:2:20: the claim asks to run 'python3 solver.py'; add --allow-exec if you trust it.")]
    [InlineData("show copy", "several", true)]
    [InlineData("attack a.yaml", "named instances only", true)]
    [InlineData("new klaim x.yaml", "There is no kind of file 'klaim'. Did you mean 'claim'?")]
    [InlineData("new claim none/x.yaml", "The file 'none/x.yaml' cannot be written")]
    public void What_is_wrong_is_said_in_one_line(string arguments, string message, bool isLoose = false)
    {
        Write("a.yaml", True);
        Write("copy/a.yaml", True);
        Write("copy/b.yaml", True);
        Directory.CreateDirectory(_cli.At("empty"));
        Write("bad.yaml", True.Replace("descent", "decent", StringComparison.Ordinal));
        Write("mixed.yaml", True.Replace("gradient-descent", "frank-wolfe", StringComparison.Ordinal));
        Write("command.yaml", True.Replace("gradient-descent", "{ command: [python3, solver.py] }", StringComparison.Ordinal));
        File.WriteAllText(_cli.At("same.yaml"), True.Replace("ID", "gd-convex-exact", StringComparison.Ordinal));
        if (arguments.Contains("same", StringComparison.Ordinal))
        {
            arguments = "check gd-convex-exact same.yaml";
        }

        Finished finished = _cli.Run(arguments.Split(' '));
        Assert.Equal((2, string.Empty), (finished.Status, finished.Output));
        string line = Assert.Single(finished.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries), l => l.StartsWith("theorylab: ", StringComparison.Ordinal));
        Assert.True(isLoose ? line.Contains(message, StringComparison.Ordinal) : line.StartsWith("theorylab: " + message, StringComparison.Ordinal), line);
    }

    [Fact]
    public void A_folder_named_like_a_claim_of_the_catalogue_is_not_meant_by_its_id()
    {
        Write("gd-convex-exact/a.yaml", True);
        Assert.Contains("\"claim\":\"gd-convex-exact\"", _cli.Run("check", "gd-convex-exact", "--format", "json", "--instances", "2").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_claim_file_the_reader_of_YAML_is_not_loaded()
    {
        // A copy of the program whose YAML library is no library.
        foreach (string file in Directory.EnumerateFiles(AppContext.BaseDirectory))
        {
            File.Copy(file, _cli.At(Path.GetFileName(file)));
        }

        File.WriteAllText(_cli.At("YamlDotNet.dll"), "no library");
        Write("a.yaml", True);
        string program = _cli.At("theorylab.dll");
        Assert.Equal(0, _cli.RunProgram(program, "check", "gd-convex-exact", "--instances", "2").Status);
        Assert.NotEqual(0, _cli.RunProgram(program, "check", "a.yaml").Status);
    }

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_cli.At(name))!);
        File.WriteAllText(_cli.At(name), text.Replace("ID", Path.GetFileNameWithoutExtension(name), StringComparison.Ordinal));
    }
}
