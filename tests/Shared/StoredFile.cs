namespace TheoryLab.Tests;

/// <summary>Files of the source tree that tests write from its sources and compare with them ever after.</summary>
internal static class StoredFile
{
    /// <summary>Whether they are to be written anew, which THEORYLAB_REGENERATE=1 asks for.</summary>
    public static bool Regenerate { get; } = Environment.GetEnvironmentVariable("THEORYLAB_REGENERATE") == "1";

    public static string Read(string file)
    {
        Assert.True(File.Exists(Repository.At(file)), $"{file} is missing; THEORYLAB_REGENERATE=1 writes it");
        return Repository.Read(file);
    }

    /// <summary>Compares a file with what it should be, and writes it first where that is asked for.</summary>
    public static void IsUpToDate(string file, string text)
    {
        if (Regenerate)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Repository.At(file))!);
            File.WriteAllText(Repository.At(file), text);
        }

        Assert.True(Read(file) == text, $"{file} is not what its sources give; THEORYLAB_REGENERATE=1 writes it anew");
    }
}
