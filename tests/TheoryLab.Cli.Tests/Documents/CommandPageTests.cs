using System.CommandLine;
using System.Text.RegularExpressions;
using TheoryLab.Tests;

namespace TheoryLab.Cli.Tests.Documents;

/// <summary>docs/commands.md and --help say what the parser does.</summary>
public sealed partial class CommandPageTests
{
    private const string PagePath = "docs/commands.md";

    public static TheoryData<string> Names => [.. Application.Create().Subcommands.Select(c => c.Name)];

    /// <summary>Tables stand between two comments in the page; THEORYLAB_REGENERATE=1 writes them.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void The_page_lists_the_options_that_there_are(string name)
    {
        Match match = new Regex($"(?<=<!-- options of {name} -->\n).*?(?=<!-- end -->)", RegexOptions.Singleline).Match(Repository.Read(PagePath));
        Assert.True(match.Success, $"{PagePath} lacks '<!-- options of {name} -->' and '<!-- end -->'");
        string expected = CommandReference.Of(Command(name));
        if (StoredFile.Regenerate)
        {
            string page = Repository.Read(PagePath);
            File.WriteAllText(Repository.At(PagePath), page[..match.Index] + expected + page[(match.Index + match.Length)..]);
            return;
        }

        Assert.Equal(expected, match.Value);
    }

    [Fact]
    public void The_page_has_the_commands_that_there_are_in_the_order_of_help() =>
        Assert.Equal(Application.Create().Subcommands.Select(c => c.Name), Marker().Matches(Repository.Read(PagePath)).Select(m => m.Groups["name"].Value));

    [Theory]
    [MemberData(nameof(Names))]
    public void Help_has_an_example_that_parses(string name)
    {
        Match example = Example().Match(Command(name).Description!);
        Assert.True(example.Success, $"the description of {name} has no example");
        string[] arguments = example.Groups["arguments"].Value.Split(' ');
        Assert.Equal(name, arguments[0]);
        Assert.Null(UsageError.Of(Application.Create().Parse(arguments), arguments));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_page_has_an_example_of_every_command(string name) =>
        Assert.Contains(new Page(Repository.Read(PagePath)).Commands, c => c.Text.StartsWith($"theorylab {name}", StringComparison.Ordinal));

    private static Command Command(string name) => Application.Create().Subcommands.Single(c => c.Name == name);

    [GeneratedRegex("<!-- options of (?<name>[a-z-]+) -->")]
    private static partial Regex Marker();

    [GeneratedRegex("Example: theorylab (?<arguments>.+)$")]
    private static partial Regex Example();
}
