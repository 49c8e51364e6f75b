using System.Text.Json.Nodes;

namespace TheoryLab.Cli.Tests.Commands;

/// <summary>theorylab attack: what comes back for a claim that stands, for a false twin and for a claim that cannot be attacked.</summary>
public sealed class AttackCommandTests : IDisposable
{
    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void A_claim_that_stands_gives_0_and_the_evaluations_used()
    {
        Finished finished = _cli.Run("attack", "gd-convex-exact", "--evaluations", "40", "--quiet");
        Assert.Equal((0, string.Empty), (finished.Status, finished.Error));
        Assert.Contains("no violation; 40 evaluations", finished.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_false_twin_gives_1_and_a_saved_instance()
    {
        Finished finished = _cli.Run("attack", "gd-convex-exact", "--twin", "1", "--evaluations", "300", "--quiet", "--format", "json", "--out", "run");
        Assert.Equal((1, string.Empty), (finished.Status, finished.Error));
        JsonNode violation = JsonNode.Parse(finished.Output)!["violation"]!;
        Assert.Equal("repeated in double-double arithmetic", (string)violation["confirmation"]!);
        Assert.Equal(finished.Output, File.ReadAllText(Path.Combine(_cli.At("run"), "attack.json")));
        Finished again = _cli.Run([.. ((string)violation["replay"]!).Split(' ')[1..]]);
        Assert.Equal(0, again.Status);
    }

    [Theory]
    [InlineData("a limit", "fw-openloop-triangle-limit")]
    [InlineData("an order", "fw-openloop-accelerated-face")]
    [InlineData("--budget", "gd-convex-exact", "--budget", "60")]
    [InlineData("2 twins", "gd-convex-exact", "--twin", "3")]
    [InlineData("--out", "gd-convex-exact", "--resume")]
    public void What_cannot_be_attacked_gives_2_and_one_line(string says, params string[] arguments)
    {
        Finished finished = _cli.Run(["attack", .. arguments]);
        Assert.Equal((2, string.Empty), (finished.Status, finished.Output));
        Assert.Contains(says, Assert.Single(finished.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }
}
