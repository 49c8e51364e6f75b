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

    /// <summary>A noun with its number.</summary>
    public static string Count(int count, string one, string? many = null) => $"{Of(count)} {(count == 1 ? one : many ?? one + "s")}";
}
