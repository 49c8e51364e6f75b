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
        if (path is not null && File.Exists(path) && !mayReplace)
        {
            throw Taken(path);
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
        try
        {
            using StreamWriter writer = new(new FileStream(path, mayReplace ? FileMode.Create : FileMode.CreateNew, FileAccess.Write));
            writer.Write(text);
        }
        catch (IOException e) when (!mayReplace && File.Exists(path))
        {
            throw Taken(path, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"The {what} cannot be written to '{path}': {e.Message.TrimEnd('.')}; name a file in a folder that exists and that you may write to.", e);
        }
    }

    private static InputException Taken(string path, Exception? cause = null)
    {
        string message = $"The file '{path}' exists already and is left as it is; add --force to write over it, or choose another name.";
        return cause is null ? new(message) : new(message, cause);
    }
}
