using System.Text.Json.Nodes;
using System.Xml.Linq;
using TheoryLab.Cli.Tests.Documents;
using TheoryLab.Tests;

namespace TheoryLab.Cli.Tests.Commands;

/// <summary>External solvers from the command line: the examples, statuses, interruption.</summary>
public sealed class ExternalTests : IDisposable
{
    private const string Claim = """
        id: external
        method: { command: ["sh", "solver.sh"] }
        problem: { family: quadratic, dimension: 1, start: largest, basis: coordinates }
        measure: primal-gap
        kind: upper
        bound: h0*(1/4)^k
        iterations: 2
        """;

    private const string Right = "read -r line; echo '{\"iterate\":[0.5]}'; echo '{\"iterate\":[0.25]}'; echo '{\"done\":true}'";

    private readonly CommandLine _cli = new();

    public static TheoryData<string, int> Examples => new()
    {
        { "my-claim.yaml", 0 },
        { "slow-claim.yaml", 1 },
        { "scipy-style.yaml", 0 },
        { "scipy-style-planted.yaml", 1 },
        { "my-oracle.yaml", 0 },
    };

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void The_files_of_the_how_to_are_the_examples()
    {
        ShownFile[] files = [.. new Page(Repository.Read("docs/external-solvers.md")).Files];
        Assert.Equal(3, files.Length);
        Assert.All(files, f => Assert.Equal(Repository.Read("docs/examples/solvers/" + f.Name), f.Text));
    }

