using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.ClaimFiles;

/// <summary>What starts external programs; without one, a claim file that asks for them is refused.</summary>
public interface IExternalPrograms
{
    /// <summary>A solver in another process, as a method.</summary>
    /// <param name="command">Program and arguments.</param>
    /// <param name="folder">The folder of the claim file, where it runs.</param>
    IMethod Solver(IReadOnlyList<string> command, string folder);

    /// <summary>An oracle in another process, as a family.</summary>
    /// <param name="command">Program and arguments.</param>
    /// <param name="folder">The folder of the claim file, where it runs.</param>
    /// <param name="parameters">Names of the parameters that the claim gives.</param>
    ProblemFamily Oracle(IReadOnlyList<string> command, string folder, IReadOnlyList<string> parameters);
}

/// <summary>The folder of a claim file and what may be started from it.</summary>
/// <param name="file">The claim file as the user named it.</param>
/// <param name="programs">Null where nothing may be started.</param>
internal sealed class ReadingContext(string file, IExternalPrograms? programs)
{
    private readonly string _folder = Path.GetDirectoryName(file) ?? string.Empty;

    private readonly SortedSet<string> _files = new(StringComparer.Ordinal);

    /// <summary>The claim file.</summary>
    public string File => file;

    /// <summary>The files that the claim file names and that are there: data, matrices, recordings. A solver that failed may be mended and gone on with, so commands are not among them.</summary>
    public IReadOnlySet<string> Files => _files;

    /// <summary>A path that a claim file names, as seen from the current folder.</summary>
    public string Resolve(string path) => Path.Combine(_folder, path);

    /// <summary>The path of a file that must be there.</summary>
    public string Existing(Scalar scalar)
    {
        string path;
        try
        {
            path = Resolve(scalar.Text);
        }
        catch (ArgumentException e)
        {
            throw scalar.Place.Error($"'{Shown.Of(scalar.Text)}' is not a path; correct it.", e);
        }

        return System.IO.File.Exists(path) ? Noted(path)
            : Directory.Exists(path) ? throw scalar.Error($"'{Shown.Of(path)}' is a folder; give the path of a file in it.")
            : throw scalar.Error($"there is no file '{Shown.Of(path)}'; correct the path, which is relative to the claim file.");
    }

    /// <summary>The method of a command.</summary>
    public IMethod Solver(Items command) => Started(command, (words, p) => p.Solver(words, Folder));

    /// <summary>The family of a command.</summary>
    public ProblemFamily Oracle(Items command, IReadOnlyList<string> parameters) => Started(command, (words, p) => p.Oracle(words, Folder, parameters));

    /// <summary>Keeps a file in mind, whose change makes another claim.</summary>
    public string Noted(string path)
    {
        _files.Add(path);
        return path;
    }

    private string Folder => _folder.Length == 0 ? "." : _folder;

    private T Started<T>(Items command, Func<IReadOnlyList<string>, IExternalPrograms, T> start)
    {
        string[] words = [.. command.All.Select(w => ((Scalar)w).Text)];
        if (programs is null)
        {
            throw command.Error($"the claim asks to run '{Shown.Of(string.Join(' ', words))}'; add --allow-exec if you trust it.");
        }

        try
        {
            return start(words, programs);
        }
        catch (InputException e)
        {
            throw command.Place.Error(e);
        }
    }
}
