using System.Text;

namespace TheoryLab.Reporting;

/// <summary>Text of users in Markdown.</summary>
internal static class Markdown
{
    /// <summary>Text on one line, with everything escaped that Markdown or HTML within it would take for markup.</summary>
    public static string Line(string text)
    {
        StringBuilder escaped = new();
        foreach (char c in text.ReplaceLineEndings(" "))
        {
            escaped.Append(c switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '\\' or '`' or '*' or '_' or '[' or ']' or '#' or '|' or '~' or '$' or '!' => $"\\{c}",
                _ when char.IsControl(c) => "\uFFFD",
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }

    /// <summary>Text of a table's cell.</summary>
    public static string Cell(string text) => Line(text);

    /// <summary>Text as code; a backtick inside would end it and is replaced.</summary>
    public static string Code(string text) => $"`{string.Concat(text.ReplaceLineEndings(" ").Select(c => char.IsControl(c) ? '\uFFFD' : c)).Replace('`', '\'')}`";
}
