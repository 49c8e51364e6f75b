namespace TheoryLab.Reporting.Tests;

/// <summary>Files of the source tree that tests regenerate and compare.</summary>
internal static class Repository
{
    private static readonly bool Regenerate = Environment.GetEnvironmentVariable("THEORYLAB_REGENERATE") == "1";

    public static string Root { get; } = FindRoot();

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>Compares a file with what it should be; THEORYLAB_REGENERATE=1 writes it instead.</summary>
    public static void IsKept(string file, string text)
    {
        string path = Path.Combine(Root, file);
        if (Regenerate)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"{file} is missing; THEORYLAB_REGENERATE=1 writes it");
        Assert.True(text == File.ReadAllText(path).ReplaceLineEndings("\n"), $"{file} is not what its sources give; THEORYLAB_REGENERATE=1 writes it anew");
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
