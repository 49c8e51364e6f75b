using System.Text;
using System.Text.RegularExpressions;

namespace TheoryLab.Reporting;

/// <summary>Statements in words with formulas among them, <c>G(x_N) is at most 2 L R/(N+1)^2</c>: indices lowered, exponents raised, Greek words as letters.</summary>
internal static partial class Prose
{
    /// <summary>The text as HTML; whatever a user wrote is escaped.</summary>
    public static string ToHtml(string text)
    {
        StringBuilder html = new();
        int at = 0;
        foreach (Match match in Script().Matches(text))
        {
            html.Append(Plain(text[at..match.Index]));
            string tag = match.ValueSpan[0] == '_' ? "sub" : "sup";
            html.Append($"<{tag}>").Append(Plain(match.ValueSpan[1] is '{' or '(' ? match.Value[2..^1] : match.Value[1..])).Append($"</{tag}>");
            at = match.Index + match.Length;
        }

        return html.Append(Plain(text[at..])).ToString();
    }

    private static string Plain(string text) => Html.Text(Word().Replace(
        text.Replace("<=", "≤", StringComparison.Ordinal).Replace(">=", "≥", StringComparison.Ordinal),
        m => Greek.Letter(m.Value) ?? (m.Value == "lam" ? "λ" : "√")));

    // After a letter that stands alone an index; after a letter, a digit or a parenthesis an exponent.
    [GeneratedRegex(@"(?<=(?<![A-Za-z])[A-Za-z])_(\{[^{}]*\}|\*|[A-Za-z0-9]+)|(?<=[A-Za-z0-9)|*])\^(\{[^{}]*\}|\([^()]*\)|\*|-?[A-Za-z0-9]+(\.[0-9]+)?)")]
    private static partial Regex Script();

    [GeneratedRegex(@"\b(alpha|beta|gamma|delta|epsilon|eta|theta|kappa|lambda|lam|mu|nu|rho|sigma|tau|phi|omega)\b|\bsqrt ?(?=[(A-Za-z0-9])")]
    private static partial Regex Word();
}
