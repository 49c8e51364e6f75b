using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using TheoryLab.Core;

namespace TheoryLab.Cli;

/// <summary>Options that several commands share, with their checks.</summary>
internal static class CommonOptions
{
    private const string NoColorName = "--no-color";

    public static Option<int> Seed() => new("--seed") { HelpName = "n", Description = "Seed of all instances", DefaultValueFactory = _ => Seeds.Default };

    public static Option<int?> Iterations() => new("--iterations") { HelpName = "n", Description = "Iterations, in place of the claim's own; a claim about one step keeps one" };

    public static Option<string> Format(params string[] others) => Choice("--format", "How results are printed", ["table", "json", .. others]);

    public static Option<string> Backend()
    {
        Option<string> option = new("--backend") { Description = $"Linear algebra: {string.Join(", ", Backends.Choices)}", DefaultValueFactory = _ => ManagedBackend.ManagedName };
        option.CompletionSources.Add([.. Backends.Choices]);
        return option;
    }

    public static Option<bool> Force() => new("--force") { Description = "Write over a file that exists" };

    public static Option<bool> Quiet() => new("--quiet") { Description = "No progress on standard error" };

    /// <summary>An option of every command.</summary>
    public static Option<bool> NoColor() => new(NoColorName) { Description = "No colours, as when NO_COLOR is set", Recursive = true };

    /// <summary>Whether it was given.</summary>
    public static bool NoColor(ParseResult result) => result.GetValue<bool>(NoColorName);

    public static Option<string> Choice(string name, string description, params string[] choices)
    {
        Option<string> option = new(name) { Description = description, DefaultValueFactory = _ => choices[0] };
        option.Validators.Add(result => Refuse(result, $"value of {name}", choices));
        option.CompletionSources.Add(choices);
        return option;
    }

    /// <summary>Adds an error if a word is none of the choices.</summary>
    /// <param name="result">What was typed.</param>
    /// <param name="what">What the choices are.</param>
    /// <param name="choices">The words allowed.</param>
    public static void Refuse(SymbolResult result, string what, IReadOnlyCollection<string> choices)
    {
        foreach (Token token in result.Tokens.Where(t => !choices.Contains(t.Value)))
        {
            result.AddError(NearestName.Unknown(what, token.Value, choices).Message);
        }
    }

    /// <summary>The value if it is at least the least.</summary>
    public static int AtLeast(string option, int value, int least) =>
        value >= least ? value : throw new InputException(string.Create(
            CultureInfo.InvariantCulture, $"{option} is {value}; it must be an integer of at least {least}."));

    /// <summary>The value, if given, when it is in a range.</summary>
    public static int? Within(string option, int? value, int least, int most) => AtLeast(option, value, least) is not { } given || given <= most ? value : throw new InputException(string.Create(
        CultureInfo.InvariantCulture, $"{option} is {given}; it must be an integer of at most {most}."));

    /// <summary>The value, if given, when it is at least the least.</summary>
    public static int? AtLeast(string option, int? value, int least) => value is { } given ? AtLeast(option, given, least) : null;
}
