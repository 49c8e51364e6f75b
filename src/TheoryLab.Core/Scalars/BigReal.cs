using System.Globalization;
using System.Numerics;

namespace TheoryLab.Core;

/// <summary>
/// A floating-point number of 1,024 bits with an exponent that does not run out: m 2^e. Superlinear convergence leaves double-doubles after a few steps,
/// because each new point is the small difference of two that are known to a fixed number of digits.
/// </summary>
/// <remarks>
/// Results are rounded to nearest, halves away from zero; quotients and square roots are cut off one bit later first: relative errors are at most 2^-1023. There is no infinity and no NaN;
/// dividing by zero throws. Values beyond the range of doubles become zero or infinite in <see cref="ToDouble"/> only.
/// </remarks>
public readonly struct BigReal : IRealScalar<BigReal>
{
    /// <summary>Significant bits.</summary>
    public const int Bits = 1024;

    private readonly BigInteger _mantissa;
    private readonly long _exponent;

    private BigReal(BigInteger mantissa, long exponent)
    {
        long excess = (long)BigInteger.Abs(mantissa).GetBitLength() - Bits;
        if (excess > 0)
        {
            BigInteger half = BigInteger.One << (int)(excess - 1);
            mantissa = mantissa.Sign < 0 ? -((half - mantissa) >> (int)excess) : (mantissa + half) >> (int)excess;
            exponent += excess;
        }

        (_mantissa, _exponent) = (mantissa, mantissa.IsZero ? 0 : exponent);
    }

    /// <inheritdoc/>
    public static BigReal Zero => default;

    /// <inheritdoc/>
    public static BigReal One => new(1, 0);

    // Of the leading bit: the value is at least 2^Top and below 2^(Top + 1) in magnitude.
    private long Top => _exponent + (long)BigInteger.Abs(_mantissa).GetBitLength() - 1;

    /// <inheritdoc/>
    public static BigReal operator +(BigReal left, BigReal right)
    {
        if (left._mantissa.IsZero || right._mantissa.IsZero)
        {
            return left._mantissa.IsZero ? right : left;
        }

        if (left.Top < right.Top)
        {
            (left, right) = (right, left);
        }

        // What is below a quarter of the last bit of the larger one cannot change the rounded sum by more than its rounding error.
        return left.Top - right.Top > Bits + 2 ? left
            : left._exponent >= right._exponent ? new((left._mantissa << (int)(left._exponent - right._exponent)) + right._mantissa, right._exponent)
            : new(left._mantissa + (right._mantissa << (int)(right._exponent - left._exponent)), left._exponent);
    }

    /// <inheritdoc/>
    public static BigReal operator -(BigReal left, BigReal right) => left + -right;

    /// <inheritdoc/>
    public static BigReal operator -(BigReal value) => new(-value._mantissa, value._exponent);

    /// <inheritdoc/>
    public static BigReal operator *(BigReal left, BigReal right) => new(left._mantissa * right._mantissa, left._exponent + right._exponent);

    /// <inheritdoc/>
    public static BigReal operator /(BigReal left, BigReal right)
    {
        // The quotient of integers has Bits + 1 bits or one more; the bit below the last decides the rounding, and what is cut off is less than it.
        int shift = (int)Math.Max(0, Bits + 1 - (long)BigInteger.Abs(left._mantissa).GetBitLength() + (long)BigInteger.Abs(right._mantissa).GetBitLength());
        return new((left._mantissa << shift) / right._mantissa, left._exponent - right._exponent - shift);
    }

    /// <inheritdoc/>
    public static BigReal operator %(BigReal left, BigReal right) => throw new NotSupportedException("BigReal has no remainder.");

    /// <inheritdoc/>
    public static bool operator ==(BigReal left, BigReal right) => left.Equals(right);

    /// <inheritdoc/>
    public static bool operator !=(BigReal left, BigReal right) => !left.Equals(right);

    /// <inheritdoc/>
    public static bool operator <(BigReal left, BigReal right) => left.CompareTo(right) < 0;

    /// <inheritdoc/>
    public static bool operator >(BigReal left, BigReal right) => left.CompareTo(right) > 0;

    /// <inheritdoc/>
    public static bool operator <=(BigReal left, BigReal right) => left.CompareTo(right) <= 0;

    /// <inheritdoc/>
    public static bool operator >=(BigReal left, BigReal right) => left.CompareTo(right) >= 0;

    /// <summary>The number equal to a finite double, exactly.</summary>
    /// <param name="value">A finite double.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is infinite or not a number.</exception>
    public static BigReal FromDouble(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "Only a finite double is a BigReal.");
        }

        // A 53-bit integer times a power of two: subnormal values have fewer bits.
        int exponent = value == 0 ? 0 : Math.ILogB(value) - 52;
        int first = exponent / 2;
        return new((BigInteger)Math.ScaleB(Math.ScaleB(value, -first), first - exponent), exponent);
    }

    /// <summary>The double nearest to the number up to one unit in the last place; zero or infinite beyond their range.</summary>
    /// <param name="value">Any number.</param>
    public static double ToDouble(BigReal value)
    {
        int excess = (int)Math.Max(0, (long)BigInteger.Abs(value._mantissa).GetBitLength() - 64);
        return Math.ScaleB((double)(value._mantissa >> excess), (int)Math.Clamp(value._exponent + excess, -100_000, 100_000));
    }

    /// <inheritdoc/>
    public static bool IsFinite(BigReal value) => true;

    /// <inheritdoc/>
    public static bool IsNaN(BigReal value) => false;

    /// <inheritdoc/>
    public static bool IsZero(BigReal value) => value._mantissa.IsZero;

    /// <inheritdoc/>
    public static bool IsNegative(BigReal value) => value._mantissa.Sign < 0;

    /// <inheritdoc/>
    public static bool IsInteger(BigReal value) =>
        value._exponent >= 0 || (-value._exponent <= Bits && (value._mantissa & ((BigInteger.One << (int)-value._exponent) - 1)).IsZero);

    /// <inheritdoc/>
    public static bool IsPositiveInfinity(BigReal value) => false;

    /// <inheritdoc/>
    public static bool IsNegativeInfinity(BigReal value) => false;

    /// <summary>The square root.</summary>
    /// <exception cref="ArithmeticException">The value is negative.</exception>
    public BigReal SquareRoot()
    {
        if (_mantissa.Sign < 0)
        {
            throw new ArithmeticException("The square root of a negative number is not real.");
        }

        // An even exponent, and a mantissa whose root has Bits bits or one more.
        long shift = Math.Max(0, (2 * Bits) - (long)_mantissa.GetBitLength());
        shift += (_exponent - shift) & 1;
        return new(IntegerRoot.Floor(_mantissa << (int)shift), (_exponent - shift) / 2);
    }

    /// <summary>Not provided.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public BigReal Exponential() => throw NotProvided("exponential");

    /// <summary>Not provided.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public BigReal Logarithm() => throw NotProvided("logarithm");

    /// <summary>Not provided.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public BigReal Sine() => throw NotProvided("sine");

    /// <summary>Not provided.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public BigReal Cosine() => throw NotProvided("cosine");

    /// <summary>Reads a decimal as the double nearest to it.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Culture.</param>
    /// <param name="result">The number; zero if the text is none.</param>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out BigReal result)
    {
        bool parsed = double.TryParse(s, NumberStyles.Float, provider, out double value) && double.IsFinite(value);
        result = parsed ? FromDouble(value) : Zero;
        return parsed;
    }

    /// <inheritdoc/>
    public int CompareTo(BigReal other) =>
        _mantissa.Sign != other._mantissa.Sign || _mantissa.IsZero ? _mantissa.Sign.CompareTo(other._mantissa.Sign)
        : Top != other.Top ? _mantissa.Sign * Top.CompareTo(other.Top)
        : _exponent >= other._exponent ? (_mantissa << (int)(_exponent - other._exponent)).CompareTo(other._mantissa)
        : _mantissa.CompareTo(other._mantissa << (int)(other._exponent - _exponent));

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj is BigReal other ? CompareTo(other) : throw new ArgumentException("Not a BigReal.", nameof(obj));

    /// <inheritdoc/>
    public bool Equals(BigReal other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is BigReal other && Equals(other);

    /// <summary>Equal numbers have one double, whatever their mantissas.</summary>
    public override int GetHashCode() => ToDouble(this).GetHashCode();

    /// <summary>The nearest double, or the power of two where it is beyond their range.</summary>
    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        _mantissa.IsZero || Top is > -1000 and < 1000
            ? ToDouble(this).ToString(format, formatProvider)
            : string.Create(formatProvider, $"{(_mantissa.Sign < 0 ? "-" : string.Empty)}2^{Top}");

    private static NotSupportedException NotProvided(string function) =>
        new($"Numbers of {Bits} bits have no {function}; run this problem in doubles or double-doubles.");
}
