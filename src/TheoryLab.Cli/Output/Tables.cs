using Spectre.Console;

namespace TheoryLab.Cli;

/// <summary>Plain tables on standard output; colours only on a terminal, without NO_COLOR and without --no-color.</summary>
internal static class Tables
{
    // A file or a pipe has no width: nothing is wrapped there unless a table asks for it.
    private const int RedirectedWidth = 4000;

    public static IAnsiConsole Console(bool noColor, int? width = null)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            ColorSystem = noColor || System.Console.IsOutputRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Out = new AnsiConsoleOutput(System.Console.IsOutputRedirected ? new TrimmedLines(System.Console.Out) : System.Console.Out),
            Ansi = noColor || System.Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
        });
        if (System.Console.IsOutputRedirected)
        {
            console.Profile.Width = width ?? RedirectedWidth;
        }

        return console;
    }

    /// <summary>Columns left free at the sides of a table, and between two of its columns.</summary>
    public const int Margin = 4, Gap = 3;

    /// <summary>How wide a table may be.</summary>
    /// <param name="redirected">Where lines end that go to a file or a pipe.</param>
    public static int Width(int redirected) => System.Console.IsOutputRedirected ? redirected : AnsiConsole.Profile.Width;

    public static Table Plain(params string[] columns)
    {
        Table table = new() { Border = TableBorder.Simple };
        foreach (string column in columns)
        {
            table.AddColumn(new TableColumn(column));
        }

        return table;
    }
}
