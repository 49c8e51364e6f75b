namespace TheoryLab.Cli.Tests.Documents;

/// <summary>The folder of the sources, and the pages in it.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The pages of users: README and docs, by path from the root.</summary>
    public static IEnumerable<string> Pages => Directory.GetFiles(At("docs"), "*.md").Select(f => "docs/" + Path.GetFileName(f)).Append("README.md").Order(StringComparer.Ordinal);

    public static string At(string path) => Path.Combine([Root, .. path.Split('/')]);

    public static string Read(string path) => File.ReadAllText(At(path)).ReplaceLineEndings("\n");

    private static string Find()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TheoryLab.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
