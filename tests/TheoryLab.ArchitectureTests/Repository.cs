using System.Reflection;
using System.Xml.Linq;

namespace TheoryLab.ArchitectureTests;

/// <summary>The source tree that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] Generated = ["bin", "obj", ".git", "artifacts", "BenchmarkDotNet.Artifacts", "TestResults", ".vs", ".idea", "runs"];

    public static string Root { get; } = FindRoot();

    /// <summary>Files below a folder, relative to the root and with forward slashes; nothing that a build or a run writes.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) => Walk(Path.Combine(Root, folder), pattern);

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>A project's name and the names of those it references.</summary>
    public static IReadOnlyList<Project> Projects { get; } = [.. Files(string.Empty, "*.csproj").Select(Project.Read)];

    private static IEnumerable<string> Walk(string folder, string pattern)
    {
        foreach (string file in Directory.EnumerateFiles(folder, pattern).Order())
        {
            yield return Path.GetRelativePath(Root, file).Replace('\\', '/');
        }

        foreach (string child in Directory.EnumerateDirectories(folder).Where(d => !Generated.Contains(Path.GetFileName(d))).Order())
        {
            foreach (string file in Walk(child, pattern))
            {
                yield return file;
            }
        }
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TheoryLab.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("TheoryLab.sln is in no folder above the tests.");
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
