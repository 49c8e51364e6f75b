using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TheoryLab.Tests;

namespace TheoryLab.Cli.Tests.Documents;

/// <summary>Snippets that are no commands: they are what the program has or writes.</summary>
public sealed partial class OtherSnippetTests : IDisposable
{
    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void The_model_shown_is_the_one_of_the_catalogue()
    {
        string shown = Block("docs/worst-case.md", "csharp");
        string source = Repository.Read("proofs-checks/TheoryLab.ProofsChecks/WorstCases/Proximal/PpmFunctionValue.cs");
        Assert.Contains(Space().Replace(shown, " "), Space().Replace(source, " "), StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_line_of_the_protocol_has_the_keys_that_a_solver_is_sent()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a Unix shell");
        File.WriteAllText(_cli.At("solver.sh"), "read -r line; echo \"$line\" > first.json; echo '{\"error\":\"seen enough\"}'");
        File.WriteAllText(_cli.At("claim.yaml"), """
            id: listener
            method: { command: ["sh", "solver.sh"] }
            problem: { family: quadratic, dimension: 2 }
            measure: primal-gap
            kind: upper
            bound: h0
            iterations: 2
            """);
        Assert.Equal(4, _cli.Run("check", "claim.yaml", "--allow-exec", "--quiet").Status);
        Assert.Equal(Keys(File.ReadAllText(_cli.At("first.json"))), Keys(Block("docs/protocol.md", "json")));
    }

    private static IEnumerable<string> Keys(string json) => JsonNode.Parse(json)!.AsObject().Select(p => p.Key);

    private static string Block(string page, string language) => new Regex($"```{language}\n(?<text>.*?)```", RegexOptions.Singleline).Match(Repository.Read(page)).Groups["text"].Value.Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
