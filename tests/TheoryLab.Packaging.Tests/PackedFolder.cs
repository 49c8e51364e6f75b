using System.Xml.Linq;
using TheoryLab.Tests;

namespace TheoryLab.Packaging.Tests;

/// <summary>The packages of the solution, packed once from what was built in Release, in a folder that is removed at the end.</summary>
public sealed class PackedFolder : IDisposable
{
    private readonly string _temporary = Directory.CreateTempSubdirectory("theorylab-packages-").FullName;

    public PackedFolder()
    {
        string[] unbuilt = [.. Projects.Where(p => !File.Exists(Built(p)))];
        if (unbuilt.Length > 0)
        {
            WhyNot = $"not built in Release: {string.Join(", ", unbuilt.Select(Path.GetFileNameWithoutExtension))}; run 'dotnet build -c Release' first";
            return;
        }

        foreach (string project in Projects)
        {
            Finished packed = DotNet.Sdk(Repository.Root, "pack", project, "-c", "Release", "--no-build", "-o", Packages, "-v", "quiet");
            Assert.True(packed.Status == 0, packed.All);
        }
    }

    /// <summary>Why there are no packages; null if there are.</summary>
    public string? WhyNot { get; }

    /// <summary>Where the packages lie.</summary>
    public string Packages => Path.Combine(_temporary, "packages");

    /// <summary>The projects of the product, by path.</summary>
    public static IReadOnlyList<string> Projects { get; } =
        [.. new[] { "src", "proofs-checks" }.SelectMany(f => Directory.GetDirectories(Repository.At(f)))
            .SelectMany(f => Directory.GetFiles(f, "*.csproj"))
            .Where(p => !p.EndsWith("Tests.csproj", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    /// <summary>A new empty folder.</summary>
    /// <param name="name">Its name.</param>
    public string Empty(string name) => Directory.CreateDirectory(Path.Combine(_temporary, name)).FullName;

    public void Dispose() => Directory.Delete(_temporary, recursive: true);

    private static string Built(string project)
    {
        string name = XElement.Load(project).Descendants("AssemblyName").SingleOrDefault()?.Value ?? Path.GetFileNameWithoutExtension(project);
        return Path.Combine(Path.GetDirectoryName(project)!, "bin", "Release", "net10.0", name + ".dll");
    }
}
