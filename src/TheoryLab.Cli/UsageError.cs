using System.CommandLine;
using System.Text.RegularExpressions;
using TheoryLab.Core;

namespace TheoryLab.Cli;

/// <summary>What is wrong with a command line, in one line, with the name that was probably meant.</summary>
internal static partial class UsageError
{
    /// <summary>The first error of a command line, or null.</summary>
    /// <param name="parsed">What the parser made of it.</param>
    /// <param name="arguments">The command line.</param>
    public static string? Of(ParseResult parsed, IReadOnlyList<string> arguments)
    {
        Command command = parsed.CommandResult.Command;
        string help = command is RootCommand ? "theorylab --help" : $"theorylab {command.Name} --help";

        // A command that takes any number of words would take a misspelt option for one of them.
        string[] options = [.. Chain(parsed).SelectMany(c => c.Options).SelectMany(o => o.Aliases.Append(o.Name))];
        if (Unusable(arguments) is { } unusable)
        {
            return unusable;
        }

        string? unknown = arguments.TakeWhile(a => a != "--").Where(IsOption).Select(a => a.Split('=', ':')[0]).FirstOrDefault(a => !options.Contains(a));
        if (unknown is not null)
        {
            return NearestName.Unknown("option", unknown, options, help).Message;
        }

        if (parsed.Errors.Count == 0)
        {
            return null;
        }

        if (command is RootCommand && arguments.Count > 0)
        {
            return NearestName.Unknown("command", arguments[0], [.. command.Subcommands.Select(c => c.Name)], help).Message;
        }

        string message = parsed.Errors[0].Message.Split('\n')[0].TrimEnd();
        message = NoNumber().Replace(message, "$2 is '$1'; it must be an integer");
        return $"{(message[^1] is '.' or '?' ? message : message + ".")} '{help}' shows the usage.";
    }

    // A shell variable without a value leaves an empty word, and an empty name of a folder would be the current one.
    private static string? Unusable(IReadOnlyList<string> arguments)
    {
        for (int i = 0; i < arguments.Count; i++)
        {
            string word = arguments[i];
            if (string.IsNullOrWhiteSpace(word))
            {
                return $"The word after '{(i == 0 ? "theorylab" : arguments[i - 1])}' is empty; give it a value, or leave it out.";
            }

            if (word.Contains('\uFFFD', StringComparison.Ordinal))
            {
                return $"The word '{word}' is not UTF-8; rename the file, or type the word in UTF-8.";
            }
        }

        return null;
    }

    private static bool IsOption(string word) => word is ['-', '-', var second, ..] ? char.IsAsciiLetter(second) : word is ['-', var first, ..] && char.IsAsciiLetter(first);

    private static IEnumerable<Command> Chain(ParseResult parsed) => [parsed.CommandResult.Command, parsed.RootCommandResult.Command];

    [GeneratedRegex("^Cannot parse argument '(.*)' for option '(.*)' as expected type .*$")]
    private static partial Regex NoNumber();
}
