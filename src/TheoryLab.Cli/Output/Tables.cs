using Spectre.Console;

namespace TheoryLab.Cli;

/// <summary>Plain tables on standard output; colours only on a terminal, without NO_COLOR and without --no-color.</summary>
internal static class Tables
{
    // A file or a pipe has no width: nothing is wrapped there.
    private const int RedirectedWidth = 4000;

    public static IAnsiConsole Console(bool noColor)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            ColorSystem = noColor || System.Console.IsOutputRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Out = new AnsiConsoleOutput(System.Console.IsOutputRedirected ? new TrimmedLines(System.Console.Out) : System.Console.Out),
            Ansi = noColor || System.Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
        });
        if (System.Console.IsOutputRedirected)
        {
            console.Profile.Width = RedirectedWidth;
        }

        return console;
    }

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
