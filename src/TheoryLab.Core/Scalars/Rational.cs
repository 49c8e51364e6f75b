using System.Globalization;
using System.Numerics;

namespace TheoryLab.Core;

/// <summary>
/// An exact rational number in lowest terms. Any method, measure or bound that runs on doubles runs on it without rounding.
/// Sizes grow with every operation: use it for tens of steps, not thousands.
/// </summary>
public readonly struct Rational : IRealScalar<Rational>
{
    /// <summary>Significant bits kept by <see cref="SquareRoot"/> when the root is irrational.</summary>
    public const int RootBits = 160;

    // Stored less one, so that default(Rational) is 0/1.
    private readonly BigInteger _denominatorLessOne;

    /// <summary>The rational numerator/denominator, reduced.</summary>
    /// <param name="numerator">Any integer.</param>
    /// <param name="denominator">Any integer but zero.</param>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException("A rational cannot have denominator zero.");
        }

        BigInteger divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        if (denominator.Sign < 0)
        {
            divisor = -divisor;
        }

        Numerator = numerator / divisor;
        _denominatorLessOne = (denominator / divisor) - BigInteger.One;
    }

    /// <summary>The numerator, carrying the sign.</summary>
    public BigInteger Numerator { get; }

    /// <summary>The denominator, positive.</summary>
    public BigInteger Denominator => _denominatorLessOne + BigInteger.One;

    /// <inheritdoc/>
    public static Rational Zero => default;

    /// <inheritdoc/>
    public static Rational One => new(1, 1);

    /// <summary>The exact conversion of an integer.</summary>
    /// <param name="value">Any integer.</param>
    public static implicit operator Rational(int value) => new(value, 1);

    /// <inheritdoc/>
    public static Rational operator +(Rational left, Rational right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    /// <inheritdoc/>
    public static Rational operator -(Rational left, Rational right) => left + -right;

    /// <inheritdoc/>
    public static Rational operator -(Rational value) => new(-value.Numerator, value.Denominator);

    /// <inheritdoc/>
    public static Rational operator *(Rational left, Rational right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <inheritdoc/>
    public static Rational operator /(Rational left, Rational right) =>
        new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <inheritdoc/>
    public static Rational operator %(Rational left, Rational right)
    {
        Rational quotient = left / right;
        return left - (right * new Rational(BigInteger.Divide(quotient.Numerator, quotient.Denominator), 1));
    }

    /// <inheritdoc/>
    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    /// <inheritdoc/>
    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    /// <inheritdoc/>
    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    /// <inheritdoc/>
    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    /// <inheritdoc/>
    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    /// <inheritdoc/>
    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    /// <summary>The rational equal to a finite double, exactly: every finite double is m 2^e.</summary>
    /// <param name="value">A finite double.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is infinite or not a number.</exception>
    public static Rational FromDouble(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "Only a finite double is a rational number.");
        }

        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        long mantissa = bits & 0xFFFFFFFFFFFFFL;
        mantissa = exponent == 0 ? mantissa << 1 : mantissa | 0x10000000000000L;
        BigInteger signed = value < 0 ? -mantissa : mantissa;
        int shift = exponent - 1075;
        return shift >= 0 ? new(signed << shift, 1) : new(signed, BigInteger.One << -shift);
    }

    /// <summary>The nearest double up to one unit in the last place, for any size of numerator and denominator.</summary>
    /// <param name="value">Any rational.</param>
    public static double ToDouble(Rational value)
    {
        if (value.Numerator.IsZero)
        {
            return 0;
        }

        // Scale so that the integer quotient has 64 bits or 65, then put the exponent back.
        BigInteger numerator = BigInteger.Abs(value.Numerator), denominator = value.Denominator;
        int shift = 64 - (int)(numerator.GetBitLength() - denominator.GetBitLength());
        BigInteger quotient = shift >= 0 ? (numerator << shift) / denominator : numerator / (denominator << -shift);
        return value.Numerator.Sign * Math.ScaleB((double)quotient, -shift);
    }

    /// <inheritdoc/>
    public static bool IsFinite(Rational value) => true;

    /// <inheritdoc/>
    public static bool IsNaN(Rational value) => false;

    /// <inheritdoc/>
    public static bool IsZero(Rational value) => value.Numerator.IsZero;

    /// <inheritdoc/>
    public static bool IsNegative(Rational value) => value.Numerator.Sign < 0;

    /// <inheritdoc/>
    public static bool IsInteger(Rational value) => value._denominatorLessOne.IsZero;

    /// <inheritdoc/>
    public static bool IsPositiveInfinity(Rational value) => false;

    /// <inheritdoc/>
    public static bool IsNegativeInfinity(Rational value) => false;

    /// <summary>
    /// The square root: exact for the square of a rational, otherwise rounded down to <see cref="RootBits"/> significant bits. A method
    /// whose coefficients are irrational thereby runs with explicit rational ones, and whoever certifies it must say so.
    /// </summary>
    /// <exception cref="ArithmeticException">The value is negative.</exception>
    public Rational SquareRoot()
    {
        if (Numerator.Sign < 0)
        {
            throw new ArithmeticException($"The square root of {this} is not real.");
        }

        BigInteger p = IntegerRoot.Floor(Numerator), q = IntegerRoot.Floor(Denominator);
        if (p * p == Numerator && q * q == Denominator)
        {
            return new(p, q);
        }

        // floor(sqrt(N/D 4^s)) 2^-s with s such that the root has RootBits bits.
        int s = RootBits + Math.Max(0, (int)((Denominator.GetBitLength() - Numerator.GetBitLength()) / 2) + 1);
        return new(IntegerRoot.Floor((Numerator << (2 * s)) / Denominator), BigInteger.One << s);
    }

    /// <summary>Not defined: the exponential of a rational other than zero is irrational.</summary>
    /// <exception cref="NotSupportedException">Always, but at zero.</exception>
    public Rational Exponential() =>
        Numerator.IsZero ? One : throw new NotSupportedException("Exact rationals have no exponential; run this problem in doubles or double-doubles.");

    /// <summary>Not defined: the logarithm of a rational other than one is irrational.</summary>
    /// <exception cref="NotSupportedException">Always, but at one.</exception>
    public Rational Logarithm() =>
        this == One ? Zero : throw new NotSupportedException("Exact rationals have no logarithm; run this problem in doubles or double-doubles.");

    /// <summary>Not defined: the sine of a rational other than zero is irrational.</summary>
    /// <exception cref="NotSupportedException">Always, but at zero.</exception>
    public Rational Sine() =>
        Numerator.IsZero ? Zero : throw new NotSupportedException("Exact rationals have no sine; run this problem in doubles or double-doubles.");

    /// <summary>Not defined: the cosine of a rational other than zero is irrational.</summary>
    /// <exception cref="NotSupportedException">Always, but at zero.</exception>
    public Rational Cosine() =>
        Numerator.IsZero ? One : throw new NotSupportedException("Exact rationals have no cosine; run this problem in doubles or double-doubles.");

    /// <summary>Reads "p/q" and integers exactly, and a decimal as the double nearest to it.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Culture.</param>
    /// <param name="result">The number; zero if the text is none.</param>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Rational result)
    {
        int slash = s.IndexOf('/');
        BigInteger q = BigInteger.One;
        if (BigInteger.TryParse(slash < 0 ? s : s[..slash], NumberStyles.Integer, provider, out BigInteger p)
            && (slash < 0 || BigInteger.TryParse(s[(slash + 1)..], NumberStyles.Integer, provider, out q)) && !q.IsZero)
        {
            result = new(p, q);
            return true;
        }

        bool parsed = double.TryParse(s, NumberStyles.Float, provider, out double value) && double.IsFinite(value);
        result = parsed ? FromDouble(value) : Zero;
        return parsed;
    }

    /// <inheritdoc/>
    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj is Rational other ? CompareTo(other) : throw new ArgumentException("Not a Rational.", nameof(obj));

    /// <inheritdoc/>
    public bool Equals(Rational other) => Numerator == other.Numerator && _denominatorLessOne == other._denominatorLessOne;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Numerator, _denominatorLessOne);

    /// <summary>"p/q", or "p" for an integer.</summary>
    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        IsInteger(this) ? Numerator.ToString(formatProvider) : $"{Numerator.ToString(formatProvider)}/{Denominator.ToString(formatProvider)}";
}
