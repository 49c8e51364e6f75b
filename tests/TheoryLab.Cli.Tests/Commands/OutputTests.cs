using System.Diagnostics;
using System.Text.Json.Nodes;

namespace TheoryLab.Cli.Tests.Commands;

/// <summary>Where output goes: files that exist, folders that cannot be made, streams that are closed or full, lines that fit.</summary>
public sealed class OutputTests : IDisposable
{
    private const int Narrow = 120;

    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("run", "gradient-descent", "--problem", "huber", "--iterations", "2", "--trace", "file")]
    [InlineData("certify", "gradient-descent", "--class", "smooth-convex", "--steps", "1", "--out", "file")]
    public void A_file_that_exists_is_written_over_only_with_force(params string[] arguments)
    {
        File.WriteAllText(_cli.At("file"), "kept");
        Finished refused = _cli.Run(arguments);
        Assert.Equal((2, "theorylab: The file 'file' exists already and is left as it is; add --force to write over it, or choose another name.\n"), (refused.Status, refused.Error));
        Assert.Equal("kept", File.ReadAllText(_cli.At("file")));
        Assert.Equal(0, _cli.Run([.. arguments, "--force"]).Status);
        Assert.NotEqual("kept", File.ReadAllText(_cli.At("file")));
    }

    [Theory]
    [InlineData("'{0}' is a file and no folder", "check", "gd-convex-exact", "--instances", "1", "--out", "file")]
    [InlineData("'{0}' is a file and no folder", "check", "gd-convex-exact", "--instances", "1", "--report", "file")]
    [InlineData("nothing can be made in '/proc'", "check", "gd-convex-exact", "--instances", "1", "--out", "/proc/x")]
    [InlineData("nothing can be made in '/proc'", "check", "gd-convex-exact", "--instances", "1", "--report", "/proc/x")]
    [InlineData("nothing can be made in '/proc'", "run", "gradient-descent", "--problem", "huber", "--trace", "/proc/x")]
    public void What_cannot_be_written_is_said_with_its_reason_before_any_claim_is_checked(string reason, params string[] arguments)
    {
        Assert.SkipUnless(Directory.Exists("/proc"), "needs a folder that not even root may write to");
        File.WriteAllText(_cli.At("file"), "kept");
        Finished finished = _cli.Run(arguments);
        Assert.Equal((2, string.Empty), (finished.Status, finished.Output));
        Assert.Contains(string.Format(System.Globalization.CultureInfo.InvariantCulture, reason, _cli.At("file")), Assert.Single(finished.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal("kept", File.ReadAllText(_cli.At("file")));
    }

    [Fact]
    public void A_run_of_no_iterations_says_so()
    {
        Finished finished = _cli.Run("run", "gradient-descent", "--problem", "huber", "--iterations", "0");
        Assert.Equal(0, finished.Status);
        Assert.Contains("no iteration was asked for", finished.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("all iterations", finished.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list", "claims")]
    [InlineData("list", "claims", "--source")]
    [InlineData("list", "methods")]
    [InlineData("list", "worst-cases", "--source")]
    public void A_listing_in_a_pipe_fits_and_says_where_the_rest_is(params string[] arguments)
    {
        Finished finished = _cli.Run(arguments);
        Assert.All(finished.OutputLines, l => Assert.InRange(l.Length, 0, Narrow));
        Assert.Equal(arguments[1] == "claims", finished.Output.Contains("'theorylab show ID' has a claim in full", StringComparison.Ordinal));
    }

    [Fact]
    public void A_listing_in_json_or_markdown_is_whole()
    {
        JsonNode listing = JsonNode.Parse(_cli.Run("list", "claims", "--format", "json").Output)!;
        JsonNode claim = listing["entries"]!.AsArray().First(e => (string)e!["name"]! == "gd-convex-exact")!;
        Assert.Contains($"statement    {claim["what"]}\n", _cli.Run("show", "gd-convex-exact").Output, StringComparison.Ordinal);
        Finished markdown = _cli.Run("list", "claims", "--format", "markdown");
        Assert.Equal(listing["entries"]!.AsArray().Count + 2, markdown.OutputLines.Length);
        Assert.All(markdown.OutputLines, l => Assert.StartsWith("| ", l, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("fit", "t.csv", "--expect", "1/k")]
    [InlineData("attack", "gd-convex-exact", "--evaluations", "3", "--quiet")]
    public void A_table_in_markdown_is_one_with_its_lines_as_a_list_below(params string[] arguments)
    {
        File.WriteAllLines(_cli.At("t.csv"), ["k,gap", .. Enumerable.Range(1, 60).Select(k => FormattableString.Invariant($"{k},{1.0 / k:R}"))]);
        Finished finished = _cli.Run([.. arguments, "--format", "markdown", "--no-color"]);
        Assert.Equal(0, finished.Status);
        Assert.Equal("| --- |", finished.OutputLines[1][..7]);
        Assert.All(finished.OutputLines[3..], l => Assert.StartsWith("- ", l, StringComparison.Ordinal));
        Assert.Contains("|\n\n- ", finished.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("doctor")]
    [InlineData("show", "gd-convex-exact")]
    [InlineData("run", "gradient-descent", "--problem", "huber", "--iterations", "1")]
    public void Every_command_takes_no_color(params string[] arguments) => Assert.Equal(0, _cli.Run([.. arguments, "--no-color"]).Status);

    [Theory]
    [InlineData(">/dev/full", 4, "No space left on device: a result could not be written.")]
    [InlineData(">&-", 4, "a result could not be written.")]
    [InlineData("2>&-", 0, "")]
    [InlineData("2>/dev/full", 0, "")]
    [InlineData("| head -n 1 >/dev/null", 0, "")]
    public void A_stream_that_is_closed_or_full_is_no_defect(string redirection, int status, string says)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs /dev/full");
        ProcessStartInfo start = new("sh", ["-c", $"{CommandLine.InShell} check gd-convex-exact --instances 1 {redirection}"]) { WorkingDirectory = _cli.Folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        using CommandLine.Running running = new(Process.Start(start)!);
        Finished finished = running.Wait();
        Assert.Equal(status, finished.Status);
        Assert.Contains(says, finished.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_starter_in_a_folder_with_blanks_and_accents_can_be_checked_as_it_is_said()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a Unix shell");
        Directory.CreateDirectory(_cli.At("à côté"));
        Finished written = _cli.Run("new", "claim", "à côté/mine.yaml");
        string said = written.Output[written.Output.IndexOf("check ", StringComparison.Ordinal)..].Trim();
        ProcessStartInfo start = new("sh", ["-c", $"{CommandLine.InShell} {said} --instances 2 --quiet"]) { WorkingDirectory = _cli.Folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        using CommandLine.Running running = new(Process.Start(start)!);
        Finished finished = running.Wait();
        Assert.True(finished.Status == 0, finished.Error);
    }
}
