using Spectre.Console;
using TheoryLab.Reporting;

namespace TheoryLab.Cli;

/// <summary>A cell of a table, with the colour that a terminal gives it.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Colour">Its colour; null for none.</param>
internal readonly record struct Cell(string Text, string? Colour = null)
{
    public static implicit operator Cell(string text) => new(text);
}

/// <summary>A table as data: printed for a terminal, or as Markdown.</summary>
/// <param name="columns">Heads of the columns.</param>
internal sealed class Sheet(params string[] columns)
{
    /// <summary>Where lines of long text end that go to a file or a pipe.</summary>
    public const int Narrow = 120;

    /// <summary>The word for Markdown in --format.</summary>
    public const string Markdown = "markdown";

    private readonly List<Cell[]> _rows = [];

    /// <summary>How a line of text below a table begins, so that it stays a line.</summary>
    public static string Item(string format) => format == Markdown ? "- " : string.Empty;

    /// <summary>Adds a row.</summary>
    /// <param name="cells">A cell per column.</param>
    public void Add(params Cell[] cells) => _rows.Add(cells);

    /// <summary>Prints it.</summary>
    /// <param name="format">"table" or "markdown".</param>
    /// <param name="noColor">Whether colours are left out even on a terminal.</param>
    /// <param name="width">Where lines end that go to a file or a pipe; null for nowhere. On a terminal they end at its edge.</param>
    public void Print(string format, bool noColor, int? width = null)
    {
        if (format == Markdown)
        {
            Console.Out.WriteLine(MarkdownTable.Write(columns, _rows.Select(r => r.Select(c => c.Text).ToArray())));
            return;
        }

        Table table = Tables.Plain(columns);
        table.Columns[0].NoWrap = true;
        foreach (Cell[] row in _rows)
        {
            table.AddRow([.. row.Select(c => c.Colour is null ? Markup.Escape(c.Text) : $"[{c.Colour}]{Markup.Escape(c.Text)}[/]")]);
        }

        Tables.Console(noColor, width).Write(table);
    }
}
