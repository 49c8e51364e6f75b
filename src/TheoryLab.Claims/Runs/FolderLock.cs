using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>A folder in the hands of one process.</summary>
internal static class FolderLock
{
    /// <summary>
    /// Takes the folder for this process. Readers may open the results meanwhile, and outside Windows a file that may be read by others may be
    /// written by them too, hence a file of its own, which goes with the process.
    /// </summary>
    /// <param name="path">The folder.</param>
    /// <returns>What gives it back when disposed.</returns>
    /// <exception cref="InputException">Another process has it.</exception>
    public static FileStream Take(string path)
    {
        try
        {
            return new(Path.Combine(path, "run.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e)
        {
            throw new InputException($"The folder '{path}' is in use by another process; wait for it, or choose another folder.", e);
        }
    }
}
