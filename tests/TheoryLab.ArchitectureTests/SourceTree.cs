using System.Reflection;
using System.Xml.Linq;
using TheoryLab.Tests;

namespace TheoryLab.ArchitectureTests;

/// <summary>The files and projects of the source tree.</summary>
internal static class SourceTree
{
    private static readonly string[] Generated = ["bin", "obj", ".git", "artifacts", "BenchmarkDotNet.Artifacts", "TestResults", ".vs", ".idea", "runs"];

    /// <summary>Files below a folder, relative to the root and with forward slashes; nothing that a build or a run writes.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) => Walk(Repository.At(folder), pattern);

    /// <summary>A project's name and the names of those it references.</summary>
    public static IReadOnlyList<Project> Projects { get; } = [.. Files(string.Empty, "*.csproj").Select(Project.Read)];

    private static IEnumerable<string> Walk(string folder, string pattern)
    {
        foreach (string file in Directory.EnumerateFiles(folder, pattern).Order())
        {
            yield return Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');
        }

        foreach (string child in Directory.EnumerateDirectories(folder).Where(d => !Generated.Contains(Path.GetFileName(d))).Order())
        {
            foreach (string file in Walk(child, pattern))
            {
                yield return file;
            }
        }
    }
}

internal sealed record Project(string Name, string Path, string AssemblyName, IReadOnlyList<string> References)
{
    /// <summary>Whether it is part of the product, not a test or a benchmark.</summary>
    public bool IsProduct => Path.StartsWith("src/", StringComparison.Ordinal) || Name == "TheoryLab.ProofsChecks";

    public Assembly Load() => Assembly.Load(AssemblyName);

    public static Project Read(string path)
    {
        XElement project = XElement.Parse(Repository.Read(path));
        string name = System.IO.Path.GetFileNameWithoutExtension(path);
        return new(
            name,
            path,
            project.Descendants("AssemblyName").SingleOrDefault()?.Value ?? name,
            [.. project.Descendants("ProjectReference").Select(r => System.IO.Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/'))).Order()]);
    }
}
