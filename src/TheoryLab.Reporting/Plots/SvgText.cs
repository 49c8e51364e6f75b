using System.Globalization;
using System.Text;

namespace TheoryLab.Reporting;

/// <summary>Labels with raised and lowered parts, <c>10^{-3}</c> or <c>x_{k}</c>, and how wide they are.</summary>
internal static class SvgText
{
    // Wider than these characters are in the common sans-serif fonts; what is raised or lowered is set at 3/4 of the size.
    private const double WideCharacter = 1.0;
    private const double OtherCharacter = 0.65;
    private const double Small = 0.75;
    private const double Rise = 0.4;
    private const double Fall = 0.25;

    /// <summary>About how wide a label is, rather more than less.</summary>
    public static double Width(string label, double size) => Parts(label).Sum(p => p.Text.Sum(Character) * (p.Level == 0 ? 1 : Small)) * size;

    /// <summary>The label, cut short where it is wider than what there is.</summary>
    public static string Shortened(string label, double size, double width)
    {
        if (Width(label, size) <= width)
        {
            return label;
        }

        string plain = string.Concat(Parts(label).Select(p => p.Text));
        double taken = OtherCharacter * size;
        int length = 0;
        while (length < plain.Length && taken + Character(plain[length]) * size <= width)
        {
            taken += Character(plain[length++]) * size;
        }

        return plain[..length] + "…";
    }

    /// <summary>The inside of a text element.</summary>
    public static string Spans(string label, double size)
    {
        StringBuilder svg = new();
        int level = 0;
        foreach ((string text, int next) in Parts(label))
        {
            double shift = (Offset(level) - Offset(next)) * size;
            if (shift == 0 && next == 0)
            {
                svg.Append(Html.Text(text));
            }
            else
            {
                string small = next == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" font-size=\"{size * Small:0.##}\"");
                svg.Append(CultureInfo.InvariantCulture, $"<tspan dy=\"{shift:0.##}\"{small}>{Html.Text(text)}</tspan>");
            }

            level = next;
        }

        return svg.ToString();
    }

    private static double Character(char c) => c is 'm' or 'w' or 'M' or 'W' or '@' or '%' or > '\u2E80' ? WideCharacter : OtherCharacter;

    private static double Offset(int level) => level > 0 ? Rise : level < 0 ? -Fall : 0;

    private static IEnumerable<(string Text, int Level)> Parts(string label)
    {
        int start = 0;
        for (int i = 0; i + 1 < label.Length; i++)
        {
            if (label[i] is '^' or '_' && label[i + 1] == '{' && label.IndexOf('}', i) is > 0 and int end)
            {
                if (i > start)
                {
                    yield return (label[start..i], 0);
                }

                yield return (label[(i + 2)..end], label[i] == '^' ? 1 : -1);
                start = end + 1;
                i = end;
            }
        }

        if (start < label.Length)
        {
            yield return (label[start..], 0);
        }
    }
}
