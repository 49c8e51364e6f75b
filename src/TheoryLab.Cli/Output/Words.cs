using System.Globalization;
using TheoryLab.Claims;

namespace TheoryLab.Cli;

/// <summary>Words and numbers for readers.</summary>
internal static class Words
{
    public static string Of(Verdict verdict) => verdict.ToString().ToLowerInvariant();

    /// <summary>Six significant digits; a dash where there is no number.</summary>
    public static string Of(double value) => double.IsNaN(value) ? "-" : value.ToString(Math.Abs(value) is >= 1e5 or < 1e-4 && value != 0 ? "0.###e+0" : "0.######", CultureInfo.InvariantCulture);

    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);
}
