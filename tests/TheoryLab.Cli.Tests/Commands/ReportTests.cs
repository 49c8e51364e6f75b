using System.Xml.Linq;

namespace TheoryLab.Cli.Tests.Commands;

public sealed class ReportTests : IDisposable
{
    private static readonly string[] Arguments = ["check", "gd-convex-exact", "fw-wolfe-zigzag-lower", "--instances", "2", "--quiet"];

    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void A_check_and_its_stored_run_give_the_same_report_resumed_or_not()
    {
        Assert.Equal(0, _cli.Run([.. Arguments, "--report", "direct"]).Status);
        Assert.Equal(0, _cli.Run([.. Arguments, "--out", "run"]).Status);
        Assert.Equal(0, _cli.Run([.. Arguments, "--out", "run", "--resume", "--report", "resumed"]).Status);
        Finished stored = _cli.Run("report", "run", "--out", "stored");
        Assert.Equal(0, stored.Status);
        Assert.Contains("2 claims: ", stored.Output, StringComparison.Ordinal);
        Assert.Equal(["index.html", "plots/fw-wolfe-zigzag-lower.svg", "plots/gd-convex-exact.svg", "report.md"], Files("direct").Keys);
        Assert.Equal(Files("direct"), Files("resumed"));
        Assert.Equal(Files("direct"), Files("stored"));
    }

    [Fact]
    public void Several_runs_make_one_report()
    {
        _cli.Run("check", "gd-convex-exact", "--instances", "2", "--out", "a");
        _cli.Run("check", "ogm-exact-minimax", "--instances", "2", "--out", "b");
        Assert.Equal(0, _cli.Run("report", "a", "b", "--out", "both").Status);
        Assert.Equal(["index.html", "plots/gd-convex-exact.svg", "plots/ogm-exact-minimax.svg", "report.md"], Files("both").Keys);
    }

    [Fact]
    public void Build_servers_get_junit_and_markdown()
    {
        XElement suites = XElement.Parse(_cli.Run([.. Arguments, "--format", "junit"]).Output);
        Assert.Equal(["first-order", "frank-wolfe"], suites.Elements("testsuite").Select(s => s.Attribute("name")!.Value));
        Assert.Equal("2", suites.Attribute("tests")!.Value);
        string markdown = _cli.Run([.. Arguments, "--format", "markdown"]).Output;
        Assert.StartsWith("## TheoryLab", markdown, StringComparison.Ordinal);
        Assert.Contains("| gd-convex-exact | upper | consistent |", markdown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--out DIR", "report", "run")]
    [InlineData("holds no run", "report", "nowhere", "--out", "there")]
    public void What_cannot_be_reported_is_said_in_one_line(string part, params string[] arguments)
    {
        Finished finished = _cli.Run(arguments);
        Assert.Equal(2, finished.Status);
        Assert.Contains(part, finished.Error, StringComparison.Ordinal);
        Assert.Single(finished.Error.TrimEnd().Split('\n'));
    }

    private SortedDictionary<string, string> Files(string folder) => new(
        Directory.GetFiles(_cli.At(folder), "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(_cli.At(folder), f).Replace('\\', '/'), File.ReadAllText), StringComparer.Ordinal);
}
