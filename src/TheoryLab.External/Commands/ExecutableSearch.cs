using TheoryLab.Core;

namespace TheoryLab.External;

/// <summary>Finds the program of a command before anything is started, so that what is missing is said in a sentence.</summary>
internal static class ExecutableSearch
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>The full path of the program; on Windows, where the system itself knows about endings, the program as it was named.</summary>
    /// <param name="command">The command.</param>
    /// <exception cref="InputException">There is no such program, or it cannot be executed.</exception>
    public static string Program(ExternalCommand command)
    {
        string program = command.Arguments[0];
        if (OperatingSystem.IsWindows())
        {
            return program;
        }

        if (!program.Contains('/', StringComparison.Ordinal))
        {
            return InPath(program) ?? throw new InputException(
                $"The external command '{command}' cannot be started: there is no program '{program}' in any folder of PATH; install it or give its path.");
        }

        string path = Path.GetFullPath(program, command.WorkingDirectory);
        return !File.Exists(path) ? throw new InputException(
                $"The external command '{command}' cannot be started: there is no file '{program}' in {command.WorkingDirectory}; correct the path.")
            : !IsExecutable(path) ? throw new InputException(
                $"The external command '{command}' cannot be started: '{program}' is not executable; chmod +x it, or name its interpreter first, such as [\"python3\", \"solver.py\"].")
            : path;
    }

    /// <summary>The first executable file of that name in the folders of PATH, or null.</summary>
    /// <param name="name">A name without slashes.</param>
    public static string? InPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(path => File.Exists(path) && IsExecutable(path));

    private static bool IsExecutable(string path) => OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Executable) != 0;
}
