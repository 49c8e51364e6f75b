using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>The fraction of smallest denominator in an interval, by continued fractions (Stern 1858; Brocot 1861).</summary>
internal static class SimplestFraction
{
    /// <summary>The simplest fraction within a tolerance of a number.</summary>
    /// <param name="value">A finite number.</param>
    /// <param name="tolerance">Positive.</param>
    public static Rational Near(double value, double tolerance) => value < 0
        ? -Near(-value, tolerance)
        : value <= tolerance ? 0 : Between(Rational.FromDouble(value - tolerance), Rational.FromDouble(value + tolerance));

    // 0 < low < high. If an integer lies between them it is the answer; otherwise both share their integer part.
    private static Rational Between(Rational low, Rational high)
    {
        BigInteger floor = BigInteger.Divide(low.Numerator, low.Denominator);
        Rational whole = new(floor, 1);
        return whole == low ? whole
            : whole + 1 <= high ? whole + 1
            : whole + (1 / Between(1 / (high - whole), 1 / (low - whole)));
    }
}
