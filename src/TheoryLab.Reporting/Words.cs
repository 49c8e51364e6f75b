using System.Globalization;

namespace TheoryLab.Reporting;

/// <summary>Numbers for readers.</summary>
internal static class Words
{
    /// <summary>Five significant digits; a dash where there is no number.</summary>
    public static string Of(double value) => double.IsNaN(value) ? "–"
        : double.IsInfinity(value) ? (value > 0 ? "∞" : "−∞")
        : value.ToString(Math.Abs(value) is >= 1e5 or < 1e-3 && value != 0 ? "0.####e+0" : Math.Abs(value) >= 100 ? "0.##" : "0.#####", CultureInfo.InvariantCulture);

    /// <summary>An integer.</summary>
    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A noun with its number.</summary>
    public static string Count(int count, string one, string? many = null) => $"{Of(count)} {(count == 1 ? one : many ?? one + "s")}";
}
