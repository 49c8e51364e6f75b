using TheoryLab.Core;

namespace TheoryLab.Cli;

/// <summary>A file that a command writes for its user, over none that exists unless that is asked for.</summary>
internal static class NewFile
{
    /// <summary>Refuses a name that is taken, before any work is done.</summary>
    /// <param name="path">The file; null for none.</param>
    /// <param name="mayReplace">Whether it may be written over.</param>
    /// <exception cref="InputException">The file exists.</exception>
    public static void Refuse(string? path, bool mayReplace)
    {
        if (path is not null && !mayReplace && HasContent(path))
        {
            throw new InputException($"The file '{path}' exists already and is left as it is; add --force to write over it, or choose another name.");
        }
    }

    /// <summary>Writes the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="mayReplace">Whether it may be written over.</param>
    /// <param name="what">What it is, for messages.</param>
    /// <exception cref="InputException">It exists, or cannot be written.</exception>
    public static void Write(string path, string text, bool mayReplace, string what)
    {
        Refuse(path, mayReplace);
        try
        {
            using StreamWriter writer = new(new FileStream(path, FileMode.Create, FileAccess.Write));
            writer.Write(text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"The {what} cannot be written to '{path}': {OutputPath.Trouble(path, e)}; name a file in a folder that exists and that you may write to.", e);
        }
    }

    // Nothing is lost of an empty file, nor of a pipe or a device, whose length is zero.
    private static bool HasContent(string path) => File.Exists(path) && new FileInfo(File.ResolveLinkTarget(Path.GetFullPath(path), returnFinalTarget: true)?.FullName ?? path) is { Exists: true, Length: > 0 };
}
