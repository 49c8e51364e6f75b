namespace TheoryLab.Core;

/// <summary>Names that users give for what is to be written.</summary>
public static class OutputPath
{
    /// <summary>Why something cannot be written, in a user's words: of a folder that takes no files, the system says that it "could not find" them.</summary>
    /// <param name="path">The file that was to be written; of a folder, one in it.</param>
    /// <param name="cause">What the system said.</param>
    /// <returns>A clause without its full stop.</returns>
    public static string Trouble(string path, Exception cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        string full = Path.GetFullPath(path);
        string? there = full;
        while (there is not null && !File.Exists(there) && !Directory.Exists(there))
        {
            there = Path.GetDirectoryName(there);
        }

        return there is not null && there != full && File.Exists(there) ? $"'{there}' is a file and no folder"
            : Directory.Exists(full) ? "it is a folder that exists"
            : cause is FileNotFoundException ? $"nothing can be made in '{there}'"
            : cause is DirectoryNotFoundException ? $"there is no folder '{Path.GetDirectoryName(full)}'"
            : cause.Message.TrimEnd('.');
    }
}
