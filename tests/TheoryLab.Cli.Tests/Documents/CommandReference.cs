using System.CommandLine;
using System.CommandLine.Completions;
using System.Text;

namespace TheoryLab.Cli.Tests.Documents;

/// <summary>The usage line and the table of arguments and options of a command, as the parser itself has them.</summary>
internal static class CommandReference
{
    public static string Of(Command command)
    {
        StringBuilder text = new();
        text.Append("`theorylab ").Append(command.Name);
        foreach (Argument argument in command.Arguments)
        {
            string words = argument.Name + (argument.Arity.MaximumNumberOfValues > 1 ? "..." : string.Empty);
            text.Append(' ').Append(argument.Arity.MinimumNumberOfValues == 0 || argument.HasDefaultValue ? $"[{words}]" : words);
        }

        foreach (Option option in command.Options.Where(o => o.Required))
        {
            text.Append(' ').Append(option.Name).Append(' ').Append(Placeholder(option));
        }

        text.Append(" [options]`\n\n| argument or option | meaning | if not given |\n|---|---|---|\n");
        foreach (Argument argument in command.Arguments)
        {
            Row(text, argument.Name, argument.Description, argument.HasDefaultValue ? $"`{argument.GetDefaultValue()}`" : string.Empty);
        }

        foreach (Option option in command.Options.Where(o => !o.Hidden && o.Name != "--help"))
        {
            string value = option.ValueType == typeof(bool) ? string.Empty : " " + Placeholder(option);
            Row(text, option.Name + value, option.Description, option.Required ? "required" : Default(option));
        }

        return text.ToString();
    }

    private static void Row(StringBuilder text, string name, string? description, string otherwise) =>
        text.Append("| `").Append(Cell(name)).Append("` | ").Append(Cell(description ?? string.Empty)).Append(" | ").Append(otherwise).Append(" |\n");

    // The number of processors is the machine's.
    private static string Default(Option option) =>
        option.Name == "--jobs" ? "all processors" : option.HasDefaultValue && option.ValueType != typeof(bool) ? $"`{option.GetDefaultValue()}`" : string.Empty;

    private static string Placeholder(Option option)
    {
        string words = string.Join('|', option.GetCompletions(CompletionContext.Empty).Select(c => c.Label));
        return option.HelpName is { } name ? $"<{name}>" : words;
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
