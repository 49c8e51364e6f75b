using System.Text;

namespace TheoryLab.Reporting;

/// <summary>A table in Markdown, with the text of its cells escaped.</summary>
public static class MarkdownTable
{
    /// <summary>The lines of the table.</summary>
    /// <param name="columns">Heads of the columns.</param>
    /// <param name="rows">A cell per column each.</param>
    public static string Write(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        StringBuilder text = new();
        Line(columns);
        Line([.. columns.Select(_ => "---")]);
        foreach (IReadOnlyList<string> row in rows)
        {
            Line([.. row.Select(Markdown.Cell)]);
        }

        return text.ToString();

        void Line(IReadOnlyList<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
    }
}
