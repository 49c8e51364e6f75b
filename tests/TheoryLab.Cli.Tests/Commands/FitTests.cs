using System.Globalization;
using System.Text.Json.Nodes;

namespace TheoryLab.Cli.Tests.Commands;

public sealed class FitTests : IDisposable
{
    private readonly CommandLine _cli = new();

    public FitTests()
    {
        Write("half.csv", k => 3 * Math.Pow(k, -0.5));
        Write("one.csv", k => 2 / k);
        Write("linear.csv", k => Math.Pow(0.9, k));
        File.WriteAllLines(_cli.At("factorial.csv"), ["k,error", .. Enumerable.Range(0, 41).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i},{Enumerable.Range(1, i).Aggregate(1.0, (y, j) => y / j):R}"))]);
        Write("level.csv", k => 1 + (0.01 / k));
        File.WriteAllLines(_cli.At("newton.csv"), ["k,error", .. Enumerable.Range(0, 8).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i},{Math.Pow(0.8, Math.Pow(2, i)):R}"))]);
        File.WriteAllText(_cli.At("short.csv"), "k,gap\n1,1\n2,0.5\n3,0.3\n");
        File.WriteAllText(_cli.At("row.csv"), "k,gap\n1,1\n");
        File.WriteAllText(_cli.At("zero.csv"), File.ReadAllText(_cli.At("one.csv")) + "200,0\n201,-1e-17\n");
        File.WriteAllText(_cli.At("unsorted.csv"), "k,gap\n1,1\n3,0.5\n2,0.3\n");
    }

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("one.csv", null, 0)]
    [InlineData("one.csv --expect 1/k", "supported", 0)]
    [InlineData("one.csv --expect k^-0.5", "supported", 0)]
    [InlineData("one.csv --expect 1/sqrt(k) --kind order", "refuted", 1)]
    [InlineData("one.csv --expect 1/sqrt(k) --kind lower", "refuted", 1)]
    [InlineData("one.csv --expect 1/k --kind order", "supported", 0)]
    [InlineData("one.csv --expect 1/k^2", "refuted", 1)]
    [InlineData("one.csv --expect 1/k^2 --kind lower", "supported", 0)]
    [InlineData("one.csv --expect 0.9^k", "refuted", 1)]
    [InlineData("linear.csv --expect 0.9^k --kind order", "supported", 0)]
    [InlineData("linear.csv --expect exp(-0.1*k)", "supported", 0)]
    [InlineData("linear.csv --expect exp(-k)", "refuted", 1)]
    [InlineData("linear.csv --expect 1/k", "supported", 0)]
    [InlineData("linear.csv --expect superlinear", "refuted", 1)]
    [InlineData("newton.csv --expect quadratic --kind order", "supported", 0)]
    [InlineData("newton.csv --expect superlinear", "supported", 0)]
    [InlineData("factorial.csv --expect superlinear", "supported", 0)]
    [InlineData("factorial.csv --expect order1.5", "refuted", 1)]
    [InlineData("newton.csv --expect order3", "refuted", 1)]
    [InlineData("level.csv --expect 1/k", "refuted", 1)]
    [InlineData("short.csv --expect 1/k", "inconclusive", 0)]
    [InlineData("short.csv --expect 1/k --strict", "inconclusive", 3)]
    [InlineData("row.csv --expect 1/k", "inconclusive", 0)]
    [InlineData("row.csv --expect 1/k --strict", "inconclusive", 3)]
    [InlineData("one.csv --expect 1/k --strict", "supported", 0)]
    [InlineData("one.csv --expect 1/k^2 --strict", "refuted", 1)]
    public void An_expectation_is_judged_and_sets_the_status(string arguments, string? verdict, int status)
    {
        Finished table = _cli.Run(["fit", .. arguments.Split(' ')]), json = _cli.Run(["fit", .. arguments.Split(' '), "--format", "json"]);
        Assert.Equal((status, status), (table.Status, json.Status));
        Assert.Equal(string.Empty, table.Error + json.Error);
        Assert.Contains(verdict is null ? "gap falls like k^-1." : $" is {verdict}: ", table.Output, StringComparison.Ordinal);
        Assert.Equal(verdict, (string?)JsonNode.Parse(json.Output)!["verdict"]);
    }

    [Theory]
    [InlineData("fit row.csv", 0)]
    [InlineData("fit row.csv --strict", 3)]
    [InlineData("fit one.csv --strict", 0)]
    [InlineData("fit one.csv row.csv --strict", 3)]
    [InlineData("fit one.csv row.csv --expect 1/k^2 --strict", 1)]
    public void Without_a_law_strict_sets_the_status(string arguments, int status) => Assert.Equal(status, _cli.Run(arguments.Split(' ')).Status);

    [Fact]
    public void A_window_that_ends_before_the_law_is_not_refuted()
    {
        // Gradient descent on a chain of 100: k^-1/2 less the end of the chain, which O(1/k) and more outlives.
        Write("chain.csv", k => (0.8 / Math.Sqrt(k)) - 0.02);
        Finished fit = _cli.Run("fit", "chain.csv", "--expect", "1/k", "--strict");
        Assert.Equal(3, fit.Status);
        Assert.Contains("run more iterations", fit.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fit_in_json_has_the_fields_of_the_contract()
    {
        JsonObject fit = JsonNode.Parse(_cli.Run("fit", "half.csv", "--expect", "k^-0.5", "--format", "json").Output)!.AsObject();
        Assert.Equal(
            ["schema", "file", "x", "y", "rate", "points", "nonpositive", "accuracy", "floor", "transient", "alternatives", "expected", "kind", "verdict", "reason", "resolution"],
            fit.Select(p => p.Key));
        Assert.Equal(["model", "estimate", "low", "high", "level", "window"], fit["rate"]!.AsObject().Select(p => p.Key));
        Assert.Equal(["name", "share"], fit["alternatives"]![0]!.AsObject().Select(p => p.Key));
        Assert.Equal("theorylab-fit/1", (string?)fit["schema"]);
        Assert.Equal("power", (string?)fit["rate"]!["model"]);
        Assert.InRange(0.5, (double)fit["rate"]!["low"]!, (double)fit["rate"]!["high"]!);
        Assert.Equal("k^-0.5 upper", $"{fit["expected"]} {fit["kind"]}");
    }

    [Fact]
    public void Several_files_make_one_table_and_one_array()
    {
        string[] files = ["half.csv", "one.csv", "linear.csv"];
        Finished table = _cli.Run(["fit", .. files, "--expect", "1/k"]), json = _cli.Run(["fit", .. files, "--expect", "1/k", "--format", "json"]);
        Assert.Equal(1, table.Status);
        Assert.Single(table.OutputLines, line => line.Contains("95% interval", StringComparison.Ordinal));
        Assert.All(files, f => Assert.Contains($"\n  {f}", table.Output, StringComparison.Ordinal));
        JsonArray fits = JsonNode.Parse(json.Output)!.AsArray();
        Assert.Equal(files, fits.Select(f => (string?)f!["file"]));
        Assert.Equal(["refuted", "supported", "supported"], fits.Select(f => (string?)f!["verdict"]));
    }

    [Fact]
    public void A_floor_stands_against_a_rate_unless_the_accuracy_is_stated()
    {
        Write("single.csv", k => Math.Pow(0.8, k) + (3e-5 * (1 + (k % 3))));
        Finished without = _cli.Run("fit", "single.csv", "--expect", "0.8^k"), with = _cli.Run("fit", "single.csv", "--expect", "0.8^k", "--accuracy", "1e-4");
        Assert.Equal((1, 0), (without.Status, with.Status));
        Assert.Contains("are no more than the error of the numbers, say so with --accuracy.", without.Output, StringComparison.Ordinal);
        Assert.Contains("at least as fast as 0.8^k is supported", with.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("say so with", with.Output, StringComparison.Ordinal);
        Assert.Equal(1, _cli.Run("fit", "single.csv", "--expect", "0.7^k", "--accuracy", "1e-4").Status);
        Assert.Equal(3, _cli.Run("fit", "single.csv", "--expect", "0.8^k", "--accuracy", "1", "--strict").Status);
        Assert.Equal(1e-4, (double)JsonNode.Parse(_cli.Run("fit", "single.csv", "--accuracy", "1e-4", "--format", "json").Output)!["accuracy"]!);
    }

    [Theory]
    [InlineData("drop", "left out")]
    [InlineData("floor", "replaced by the smallest positive value")]
    public void Values_that_are_not_positive_are_counted(string handling, string words)
    {
        Finished fit = _cli.Run("fit", "zero.csv", "--nonpositive", handling);
        Assert.Equal(0, fit.Status);
        Assert.Contains($"zero.csv: 2 values of 'gap' were not positive and were {words}.", fit.OutputLines);
    }

    [Theory]
    [InlineData("fit", "TRACE")]
    [InlineData("fit nowhere.csv", "There is no trace file 'nowhere.csv'")]
    [InlineData("fit one.csv --y gaps", "Did you mean 'gap'?")]
    [InlineData("fit one.csv --x iteration", "--x")]
    [InlineData("fit unsorted.csv", "unsorted.csv, line 4")]
    [InlineData("fit zero.csv", "--nonpositive")]
    [InlineData("fit zero.csv --nonpositive flor", "Did you mean 'floor'?")]
    [InlineData("fit one.csv --accuracy 0", "--accuracy is 0; it must be a number above zero")]
    [InlineData("fit one.csv --accuracy -1e-3", "--accuracy is -0.001; it must be a number above zero")]
    [InlineData("fit one.csv --accuracy little", "--accuracy")]
    [InlineData("fit zero.csv --accuracy 1e-18", "zero.csv, line 103: gap is -1E-17, below zero by more than --accuracy 1E-18")]
    [InlineData("fit one.csv --kind uper", "Did you mean 'upper'?")]
    [InlineData("fit one.csv --expect log(k)/k", "has a logarithm")]
    [InlineData("fit one.csv --expect k^2", "There is no rate 'k^2'")]
    [InlineData("fit one.csv --expect k^-0", "must be above 0")]
    [InlineData("fit one.csv --expect 1.1^k", "between 0 and 1")]
    [InlineData("fit one.csv --expect exp(-1e9*k)", "rounds to 0 or 1")]
    [InlineData("fit one.csv --expect order1", "must be above 1")]
    [InlineData("fit one.csv --expect superlinear --kind lower", "names no order")]
    [InlineData("fit one.csv --expct 1/k", "Did you mean '--expect'?")]
    public void Bad_input_is_refused_in_one_line(string arguments, string message)
    {
        Finished fit = _cli.Run(arguments.Split(' '));
        Assert.Equal((2, string.Empty), (fit.Status, fit.Output));
        Assert.Contains(message, Assert.Single(fit.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_trace_of_a_run_is_fitted()
    {
        Assert.Equal(0, _cli.Run("run", "gradient-descent", "--problem", "quadratic", "--trace", "nag.csv").Status);
        JsonNode fit = JsonNode.Parse(_cli.Run("fit", "nag.csv", "--y", "primal-gap", "--nonpositive", "drop", "--format", "json").Output)!;
        Assert.Equal("k primal-gap", $"{fit["x"]} {fit["y"]}");
        Assert.True((int)fit["points"]! > 0);
    }

    private void Write(string name, Func<double, double> law) => File.WriteAllLines(
        _cli.At(name), ["k,gap", .. Enumerable.Range(1, 100).Select(k => string.Create(CultureInfo.InvariantCulture, $"{k},{law(k):R}"))]);
}
