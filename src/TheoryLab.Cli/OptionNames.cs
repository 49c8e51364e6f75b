using System.CommandLine;
using TheoryLab.Core;

namespace TheoryLab.Cli;

/// <summary>Catches mistyped options, which would otherwise be taken for arguments.</summary>
internal static class OptionNames
{
    /// <summary>A sentence about the first unknown option, with the nearest known one; null if there is none.</summary>
    public static string? Unknown(ParseResult parsed, string[] args)
    {
        Command command = parsed.CommandResult.Command;
        string[] known = [.. command.Options.Concat(parsed.RootCommandResult.Command.Options).SelectMany(o => o.Aliases.Prepend(o.Name)), "--help", "--version"];
        string? unknown = args
            .TakeWhile(a => a != "--")
            .Where(a => a.StartsWith("--", StringComparison.Ordinal))
            .Select(a => a.Split('=')[0])
            .FirstOrDefault(a => !known.Contains(a, StringComparer.Ordinal));
        return unknown is null ? null : NearestName.Unknown($"option of {command.Name}", unknown, known).Message;
    }
}
