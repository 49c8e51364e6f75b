using System.Text.RegularExpressions;
using TheoryLab.Tests;

namespace TheoryLab.Cli.Tests.Documents;

/// <summary>A command of a page, what the page shows of its output, and the exit status that it states (0 if none).</summary>
internal sealed record ShownCommand(string Text, IReadOnlyList<string> Shown, int Status);

/// <summary>A file that a page spells out: a fenced block whose language is followed by a name.</summary>
internal sealed record ShownFile(string Name, string Text);

/// <summary>A page of the documentation, read for what its readers would type.</summary>
internal sealed partial class Page(string text)
{
    private const string FromClone = "dotnet run -c Release --project src/TheoryLab.Cli -- ";

    /// <summary>The pages of users: README and docs, by path from the root.</summary>
    public static IEnumerable<string> Paths =>
        Directory.GetFiles(Repository.At("docs"), "*.md").Select(f => "docs/" + Path.GetFileName(f)).Append("README.md").Order(StringComparer.Ordinal);

    public IEnumerable<ShownFile> Files => Blocks().Where(b => b.Name.Length > 0).Select(b => new ShownFile(b.Name, b.Text));

    /// <summary>The commands of the blocks marked "console", in their order: a line "$ command", then lines of its output, then perhaps "[status 1]".</summary>
    public IEnumerable<ShownCommand> Commands => Blocks().Where(b => b.Language == "console").SelectMany(b => Session(b.Text));

    /// <summary>The commands of a table whose first column is headed "type ...": each piece of code in that column is what follows the program's name.</summary>
    public IEnumerable<ShownCommand> TableCommands
    {
        get
        {
            string[] lines = text.Split('\n');
            int header = Array.FindIndex(lines, l => l.StartsWith("| type ", StringComparison.Ordinal));
            return header < 0 ? [] : lines.Skip(header + 2).TakeWhile(l => l.StartsWith('|'))
                .SelectMany(l => Code().Matches(l.Split('|')[1]).Select(m => new ShownCommand("theorylab " + m.Groups["code"].Value, [], 0)));
        }
    }

    /// <summary>Command lines of the program in running text, without patterns of them.</summary>
    public IEnumerable<string> InlineCommands => Code().Matches(Fence().Replace(text, string.Empty)).Select(m => m.Groups["code"].Value).Where(c => c.StartsWith("theorylab ", StringComparison.Ordinal) && !c.Contains("[options]", StringComparison.Ordinal));

    /// <summary>Commands in blocks that are not marked "console", where no test would run them.</summary>
    public IEnumerable<string> UnmarkedCommands => Blocks().Where(b => b.Language != "console").SelectMany(b => b.Text.Split('\n'))
        .Where(l => l.StartsWith("theorylab ", StringComparison.Ordinal) || l.StartsWith("$ ", StringComparison.Ordinal) || l.StartsWith("dotnet ", StringComparison.Ordinal));

    /// <summary>What is typed, with the program called by its name whether installed or run from a clone.</summary>
    private static IEnumerable<ShownCommand> Session(string block)
    {
        string? command = null;
        List<string> shown = [];
        int status = 0;
        foreach (string line in block.Split('\n', StringSplitOptions.RemoveEmptyEntries).Append("$ "))
        {
            if (line.StartsWith("$ ", StringComparison.Ordinal))
            {
                if (command is not null)
                {
                    yield return new(command, [.. shown], status);
                }

                (command, status) = (line[2..].Replace(FromClone, "theorylab ", StringComparison.Ordinal), 0);
                shown.Clear();
            }
            else if (Status().Match(line) is { Success: true } match)
            {
                status = int.Parse(match.Groups["status"].Value);
            }
            else
            {
                shown.Add(line.Trim());
            }
        }
    }

    private IEnumerable<(string Language, string Name, string Text)> Blocks() =>
        Fence().Matches(text).Select(m => (m.Groups["language"].Value, m.Groups["name"].Value, m.Groups["text"].Value));

    [GeneratedRegex("^```(?<language>[a-z]*)(?: (?<name>\\S+))?\n(?<text>.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\A\[status (?<status>\d)\]\z")]
    private static partial Regex Status();

    [GeneratedRegex("`(?<code>[^`\n]+)`")]
    private static partial Regex Code();
}
