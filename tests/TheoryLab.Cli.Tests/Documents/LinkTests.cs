using System.Text.RegularExpressions;
using TheoryLab.Tests;

namespace TheoryLab.Cli.Tests.Documents;

/// <summary>Links between the pages of the repository lead somewhere.</summary>
public sealed partial class LinkTests
{
    private static readonly string[] Skipped = ["bin", "obj", "artifacts", ".git"];

    public static TheoryData<string> Pages => [.. Markdown(Repository.Root).Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_relative_link_resolves(string path)
    {
        string text = Repository.Read(path);
        string folder = Path.GetDirectoryName(Repository.At(path))!;
        foreach (string target in Link().Matches(text).Select(m => m.Groups["target"].Value).Where(t => !t.Contains("://", StringComparison.Ordinal)))
        {
            string[] parts = target.Split('#');
            string file = parts[0].Length == 0 ? Repository.At(path) : Path.GetFullPath(Path.Combine(folder, parts[0]));
            Assert.True(Path.Exists(file), $"{path} links to {target}, which is not there");
            Assert.True(parts.Length == 1 || Anchors(File.ReadAllText(file)).Contains(parts[1]), $"{path} links to {target}, but there is no such heading");
        }
    }

    [Fact]
    public void Every_page_of_the_documentation_is_in_its_index()
    {
        string index = Repository.Read("docs/README.md");
        Assert.All(Directory.GetFiles(Repository.At("docs"), "*.md").Select(Path.GetFileName).Where(f => f != "README.md"), f => Assert.Contains($"]({f})", index, StringComparison.Ordinal));
        Assert.Contains("(docs/README.md)", Repository.Read("README.md"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Markdown(string folder) => Directory.GetFiles(folder, "*.md")
        .Concat(Directory.GetDirectories(folder).Where(d => !Skipped.Contains(Path.GetFileName(d))).SelectMany(Markdown));

    // As hosts of repositories make them: lower case, spaces to hyphens, other marks left out.
    private static IEnumerable<string> Anchors(string text) => Heading().Matches(text)
        .Select(m => Mark().Replace(m.Groups["title"].Value.Trim().ToLowerInvariant(), string.Empty).Replace(' ', '-'));

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (?<title>.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Mark();
}
