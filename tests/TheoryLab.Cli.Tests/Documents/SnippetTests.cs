using System.Diagnostics;
using System.Text.RegularExpressions;
using TheoryLab.Tests;

namespace TheoryLab.Cli.Tests.Documents;

/// <summary>What the pages tell readers to type does what they say.</summary>
public sealed partial class SnippetTests : IDisposable
{
    // Far beyond any command of the pages on a slow machine that does twenty other things: it ends what hangs.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);

    /// <summary>Commands that are only parsed, by how they begin, and why.</summary>
    private static readonly (string Start, string Why)[] NotRun =
    [
        ("theorylab check #", "the whole catalogue takes half a minute; .ci/run checks it"),
        ("theorylab check --all", "the whole catalogue; ShardTests run shards of a family"),
        ("theorylab merge s1", "joins the shards that were not made; ShardTests join shards"),
        ("theorylab merge sweep/", "joins the shards that were not made; ShardTests join shards"),
        ("theorylab attack gd-convex-exact --budget 60s", "takes a minute; AttackCommandTests attack with evaluations"),
        ("dotnet test", "would run itself"),
        ("mkdir -p sweep", "for Slurm; SlurmTests"),
        ("SWEEP=sweep sbatch", "needs Slurm; SlurmTests run the script"),
    ];

    private readonly CommandLine _cli = new();

    public static TheoryData<string> Pages => [.. Page.Paths];

    public void Dispose() => _cli.Dispose();

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_command_does_what_the_page_shows(string path)
    {
        Page page = new(Repository.Read(path));
        ShownCommand[] commands = [.. page.Commands.Concat(page.TableCommands).Where(c => !IsException(c.Text))];
        Assert.SkipWhen(commands.Length > 0 && OperatingSystem.IsWindows(), "needs a Unix shell");
        Assert.SkipUnless(commands.All(c => !c.Text.Contains("python3", StringComparison.Ordinal) && !c.Text.Contains("--allow-exec", StringComparison.Ordinal)) || HasPython, "needs python3");
        Prepare(page);
        foreach (ShownCommand command in commands)
        {
            Finished finished = Shell(command.Text);
            Assert.True(finished.Status == command.Status, $"{command.Text}: status {finished.Status}, not {command.Status}\n{finished.Output}{finished.Error}");
            AssertShown(command, [.. $"{finished.Output}\n{finished.Error}".Split('\n').Select(l => l.Trim())]);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_command_line_parses(string path)
    {
        Page page = new(Repository.Read(path));
        string[] lines = [.. page.Commands.Concat(page.TableCommands).Select(c => c.Text).Concat(page.InlineCommands.Select(Complete))];
        foreach (string line in lines.Where(l => l.StartsWith("theorylab ", StringComparison.Ordinal)))
        {
            string[] arguments = [.. Word().Matches(ShellEnd().Split(line)[0]).Select(m => m.Value.Trim('"', '\'')).Skip(1)];
            Assert.True(UsageError.Of(Application.Create().Parse(arguments), arguments) is null, $"{path}: {line}: {UsageError.Of(Application.Create().Parse(arguments), arguments)}");
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void No_command_stands_where_no_test_runs_it(string path) => Assert.Empty(new Page(Repository.Read(path)).UnmarkedCommands);

    [Fact]
    public void Every_exception_is_needed()
    {
        string[] commands = [.. Page.Paths.Select(p => new Page(Repository.Read(p))).SelectMany(p => p.Commands.Concat(p.TableCommands)).Select(c => c.Text)];
        Assert.All(NotRun, e => Assert.Contains(commands, c => Begins(c, e.Start)));
    }

    private static bool HasPython => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "python3")));

    // A command that is only named has no arguments, which its help does not need.
    private static string Complete(string inline) => inline.Split(' ').Length == 2 ? inline + " --help" : inline;

    private static bool IsException(string command) => NotRun.Any(e => Begins(command, e.Start));

    // "#" in a list entry is the end of the command.
    private static bool Begins(string command, string start) => start.EndsWith(" #", StringComparison.Ordinal) ? command == start[..^2] : command.StartsWith(start, StringComparison.Ordinal);

    // Shown lines occur in their order; a line "..." stands for any others, and one that ends so for a longer one.
    private static void AssertShown(ShownCommand command, string[] printed)
    {
        int at = 0;
        foreach (string line in command.Shown.Where(l => l != "..."))
        {
            int found = line.EndsWith(" ...", StringComparison.Ordinal)
                ? Array.FindIndex(printed, at, p => p.StartsWith(line[..^4], StringComparison.Ordinal))
                : Array.IndexOf(printed, line, at);
            Assert.True(found >= 0, $"{command.Text}: the page shows\n{line}\nbut this was printed:\n{string.Join('\n', printed)}");
            at = found + 1;
        }
    }

    // The folder of the reader: the files that the page spells out, and the examples, where a clone has them and beside the reader.
    private void Prepare(Page page)
    {
        foreach (string folder in (string[])["docs/examples", "docs/examples/claims", "docs/examples/solvers"])
        {
            Directory.CreateDirectory(_cli.At(folder));
            foreach (string file in Directory.GetFiles(Repository.At(folder)))
            {
                File.Copy(file, Path.Combine(_cli.At(folder), Path.GetFileName(file)));
                File.Copy(file, _cli.At(Path.GetFileName(file)));
            }
        }

        foreach (ShownFile file in page.Files)
        {
            File.WriteAllText(_cli.At(file.Name), file.Text);
        }
    }

    /// <summary>Runs a command of a page, "theorylab" being the built program.</summary>
    private Finished Shell(string command)
    {
        ProcessStartInfo start = new("sh") { WorkingDirectory = _cli.Folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"theorylab() {{ {CommandLine.InShell} \"$@\"; }}\n{command}");
        using CommandLine.Running running = new(Process.Start(start)!);
        return running.Wait(Limit);
    }

    [GeneratedRegex("\"[^\"]*\"|'[^']*'|\\S+")]
    private static partial Regex Word();

    // Where the command line of the program ends for the shell, or for a reader who is given a choice.
    [GeneratedRegex(@" [|#>&]|\||;")]
    private static partial Regex ShellEnd();
}
