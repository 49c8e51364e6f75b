using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using TheoryLab.Tests;

namespace TheoryLab.Packaging.Tests;

/// <summary>What the packages hold, and that they work where there is nothing of this repository.</summary>
public sealed partial class PackageTests(PackedFolder packed) : IClassFixture<PackedFolder>
{
    [Fact]
    public void Every_package_has_readme_licence_documentation_and_symbols_and_names_no_machine()
    {
        Assert.SkipWhen(packed.WhyNot is not null, packed.WhyNot ?? string.Empty);
        string[] files = Directory.GetFiles(packed.Packages, "*.nupkg");
        Assert.Equal(PackedFolder.Projects.Count, files.Length);
        foreach (string file in files)
        {
            using ZipArchive zip = ZipFile.OpenRead(file);
            string[] entries = [.. zip.Entries.Select(e => e.FullName)];
            Assert.Contains("README.md", entries);
            Assert.Contains("NOTICE", entries);
            Assert.Contains(entries, e => OwnAssembly().IsMatch(e) && entries.Contains(Path.ChangeExtension(e, ".xml")));
            Assert.True(File.Exists(Path.ChangeExtension(file, ".snupkg")), $"{file} has no symbols");

            XElement nuspec = XElement.Parse(Text(zip.Entries.Single(e => e.FullName.EndsWith(".nuspec", StringComparison.Ordinal))));
            Assert.Equal("MIT", nuspec.Descendants().Single(e => e.Name.LocalName == "license").Value);
            Assert.NotEmpty(nuspec.Descendants().Single(e => e.Name.LocalName == "description").Value);
            Assert.DoesNotContain(nuspec.Descendants(), e => e.Name.LocalName == "repository");
            Assert.All(zip.Entries.Where(e => e.FullName.Contains("heory", StringComparison.Ordinal)), e => NamesNoMachine(file, e));
        }
    }

    [Fact]
    public void The_tool_installs_into_an_empty_folder_and_shows_its_help()
    {
        Assert.SkipWhen(packed.WhyNot is not null, packed.WhyNot ?? string.Empty);
        string folder = packed.Empty("tool");

        // The tool brings its dependencies along: no other source is asked.
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration><packageSources><clear /><add key="packed" value="{packed.Packages}" /></packageSources></configuration>
            """);
        Finished installed = DotNet.Sdk(folder, "tool", "install", "theorylab", "--tool-path", "bin", "--configfile", "nuget.config");
        Assert.True(installed.Status == 0, installed.All);
        string program = Path.Combine(folder, "bin", OperatingSystem.IsWindows() ? "theorylab.exe" : "theorylab");

        Finished help = DotNet.Run(program, folder, "--help");
        Assert.Equal(0, help.Status);
        Assert.Contains("check", help.Output, StringComparison.Ordinal);

    }

    [Fact]
    public void Every_step_of_the_page_about_CI_runs_in_an_empty_folder()
    {
        Assert.SkipWhen(packed.WhyNot is not null, packed.WhyNot ?? string.Empty);
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a Unix shell");
        Assert.SkipUnless((Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "python3"))), "needs python3");
        string folder = packed.Empty("workflow");
        Directory.CreateSymbolicLink(Path.Combine(folder, "packages"), packed.Packages);
        File.WriteAllText(Path.Combine(folder, "nuget.config"), Block("xml nuget.config"));
        File.WriteAllText(Path.Combine(folder, "my_solver.py"), Block("python my_solver.py"));
        string[] steps = [.. Page("ci.md").Select(l => Step().Match(l)).Where(m => m.Success).Select(m => m.Groups[1].Value)];
        Assert.Equal(4, steps.Length);
        Assert.All(steps, step =>
        {
            // A home of its own for the global tool, whose folder the runner of GitHub has on its path.
            Finished run = DotNet.Run("sh", folder, "-e", "-c", $"export DOTNET_CLI_HOME=\"$PWD\" PATH=\"$PWD/.dotnet/tools:$PATH\"; {step}");
            Assert.True(run.Status == 0, $"{step}: {run.All}");
        });
    }

    [Fact]
    public void A_test_project_elsewhere_passes_and_fails_as_it_should()
    {
        Assert.SkipWhen(packed.WhyNot is not null, packed.WhyNot ?? string.Empty);
        string folder = Directory.CreateDirectory(Path.Combine(packed.Empty("outside"), "project")).FullName;
        WriteOutsideProject(folder);
        Finished built = DotNet.Sdk(folder, "build", "-c", "Release", "-v", "quiet");
        Assert.SkipWhen(built.All.Contains("NU1301", StringComparison.Ordinal), "the registry, which holds xunit, cannot be reached");
        Assert.True(built.Status == 0, built.All);

        Finished run = DotNet.Sdk(folder, "exec", Path.Combine("bin", "Release", "net10.0", "Outside.dll"), "-noColor", "-xml", "results.xml");
        Dictionary<string, XElement> tests = XElement.Load(Path.Combine(folder, "results.xml")).Descendants("test").ToDictionary(t => $"{t.Attribute("type")!.Value}.{t.Attribute("method")!.Value}");
        Assert.Equal(9, tests.Count);
        string[] failing = ["FalseTests.A_false_rate_fails", "SlowTests.The_gap_keeps_its_bound"];
        Assert.Equal(failing, tests.Where(t => t.Value.Attribute("result")!.Value == "Fail").Select(t => t.Key).Order(StringComparer.Ordinal));
        Assert.All(tests.Where(t => !failing.Contains(t.Key)), t => Assert.True(t.Value.Attribute("result")!.Value == "Pass", run.All));
        Assert.Contains("order k^-2 (Upper): refuted: slower than k^-2", tests[failing[0]].Value, StringComparison.Ordinal);

        // In its XML xunit puts a backslash before a quotation mark.
        string failure = tests[failing[1]].Value.Replace("\\\"", "\"", StringComparison.Ordinal);
        Assert.All(Block("text").Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.True(failure.Contains(line, StringComparison.Ordinal), failure));
        Assert.NotEqual(0, run.Status);
    }

    // The snippet of the page about CI, the same without the momentum of its solver, and one test that must fail.
    private void WriteOutsideProject(string folder)
    {
        const string Momentum = "MySolver(TestProblem problem) => Steps(problem, k => k / (k + 3.0));";
        string snippet = Block("csharp");
        Assert.Contains(Momentum, snippet, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "RateTests.cs"), snippet);
        File.WriteAllText(
            Path.Combine(folder, "SlowTests.cs"),
            snippet.Replace("class RateTests", "class SlowTests", StringComparison.Ordinal).Replace(Momentum, "MySolver(TestProblem problem) => Steps(problem, k => 0);", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(folder, "FalseTests.cs"), """
            using TheoryLab.Testing;
            using Xunit;

            public sealed class FalseTests
            {
                [Fact]
                public void A_false_rate_fails() => RateAssert.Order([.. Enumerable.Range(0, 200).Select(k => 1.0 / (k + 1))], "k^-2");
            }
            """);
        string version = XElement.Load(Repository.At("Directory.Build.props")).Descendants("Version").Single().Value;
        string xunit = XElement.Load(Repository.At("Directory.Packages.props")).Descendants("PackageVersion")
            .Single(p => p.Attribute("Include")!.Value == "xunit.v3").Attribute("Version")!.Value;
        File.WriteAllText(Path.Combine(folder, "Outside.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="TheoryLab.Testing" Version="{version}" />
                <PackageReference Include="xunit.v3" Version="{xunit}" />
              </ItemGroup>
            </Project>
            """);

