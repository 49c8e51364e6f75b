using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>The file that says what a folder holds.</summary>
internal static class FolderDescription
{
    /// <summary>Whether the folder is described; if so, it must be this run that goes on.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="name">The name of the file.</param>
    /// <param name="resume">Whether to go on with what the folder holds.</param>
    /// <param name="differences">From the file to why it describes another run.</param>
    /// <exception cref="InputException">The folder holds a run already, or another one.</exception>
    public static bool Admit(string path, string name, bool resume, Func<string, IReadOnlyList<string>> differences)
    {
        string file = Path.Combine(path, name);
        if (!File.Exists(file))
        {
            return false;
        }

        if (!resume)
        {
            throw new InputException($"The folder '{path}' already holds a run; add --resume to go on with it, or choose another folder.");
        }

        return differences(file) is not { Count: > 0 } found ? true
            : throw new InputException($"The folder '{path}' holds another run: {string.Join("; ", found)}. Undo that, or choose another folder.");
    }
}
