using System.Text.RegularExpressions;
using TheoryLab.Claims;
using TheoryLab.Tests;

namespace TheoryLab.ClaimFiles.Tests;

public sealed partial class DocumentationTests
{
    public static TheoryData<string> Snippets => [.. Yaml().Matches(Page).Select(m => m.Groups["text"].Value)];

    private static string Page => Repository.Read("docs/claim-files.md");

    [Theory]
    [MemberData(nameof(Snippets))]
    public void Every_snippet_of_the_page_checks_as_consistent(string text)
    {
        ClaimResult result = Files.Check(text, Path.Combine(Files.Examples, "snippet.yaml"));
        Assert.True(result.Verdict == Verdict.Consistent, $"{result.Claim}: {result.Verdict}: {result.Reason}; tightness {result.Tightness}; {string.Join("; ", result.Twins)}");
    }

    [Fact]
    public void The_files_of_the_page_lie_in_the_folder_that_it_names()
    {
        Dictionary<string, string> shown = Yaml().Matches(Page).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["text"].Value);
        Assert.Equal(shown.Keys.Order(StringComparer.Ordinal), Directory.GetFiles(Files.Examples, "*.yaml").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.All(shown, s => Assert.Equal(s.Value, File.ReadAllText(Path.Combine(Files.Examples, s.Key)).ReplaceLineEndings("\n")));
        Assert.All(shown, s => Assert.StartsWith($"id: {Path.GetFileNameWithoutExtension(s.Key)}\n", s.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_shows_every_shape() => Assert.All(
        (string[])["method: { name", "horizons:", "trace:", "matrix:", "data:", "order:", "twins:", "quantity:"],
        shape => Assert.Contains(Snippets, s => ((string)s.Data).Contains(shape, StringComparison.Ordinal)));

    [Fact]
    public void Every_key_of_a_claim_is_on_the_page() => Assert.All(
        ClaimKeys.Claim.Keys.Where(k => k.Name is not "assumptions"), key => Assert.Contains(key.Name, Page, StringComparison.Ordinal));

    [Fact]
    public void The_schema_is_as_published() => StoredFile.IsUpToDate($"docs/{ClaimSchema.FileName}", ClaimSchema.Text());

    [Fact]
    public void The_starter_checks_as_consistent()
    {
        ClaimResult result = Files.Check(StarterClaim.Text("My claim"));
        Assert.Equal("my-claim", result.Claim);
        Assert.Equal((Verdict.Consistent, "constant", true), (result.Verdict, result.Power, result.Attained));
    }

    [GeneratedRegex("```yaml (?<name>\\S+)\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Yaml();
}
