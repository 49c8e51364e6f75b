namespace TheoryLab.Tests;

/// <summary>The source tree that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Where a file or folder lies, given from the root with forward slashes.</summary>
    public static string At(string path) => Path.Combine([Root, .. path.Split('/')]);

    public static string Read(string path) => File.ReadAllText(At(path)).ReplaceLineEndings("\n");

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TheoryLab.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("No folder above the tests holds TheoryLab.sln.");
    }
}
