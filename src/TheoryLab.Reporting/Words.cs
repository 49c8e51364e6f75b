using System.Globalization;

namespace TheoryLab.Reporting;

/// <summary>Numbers for readers.</summary>
internal static class Words
{
    // From here on five digits round to 100000.
    private const double LeastLarge = 99999.5;

    /// <summary>Five significant digits; a dash where there is no number.</summary>
    public static string Of(double value) => double.IsNaN(value) ? "–"
        : double.IsInfinity(value) ? (value > 0 ? "∞" : "−∞")
        : value.ToString(Math.Abs(value) is >= LeastLarge or < 1e-3 && value != 0 ? "0.####e+0" : "G5", CultureInfo.InvariantCulture);

    /// <summary>A factor, with as many digits as tell it from 1.</summary>
    public static string Factor(double value) => Of(value) is not "1" and var shortly ? shortly : value.ToString("G9", CultureInfo.InvariantCulture);

    /// <summary>An integer.</summary>
    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Increasing integers, three or more neighbours as a range: "1 to 20, 40".</summary>
    public static string Ranges(IReadOnlyList<int> values)
    {
        List<string> parts = [];
        for (int start = 0, end; start < values.Count; start = end)
        {
            for (end = start + 1; end < values.Count && values[end] == values[end - 1] + 1; end++)
            {
            }

            end = end - start > 2 ? end : start + 1;
            parts.Add(end - start == 1 ? Of(values[start]) : $"{Of(values[start])} to {Of(values[end - 1])}");
        }

        return string.Join(", ", parts);
    }

    /// <summary>A noun with its number.</summary>
    public static string Count(int count, string one, string? many = null) => $"{Of(count)} {(count == 1 ? one : many ?? one + "s")}";
}
