using TheoryLab.Tests;

namespace TheoryLab.Reporting.Tests;

/// <summary>Files of the source tree that tests regenerate and compare.</summary>
internal static class Kept
{
    private static readonly bool Regenerate = Environment.GetEnvironmentVariable("THEORYLAB_REGENERATE") == "1";

    /// <summary>Compares a file with what it should be; THEORYLAB_REGENERATE=1 writes it instead.</summary>
    public static void IsUpToDate(string file, string text)
    {
        string path = Repository.At(file);
        if (Regenerate)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"{file} is missing; THEORYLAB_REGENERATE=1 writes it");
        Assert.True(text == Repository.Read(file), $"{file} is not what its sources give; THEORYLAB_REGENERATE=1 writes it anew");
    }
}
