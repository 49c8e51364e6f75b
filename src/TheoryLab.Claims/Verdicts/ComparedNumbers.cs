using System.Globalization;

namespace TheoryLab.Claims;

/// <summary>Two numbers that are compared, printed for readers: with six digits, or as many more as it takes to tell them apart.</summary>
/// <param name="Measured">The one.</param>
/// <param name="Bound">The other.</param>
public readonly record struct ComparedNumbers(string Measured, string Bound)
{
    private const int Few = 6;

    // So many digits tell any two doubles apart.
    private const int Most = 17;

    /// <summary>Prints two numbers as a table prints numbers, if that tells them apart.</summary>
    /// <param name="measured">The one.</param>
    /// <param name="bound">The other.</param>
    /// <param name="shortly">How the table prints a number.</param>
    public static ComparedNumbers Of(double measured, double bound, Func<double, string> shortly)
    {
        ArgumentNullException.ThrowIfNull(shortly);
        ComparedNumbers printed = new(shortly(measured), shortly(bound));
        return printed.Measured != printed.Bound || measured.Equals(bound) ? printed : Of(measured, bound);
    }

    /// <summary>Prints two numbers.</summary>
    /// <param name="measured">The one.</param>
    /// <param name="bound">The other.</param>
    public static ComparedNumbers Of(double measured, double bound)
    {
        for (int digits = Few; ; digits++)
        {
            ComparedNumbers printed = new(Printed(measured, digits), Printed(bound, digits));
            if (printed.Measured != printed.Bound || measured.Equals(bound) || digits == Most)
            {
                return printed;
            }
        }
    }

    private static string Printed(double value, int digits) => value.ToString($"G{digits}", CultureInfo.InvariantCulture);
}
