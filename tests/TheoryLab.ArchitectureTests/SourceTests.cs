using System.Text.RegularExpressions;
using TheoryLab.Tests;

namespace TheoryLab.ArchitectureTests;

/// <summary>What the text of the sources may contain.</summary>
public sealed class SourceTests
{
    private const int LargestFile = 400;

    private static readonly string[] TextFiles = [".cs", ".csproj", ".props", ".sln", ".md", ".json", ".yml", ".yaml", ".xml", ".csv", ".txt", ".sh", ".html", ".svg", ".editorconfig", ".gitignore"];

    public static IEnumerable<string> ProductSources => SourceTree.Files("src", "*.cs").Concat(SourceTree.Files("proofs-checks", "*.cs"));

    [Fact]
    public void Only_the_command_line_writes_to_the_console()
    {
        Regex console = new(@"\bConsole\s*\.");
        Assert.NotEmpty(ProductSources);
        Assert.DoesNotContain(ProductSources, f => !f.StartsWith("src/TheoryLab.Cli/", StringComparison.Ordinal) && console.IsMatch(Repository.Read(f)));
    }

    [Fact]
    public void No_source_file_is_longer_than_the_limit() =>
        Assert.DoesNotContain(
        ProductSources.Select(f => (File: f, Lines: Repository.Read(f).Count(c => c == '\n'))),
        f => f.Lines > LargestFile);

    [Fact]
    public void No_file_names_a_place_on_somebodys_machine()
    {
        // Written so that this file does not name them either.
        string[] places = [.. new[] { "work", "root", "tmp", "Users" }.Select(folder => $"/{folder}/"), "C:" + '\\'];
        string[] found =
        [
            .. from file in SourceTree.Files(string.Empty, "*")
               where TextFiles.Contains(Path.GetExtension(file))
               let text = Repository.Read(file)
               from place in places
               where text.Contains(place, StringComparison.Ordinal)
               select $"{file}: {place}",
        ];
        Assert.True(found.Length == 0, string.Join(", ", found));
    }
}
