using TheoryLab.Core;

namespace TheoryLab.External;

/// <summary>What starts a solver or an oracle: a program and its arguments, given to it as they are; no shell reads them.</summary>
public sealed record ExternalCommand
{
    /// <summary>A command; nothing is started and no file is looked for yet.</summary>
    /// <param name="arguments">The program, then its arguments.</param>
    /// <param name="workingDirectory">Where it runs, and what relative paths are relative to; null for the current folder.</param>
    /// <exception cref="InputException">No program is named.</exception>
    public ExternalCommand(IReadOnlyList<string> arguments, string? workingDirectory = null)
    {
        if (arguments.Count == 0 || string.IsNullOrWhiteSpace(arguments[0]))
        {
            throw new InputException("An external command names no program; write it as a list, such as [\"python3\", \"solver.py\"].");
        }

        Arguments = [.. arguments];
        WorkingDirectory = Path.GetFullPath(workingDirectory ?? Environment.CurrentDirectory);
    }

    /// <summary>The program, then its arguments.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>Where it runs.</summary>
    public string WorkingDirectory { get; }

    /// <summary>Whether two commands start the same program with the same arguments in the same folder.</summary>
    /// <param name="other">The other one.</param>
    public bool Equals(ExternalCommand? other) => other is not null && WorkingDirectory == other.WorkingDirectory && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc/>
    public override int GetHashCode() => Arguments.Aggregate(WorkingDirectory.GetHashCode(StringComparison.Ordinal), HashCode.Combine);

    /// <summary>The command as one would type it, without quotes.</summary>
    public override string ToString() => string.Join(' ', Arguments);
}