        // The packages lie where the page's file expects them.
        Directory.CreateSymbolicLink(Path.Combine(folder, "packages"), packed.Packages);
        File.WriteAllText(Path.Combine(folder, "nuget.config"), Block("xml nuget.config"));

        // A folder of its own for what is unpacked, since another build's copy of the same version may lie in the machine's; that one is only read, for xunit, and only
        // if nothing of ours is in it.
        string cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        bool usable = Directory.Exists(cache) && Directory.GetDirectories(cache, "theorylab*").Length == 0;
        string fallback = usable ? $"""<fallbackPackageFolders><add key="machine" value="{cache}" /></fallbackPackageFolders>""" : string.Empty;
        File.WriteAllText(Path.Combine(folder, "..", "nuget.config"), $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="unpacked" /></config>
              {fallback}
            </configuration>
            """);
    }

    private static string[] Page(string name) => File.ReadAllLines(Repository.At($"docs/{name}"));

    // The first block of the page about CI with this heading.
    private static string Block(string heading)
    {
        string[] page = Page("ci.md");
        int begin = Array.IndexOf(page, "```" + heading) + 1;
        Assert.True(begin > 0, $"docs/ci.md has no block {heading}");
        return string.Join('\n', page[begin..Array.IndexOf(page, "```", begin)]) + "\n";
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using StreamReader reader = new(entry.Open());
        return reader.ReadToEnd();
    }

    // The root of this tree, and the home folder of whoever built it.
    private static void NamesNoMachine(string package, ZipArchiveEntry entry)
    {
        using MemoryStream bytes = new();
        using (Stream from = entry.Open())
        {
            from.CopyTo(bytes);
        }

        string[] paths = [Repository.Root + Path.DirectorySeparatorChar, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + Path.DirectorySeparatorChar];
        foreach (string path in paths.Where(p => p.Length > 2))
        {
            Assert.True(bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(path)) < 0, $"{entry.FullName} of {Path.GetFileName(package)} names {path}");
        }
    }

    [GeneratedRegex(@"/(TheoryLab\.\w+|theorylab)\.dll$")]
    private static partial Regex OwnAssembly();

    [GeneratedRegex("^ *- run: (.*)$")]
    private static partial Regex Step();
}
