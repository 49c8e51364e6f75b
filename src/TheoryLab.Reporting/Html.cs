using System.Text;

namespace TheoryLab.Reporting;

/// <summary>Text of users in markup.</summary>
internal static class Html
{
    /// <summary>Text for the inside of an element or of a quoted attribute, in HTML and XML alike. Characters that XML cannot hold become U+FFFD.</summary>
    /// <param name="text">Any text.</param>
    public static string Text(string? text)
    {
        StringBuilder escaped = new();
        foreach (Rune rune in (text ?? string.Empty).EnumerateRunes())
        {
            escaped.Append(rune.Value switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                < 0x20 and not ('\t' or '\n' or '\r') or (>= 0x7F and < 0xA0) or 0xFFFE or 0xFFFF => "\uFFFD",
                _ => rune.ToString(),
            });
        }

        return escaped.ToString();
    }

    /// <summary>A name for anchors, class names and files: lower-case letters, digits and hyphens.</summary>
    /// <param name="text">Any text.</param>
    public static string Slug(string text)
    {
        string slug = string.Concat(text.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        return slug.Length == 0 ? "claim" : slug.Length <= 80 ? slug : slug[..80];
    }
}
