using System.Text.Json.Nodes;
using TheoryLab.Tests;

namespace TheoryLab.Cli.Tests.Documents;

/// <summary>docs/results.md names every key of what is stored.</summary>
public sealed class ResultsPageTests : IDisposable
{
    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void Every_key_of_a_run_and_of_its_results_is_on_the_page()
    {
        File.WriteAllText(_cli.At("claim.yaml"), """
            id: false-order
            method: gradient-descent
            problem: { family: huber, tau: 1e-3..1 }
            measure: primal-gap
            kind: upper
            bound: L*R^2/(8*k+2)
            horizons: [5, 50]
            instances: 5
            """);
        _cli.Run("check", "claim.yaml", "gd-convex-five-steps", "--shard", "1/1", "--out", "run", "--quiet");
        string page = Repository.Read("docs/results.md");
        JsonNode[] stored = [JsonNode.Parse(File.ReadAllText(_cli.At("run/run.json")))!, .. File.ReadAllLines(_cli.At("run/results.jsonl")).Select(l => JsonNode.Parse(l)!)];
        Assert.Equal(3, stored.Length);
        Assert.All(stored.SelectMany(Keys).Distinct(), key => Assert.Contains($"`{key}`", page, StringComparison.Ordinal));
    }

    // Names of parameters and claims are the user's; what a method or a source is made of goes without saying.
    private static IEnumerable<string> Keys(JsonNode node) => node switch
    {
        JsonObject o => o.SelectMany(p => Keys(p.Value ?? JsonValue.Create(0)).Where(_ => p.Key is not ("parameters" or "files" or "methods" or "source")).Prepend(p.Key)),
        JsonArray a => a.SelectMany(e => Keys(e ?? JsonValue.Create(0))),
        _ => [],
    };
}
