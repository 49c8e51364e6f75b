using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>The folder that the parts of a sweep are joined into.</summary>
internal static class JoinedFolder
{
    private static readonly string[] Marks = [RunFolder.InfoName, RunFolder.ResultsName, AttackSweepFolder.InfoName];

    /// <summary>Writes one.</summary>
    /// <param name="path">The folder; it may exist, but hold no run.</param>
    /// <param name="write">What writes the files, the description last.</param>
    /// <exception cref="InputException">It holds a run already, or cannot be written.</exception>
    public static void Write(string path, Action write)
    {
        try
        {
            if (Marks.Any(m => File.Exists(Path.Combine(path, m))))
            {
                throw new InputException($"The folder '{path}' already holds a run; choose another folder.");
            }

            Directory.CreateDirectory(path);
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The joined run cannot be written to '{path}': {OutputPath.Trouble(Path.Combine(path, RunFolder.InfoName), e)}; choose a folder that you may write to, on a disk with room.", e);
        }
    }
}
