using System.Globalization;
using System.Runtime.CompilerServices;

namespace TheoryLab.Core;

/// <summary>
/// An unevaluated sum of two doubles, |low| at most half an ulp of high: about 106 significant bits. Verdicts that a double run suggests
/// are confirmed in it.
/// </summary>
/// <remarks>
/// Algorithms: Joldes, Muller and Popescu, "Tight and rigorous error bounds for basic building blocks of double-word arithmetic",
/// ACM Transactions on Mathematical Software 44 (2017): addition 6, multiplication 12, division 18; each has relative error below
/// 10 * 2^-106. Square root: one Newton (Karp and Markstein) step, error below 4 * 2^-106. The trailing part needs room above the smallest
/// double, so results below 2^-960 carry an absolute error of a few 2^-1074 instead. Infinities and NaN behave as in doubles.
/// </remarks>
public readonly struct DoubleDouble : IRealScalar<DoubleDouble>
{
    private DoubleDouble(double high, double low)
    {
        High = high;
        Low = low;
    }

    /// <summary>The leading part: the double nearest to the value.</summary>
    public double High { get; }

    /// <summary>The trailing part.</summary>
    public double Low { get; }

    /// <inheritdoc/>
    public static DoubleDouble Zero => default;

    /// <inheritdoc/>
    public static DoubleDouble One => new(1, 0);

    /// <summary>The exact conversion of a double.</summary>
    /// <param name="value">Any double.</param>
    public static implicit operator DoubleDouble(double value) => new(value, 0);

    /// <summary>The sum of two doubles, without rounding error (Knuth's TwoSum).</summary>
    /// <param name="a">Any double.</param>
    /// <param name="b">Any double.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble Sum(double a, double b)
    {
        double s = a + b, bb = s - a;
        return double.IsFinite(s) ? new(s, (a - (s - bb)) + (b - bb)) : new(s, 0);
    }

    /// <summary>The product of two doubles, without rounding error unless it underflows.</summary>
    /// <param name="a">Any double.</param>
    /// <param name="b">Any double.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DoubleDouble Product(double a, double b)
    {
        double p = a * b;
        return double.IsFinite(p) ? new(p, Math.FusedMultiplyAdd(a, b, -p)) : new(p, 0);
    }

    /// <inheritdoc/>
    public static DoubleDouble operator +(DoubleDouble left, DoubleDouble right)
    {
        DoubleDouble s = Sum(left.High, right.High), t = Sum(left.Low, right.Low);
        DoubleDouble v = Normalized(s.High, s.Low + t.High);
        return Normalized(v.High, t.Low + v.Low);
    }

    /// <inheritdoc/>
    public static DoubleDouble operator -(DoubleDouble left, DoubleDouble right) => left + -right;

    /// <inheritdoc/>
    public static DoubleDouble operator -(DoubleDouble value) => new(-value.High, -value.Low);

    /// <inheritdoc/>
    public static DoubleDouble operator *(DoubleDouble left, DoubleDouble right)
    {
        DoubleDouble p = Product(left.High, right.High);
        if (!double.IsFinite(p.High))
        {
            return p;
        }

        double cross = Math.FusedMultiplyAdd(left.Low, right.High, Math.FusedMultiplyAdd(left.High, right.Low, left.Low * right.Low));
        return Normalized(p.High, p.Low + cross);
    }

    /// <inheritdoc/>
    public static DoubleDouble operator /(DoubleDouble left, DoubleDouble right)
    {
        if (right.High == 0 || !double.IsFinite(right.High) || !double.IsFinite(left.High))
        {
            return new(left.High / right.High, 0);
        }

        // Outside this range 1/b or its trailing part leaves the doubles; a common power of two brings b to [1/2, 1).
        if (Math.Abs(right.High) is < 1e-300 or > 1e270)
        {
            int shift = -1 - Math.ILogB(right.High);
            (left, right) = (left.Scaled(shift), right.Scaled(shift));
        }

        // t = 1/b to double-word accuracy by one Newton step from the double quotient, then a * t.
        double t = 1 / right.High;
        double residual = Math.FusedMultiplyAdd(-right.High, t, 1);
        DoubleDouble e = Normalized(residual, -right.Low * t);
        DoubleDouble inverse = t + (e * t);
        return left * inverse;
    }

    /// <inheritdoc/>
    /// <remarks>A quotient rounded across an integer is put right, so that the remainder has the sign of the dividend and is less than the divisor.</remarks>
    public static DoubleDouble operator %(DoubleDouble left, DoubleDouble right)
    {
        DoubleDouble remainder = left - (right * Truncate(left / right)), step = IsNegative(left) == IsNegative(right) ? right : -right;
        return remainder.High != 0 && IsNegative(remainder) != IsNegative(left) ? remainder + step
            : (IsNegative(remainder) ? -remainder : remainder) >= (IsNegative(right) ? -right : right) ? remainder - step
            : remainder;
    }

    /// <inheritdoc/>
    public static bool operator ==(DoubleDouble left, DoubleDouble right) => left.High == right.High && left.Low == right.Low;

    /// <inheritdoc/>
    public static bool operator !=(DoubleDouble left, DoubleDouble right) => !(left == right);

    /// <inheritdoc/>
    public static bool operator <(DoubleDouble left, DoubleDouble right) =>
        left.High < right.High || (left.High == right.High && left.Low < right.Low);

    /// <inheritdoc/>
    public static bool operator >(DoubleDouble left, DoubleDouble right) => right < left;

    /// <inheritdoc/>
    public static bool operator <=(DoubleDouble left, DoubleDouble right) => left < right || left == right;

    /// <inheritdoc/>
    public static bool operator >=(DoubleDouble left, DoubleDouble right) => right <= left;

    /// <inheritdoc/>
    public static DoubleDouble FromDouble(double value) => value;

    /// <inheritdoc/>
    public static double ToDouble(DoubleDouble value) => value.High;

    /// <inheritdoc/>
    public static bool IsFinite(DoubleDouble value) => double.IsFinite(value.High);

    /// <inheritdoc/>
    public static bool IsNaN(DoubleDouble value) => double.IsNaN(value.High);

    /// <inheritdoc/>
    public static bool IsZero(DoubleDouble value) => value.High == 0;

    /// <inheritdoc/>
    public static bool IsNegative(DoubleDouble value) => double.IsNegative(value.High);

    /// <inheritdoc/>
    public static bool IsInteger(DoubleDouble value) => double.IsInteger(value.High) && double.IsInteger(value.Low);

    /// <inheritdoc/>
    public static bool IsPositiveInfinity(DoubleDouble value) => double.IsPositiveInfinity(value.High);

    /// <inheritdoc/>
    public static bool IsNegativeInfinity(DoubleDouble value) => double.IsNegativeInfinity(value.High);

    /// <inheritdoc/>
    public DoubleDouble SquareRoot()
    {
        // The square of the root needs room for its trailing part.
        if (High is > 0 and < 1e-270)
        {
            return Scaled(200).SquareRoot().Scaled(-100);
        }

        double root = Math.Sqrt(High);
        if (root == 0 || !double.IsFinite(root))
        {
            return new(root, 0);
        }

        DoubleDouble residual = this - Product(root, root);
        return Normalized(root, residual.High / (2 * root));
    }

    /// <inheritdoc/>
    /// <remarks>Relative error below 2^-96 for x from -670, absolute below 2^-1071 beneath, by x = m ln 2 + 512 r and Taylor's series in r.</remarks>
    public DoubleDouble Exponential() => DoubleDoubleFunctions.Exp(this);

    /// <inheritdoc/>
    /// <remarks>Absolute error below 2^-96 max(1, |ln x|), by Newton's iteration on the exponential.</remarks>
    public DoubleDouble Logarithm() => DoubleDoubleFunctions.Log(this);

    /// <inheritdoc/>
    /// <remarks>Within 2^-96 for |x| up to 2^30; not a number beyond.</remarks>
    public DoubleDouble Sine() => DoubleDoubleTrigonometry.Sin(this);

    /// <inheritdoc/>
    /// <remarks>Within 2^-96 for |x| up to 2^30; not a number beyond.</remarks>
    public DoubleDouble Cosine() => DoubleDoubleTrigonometry.Cos(this);

    /// <inheritdoc/>
    public int CompareTo(DoubleDouble other) => High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj is DoubleDouble other ? CompareTo(other) : throw new ArgumentException("Not a DoubleDouble.", nameof(obj));

    /// <inheritdoc/>
    public bool Equals(DoubleDouble other) => High.Equals(other.High) && Low.Equals(other.Low);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DoubleDouble other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(High, Low);

    /// <summary>The leading double, and the trailing one where it is not zero.</summary>
    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        Low == 0 ? High.ToString(format, formatProvider) : $"{High.ToString(format, formatProvider)} + {Low.ToString("E2", formatProvider)}";

    internal DoubleDouble Scaled(int exponent) => new(Math.ScaleB(High, exponent), Math.ScaleB(Low, exponent));

    private static DoubleDouble Truncate(DoubleDouble value)
    {
        double high = Math.Truncate(value.High);
        return high == value.High ? Normalized(high, value.High < 0 ? Math.Ceiling(value.Low) : Math.Floor(value.Low)) : high;
    }

    /// <summary>high + low as a normalised pair, for |high| at least |low| (Dekker's FastTwoSum).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static DoubleDouble Normalized(double high, double low)
    {
        double s = high + low;
        return double.IsFinite(s) ? new(s, low - (s - high)) : new(s, 0);
    }
}
