using System.Diagnostics;
using System.Text.RegularExpressions;
using TheoryLab.Tests;
using YamlDotNet.RepresentationModel;

namespace TheoryLab.Cli.Tests.Documents;

/// <summary>The workflow of docs/ci.md is YAML of the shape that GitHub reads, and its steps do what they say; <c>PackageTests</c> runs them with the packed tool.</summary>
public sealed partial class CiPageTests : IDisposable
{
    // What is installed is the built program here.
    private const string Install = "dotnet tool install --global theorylab --configfile nuget.config";

    private readonly CommandLine _cli = new();

    private static string Text => Repository.Read("docs/ci.md");

    private static YamlMappingNode Workflow
    {
        get
        {
            YamlStream stream = [];
            stream.Load(new StringReader(Yaml().Match(Text).Groups["text"].Value));
            return (YamlMappingNode)Assert.Single(stream.Documents).RootNode;
        }
    }

    private static IEnumerable<YamlMappingNode> Steps => Assert.IsType<YamlSequenceNode>(Workflow["jobs"]["rates"]["steps"]).Cast<YamlMappingNode>();

    private static string[] Runs => [.. Steps.Where(s => s.Children.ContainsKey("run")).Select(s => ((YamlScalarNode)s["run"]).Value!)];

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void The_workflow_has_the_keys_of_one()
    {
        Assert.Equal(["name", "on", "jobs"], Workflow.Children.Keys.Select(k => ((YamlScalarNode)k).Value!));
        Assert.Equal(["push", "pull_request"], ((YamlSequenceNode)Workflow["on"]).Select(e => ((YamlScalarNode)e).Value!));
        Assert.Equal("ubuntu-latest", ((YamlScalarNode)Workflow["jobs"]["rates"]["runs-on"]).Value);
        Assert.All(Steps, s => Assert.True(s.Children.ContainsKey("run") != s.Children.ContainsKey("uses"), s.ToString()));
        Assert.All(Steps.Where(s => s.Children.ContainsKey("uses")), s => Assert.Matches("^actions/[a-z-]+@v[0-9]+$", ((YamlScalarNode)s["uses"]).Value!));
        Assert.All(Steps.SelectMany(s => s.Children.Keys), k => Assert.Contains(((YamlScalarNode)k).Value, (string[])["run", "uses", "with", "if"]));
    }

    [Fact]
    public void Every_step_runs_in_an_empty_folder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a Unix shell");
        Assert.SkipUnless((Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "python3"))), "needs python3");
        foreach (ShownFile file in new Page(Text).Files)
        {
            File.WriteAllText(_cli.At(file.Name), file.Text);
        }

        Assert.Equal(4, Runs.Length);
        Assert.Contains(Install, Runs);
        foreach (string run in Runs.Where(r => r != Install))
        {
            // As the runner of GitHub does: a shell of its own for each step, which ends at the first failure.
            ProcessStartInfo start = new("sh", ["-e", "-c", $"theorylab() {{ {CommandLine.InShell} \"$@\"; }}\n{run}"])
            {
                WorkingDirectory = _cli.Folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                RedirectStandardInput = true,
            };
            using CommandLine.Running running = new(Process.Start(start)!);
            Finished finished = running.Wait();
            Assert.True(finished.Status == 0, $"{run}: {finished.Status}\n{finished.Output}{finished.Error}");
        }

        string uploaded = ((YamlScalarNode)Steps.Single(s => s.Children.ContainsKey("if"))["with"]["path"]).Value!;
        Assert.True(File.Exists(_cli.At(uploaded + "/results.jsonl")), "what is uploaded was not written");
    }

    [GeneratedRegex("```yaml\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Yaml();
}
