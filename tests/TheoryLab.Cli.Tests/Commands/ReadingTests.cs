using System.Globalization;

namespace TheoryLab.Cli.Tests.Commands;

/// <summary>Commands that show something: list, show, doctor, run, --help.</summary>
public sealed class ReadingTests : IDisposable
{
    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("claims", "gd-convex-exact")]
    [InlineData("problems", "wolfe-triangle")]
    [InlineData("methods", "frank-wolfe-short-step")]
    [InlineData("measures", "primal-gap")]
    [InlineData("classes", "smooth-strongly-convex")]
    [InlineData("worst-cases", "halpern-fixed-point")]
    public void List_names_what_there_is(string what, string name)
    {
        foreach (string[] more in new[] { Array.Empty<string>(), ["--source"] })
        {
            Finished finished = _cli.Run(["list", what, .. more]);
            Assert.Equal((0, string.Empty), (finished.Status, finished.Error));
            Assert.Contains(name, finished.Output, StringComparison.Ordinal);
            Assert.DoesNotContain('\u001b', finished.Output);
            Assert.DoesNotContain(finished.OutputLines, l => l.EndsWith(' '));
        }
    }

    [Fact]
    public void Classes_are_listed_with_their_meaning() =>
        Assert.Contains("L-Lipschitz gradient (L = 1, mu = 0.1)", _cli.Run("list", "classes").Output, StringComparison.Ordinal);

    [Fact]
    public void List_keeps_to_a_family()
    {
        string output = _cli.Run("list", "claims", "--family", "frank-wolfe").Output;
        Assert.Contains("fw-openloop-primal", output, StringComparison.Ordinal);
        Assert.DoesNotContain("gd-convex-exact", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_tells_everything_about_a_claim()
    {
        Finished finished = _cli.Run("show", "gd-convex-exact");
        Assert.Equal(0, finished.Status);
        foreach (string part in new[] { "statement", "Drori", "Theorem", "assumes", "x_{k+1} = x_k - (1/L) grad f(x_k)", "primal-gap", "L*R^2/(4*N+2)", "horizons", "huber", "constant   L:", "false twin" })
        {
            Assert.Contains(part, finished.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_claim_can_be_shown()
    {
        string[] ids = [.. _cli.Run("list").OutputLines.Select(l => l.Trim().Split(' ')[0]).Where(w => w.Contains('-', StringComparison.Ordinal))];
        foreach (string id in ids.Take(6).Concat(ids.TakeLast(6)))
        {
            Assert.Equal(0, _cli.Run("show", id).Status);
        }
    }

    [Fact]
    public void Show_adds_the_stored_result()
    {
        _cli.Run("check", "ogm-exact-minimax", "--instances", "2", "--out", "run");
        Assert.Contains("stored       consistent, tightness 1", _cli.Run("show", "ogm-exact-minimax", "--out", "run").Output, StringComparison.Ordinal);
        Assert.Contains("stored       no result", _cli.Run("show", "gd-convex-exact", "--out", "run").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Doctor_tests_the_backend()
    {
        Finished finished = _cli.Run("doctor");
        Assert.Equal(0, finished.Status);
        Assert.Contains("self-test  passed", finished.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gradient-descent", "quadratic", "gradient-norm")]
    [InlineData("frank-wolfe", "wolfe-triangle", "frank-wolfe-gap")]
    public void Run_writes_a_trace_that_reads_back(string method, string problem, string measure)
    {
        Finished finished = _cli.Run("run", method, "--problem", problem, "--iterations", "50", "--seed", "3", "--trace", "t.csv");
        Assert.Equal(0, finished.Status);
        string[] lines = File.ReadAllLines(_cli.At("t.csv"));
        Assert.Equal($"k,primal-gap,{measure},distance,oracle-calls", lines[0]);
        double[][] rows = [.. lines.Skip(1).Select(l => l.Split(',').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray())];
        Assert.Equal((0, 50), (rows[0][0], rows[^1][0]));
        Assert.Equal(rows.Select(r => r[0]).Distinct().Order(), rows.Select(r => r[0]));
        Assert.True(rows[^1][1] < rows[0][1]);

        // The same run without a trace prints the same numbers.
        string[] table = [.. _cli.Run("run", method, "--problem", problem, "--iterations", "50", "--seed", "3").OutputLines];
        Assert.Contains(table, l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var k, ..] && k == "50");
        Assert.Contains("all iterations made", table[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_reads_the_gap_from_a_trace_of_run()
    {
        Assert.Equal(0, _cli.Run("run", "gradient-descent", "--problem", "huber", "--set", "tau=1/8000", "--trace", "t.csv").Status);
        Assert.Equal(_cli.Run("fit", "t.csv", "--y", "primal-gap").Output, _cli.Run("fit", "t.csv").Output);
        Assert.NotEqual(_cli.Run("fit", "t.csv", "--y", "oracle-calls").Output, _cli.Run("fit", "t.csv").Output);
    }

    [Fact]
    public void Run_reads_fractions()
    {
        Finished finished = _cli.Run("run", "gradient-descent", "--problem", "huber", "--set", "tau=1/16", "--iterations", "2");
        Assert.Equal(0, finished.Status);
        Assert.Contains("tau=0.0625", finished.Output, StringComparison.Ordinal);
        Assert.Equal(2, _cli.Run("run", "gradient-descent", "--problem", "huber", "--set", "tau=1/0").Status);
    }

    [Fact]
    public void Run_takes_parameters_of_problem_and_method()
    {
        Finished finished = _cli.Run("run", "frank-wolfe", "--problem", "simplex-norm", "--set", "dimension=7", "--set", "offset=4", "--iterations", "3");
        Assert.Equal(0, finished.Status);
        Assert.Contains("offset=4", finished.Output, StringComparison.Ordinal);
        Assert.Contains("dimension=7", finished.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("list")]
    [InlineData("show")]
    [InlineData("run")]
    [InlineData("doctor")]
    public void The_help_of_every_command_has_an_example(string command)
    {
        foreach (string help in new[] { "--help", "-h" })
        {
            Finished finished = _cli.Run(command, help);
            Assert.Equal((0, string.Empty), (finished.Status, finished.Error));
            Assert.Contains($"Example: theorylab {command}", finished.Output, StringComparison.Ordinal);
        }

        Assert.Contains($"  {command} ", _cli.Run("--help").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_of_every_command_runs()
    {
        foreach (string command in new[] { "check", "list", "show", "run", "doctor" })
        {
            string example = _cli.Run(command, "--help").Output.Split("Example: theorylab ")[1].Split('\n')[0].Trim();
            Assert.Equal((example, 0), (example, _cli.Run(example.Split(' ')).Status));
        }
    }

    [Fact]
    public void The_version_is_printed() => Assert.Matches(@"^\d+\.\d+\.\d+", _cli.Run("--version").Output);
}