    [Fact]
    public void The_planted_claim_is_what_the_how_to_makes_of_the_right_one() => Assert.Equal(
        Repository.Read("docs/examples/solvers/my-claim.yaml").Replace("solver.py", "slow_solver.py", StringComparison.Ordinal).Replace("my-solver-is-linear", "my-slow-solver", StringComparison.Ordinal),
        Repository.Read("docs/examples/solvers/slow-claim.yaml"));

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_right_examples_are_consistent_and_the_planted_ones_refuted(string file, int status)
    {
        SkipWithoutPython();
        Finished finished = _cli.Run("check", Repository.At("docs/examples/solvers/" + file), "--allow-exec", "--strict", "--quiet");
        Assert.True(finished.Status == status, finished.Error + finished.Output);
        Assert.Equal(status == 1, finished.Output.Contains("--allow-exec --seed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("check")]
    [InlineData("attack")]
    public void Nothing_is_started_without_permission(string command)
    {
        Write("touch started");
        Finished finished = _cli.Run(command, "claim.yaml");
        Assert.Equal((2, 1), (finished.Status, finished.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
        Assert.Contains("claim.yaml:2:20: the claim asks to run 'sh solver.sh'; add --allow-exec", finished.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_cli.At("started")));
    }

    [Fact]
    public void Showing_a_claim_starts_nothing()
    {
        Write("touch started");
        Assert.Equal(0, _cli.Run("show", "claim.yaml").Status);
        Assert.False(File.Exists(_cli.At("started")));
    }

    [Theory]
    [InlineData("exit 7", "ended with status 7")]
    [InlineData("sleep 1000", "took more than 1 s and was ended")]
    [InlineData("read -r line; tr '\\0' x </dev/zero | tail -n 1", "MiB of memory, more than its 64 MiB, and was ended")]
    public void A_solver_that_fails_ends_the_check_with_status_4_and_what_is_finished_is_saved(string body, string expected)
    {
        Write(Right);
        File.WriteAllText(_cli.At("bad.yaml"), Claim.Replace("id: external", "id: failing", StringComparison.Ordinal).Replace("solver.sh", "bad.sh", StringComparison.Ordinal));
        File.WriteAllText(_cli.At("bad.sh"), body);

        // The memory case is given time, the hanging one memory.
        string seconds = expected.Contains("1 s", StringComparison.Ordinal) ? "1" : "120";
        Finished finished = _cli.Run("check", "claim.yaml", "bad.yaml", "--allow-exec", "--quiet", "--out", "run", "--limit-seconds", seconds, "--limit-memory", "64");
        Assert.Equal(4, finished.Status);
        Assert.StartsWith("theorylab: failing: The external solver 'sh bad.sh' ", finished.Error, StringComparison.Ordinal);
        Assert.Contains(expected, finished.Error, StringComparison.Ordinal);
        Assert.Single(finished.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(" It ran on instance 0: quadratic (", finished.Error, StringComparison.Ordinal);
        Assert.Contains("\n1 of 2 claims: ", finished.Output, StringComparison.Ordinal);
        Assert.Contains("\"external\"", Assert.Single(Stored.Lines(_cli.At("run"))), StringComparison.Ordinal);

        File.WriteAllText(_cli.At("bad.sh"), Right);
        Assert.Equal(0, _cli.Run("check", "claim.yaml", "bad.yaml", "--allow-exec", "--quiet", "--out", "run", "--resume").Status);
        Assert.Equal(2, Stored.Lines(_cli.At("run")).Length);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("junit")]
    [InlineData("markdown")]
    public void What_is_finished_is_printed_with_the_failure(string format)
    {
        Write(Right);
        File.WriteAllText(_cli.At("bad.yaml"), Claim.Replace("id: external", "id: failing", StringComparison.Ordinal).Replace("solver.sh", "bad.sh", StringComparison.Ordinal));
        File.WriteAllText(_cli.At("bad.sh"), "exit 7");
        Finished finished = _cli.Run("check", "claim.yaml", "bad.yaml", "--allow-exec", "--quiet", "--format", format);
        Assert.Equal(4, finished.Status);
        string said = finished.Error.Trim()["theorylab: ".Length..];
        switch (format)
        {
            case "json":
                JsonNode document = JsonNode.Parse(finished.Output)!;
                Assert.Equal("external", (string)Assert.Single(document["results"]!.AsArray())!["claim"]!);
                Assert.Equal(("failing", 4, said), ((string)document["failure"]!["claim"]!, (int)document["failure"]!["status"]!, (string)document["failure"]!["message"]!));
                break;
            case "junit":
                XElement report = XDocument.Parse(finished.Output).Root!;
                Assert.Equal(("2", "1"), ((string)report.Attribute("tests")!, (string)report.Attribute("errors")!));
                Assert.Equal(said, (string)Assert.Single(report.Descendants("error")).Attribute("message")!);
                Assert.Equal(["external", "failing"], report.Descendants("testcase").Select(c => (string)c.Attribute("name")!));
                break;
            default:
                Assert.Contains("\n- **failing** was not finished, nor what comes after it: failing: The external solver", finished.Output, StringComparison.Ordinal);
                Assert.Contains("| external |", finished.Output, StringComparison.Ordinal);
                break;
        }
    }

    [Theory]
    [InlineData("--limit-seconds", "0", "--limit-seconds is 0; it must be an integer of at least 1")]
    [InlineData("--limit-memory", "2GB", "--limit-memory is '2GB'; it must be an integer")]
    public void A_limit_that_is_none_is_bad_input(string option, string value, string expected)
    {
        Write(Right);
        Finished finished = _cli.Run("check", "claim.yaml", "--allow-exec", option, value);
        Assert.Equal(2, finished.Status);
        Assert.Contains(expected, finished.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_is_not_there_is_bad_input_and_names_the_file()
    {
        Write(Right);
        File.WriteAllText(_cli.At("claim.yaml"), Claim.Replace("\"sh\"", "\"no-such-shell\"", StringComparison.Ordinal));
        Finished finished = _cli.Run("check", "claim.yaml", "--allow-exec", "--quiet");
        Assert.Equal(2, finished.Status);
        Assert.Contains("claim.yaml", finished.Error, StringComparison.Ordinal);
        Assert.Contains("there is no program 'no-such-shell'", finished.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void An_interruption_ends_the_solver_too(string signal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "looks at /proc");
        Write("echo $$ > id.part; mv id.part id; sleep 1000");
        using CommandLine.Running running = _cli.Start("check", "claim.yaml", "--allow-exec", "--quiet");
        running.WaitFor(() => File.Exists(_cli.At("id")));
        int id = int.Parse(File.ReadAllText(_cli.At("id")));
        Assert.True(Directory.Exists($"/proc/{id}"));
        System.Diagnostics.Process.Start("kill", [$"-{signal}", $"{running.Id}"]).WaitForExit();
        Assert.Equal(4, running.Wait().Status);
        Assert.False(Directory.Exists($"/proc/{id}"), "the solver outlived the check");
    }

    private static void SkipWithoutPython() => Assert.SkipUnless(
        !OperatingSystem.IsWindows() && (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "python3"))), "needs python3 and a Unix shell");

    private void Write(string solver)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a Unix shell");
        File.WriteAllText(_cli.At("claim.yaml"), Claim);
        File.WriteAllText(_cli.At("solver.sh"), solver);
    }
}
