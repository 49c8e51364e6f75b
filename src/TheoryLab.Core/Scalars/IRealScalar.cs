using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace TheoryLab.Core;

/// <summary>
/// An ordered scalar that behaves as a real number. It answers, once for all scalars of this library, the members of
/// <see cref="INumber{TSelf}"/> that only matter to integers, complex numbers and text, so that a scalar type shows its arithmetic and
/// nothing else.
/// </summary>
/// <typeparam name="TSelf">The scalar itself.</typeparam>
public interface IRealScalar<TSelf> : INumber<TSelf>, IElementaryScalar
    where TSelf : struct, IRealScalar<TSelf>
{
    /// <summary>The scalar equal to a finite double, exactly.</summary>
    static abstract TSelf FromDouble(double value);

    /// <summary>A double nearest to the scalar, up to one rounding of each of its parts.</summary>
    static abstract double ToDouble(TSelf value);

    /// <summary>The square root; exact where the type says so, otherwise rounded as the type says.</summary>
    TSelf SquareRoot();

    /// <summary>e to the power of this scalar.</summary>
    TSelf Exponential();

    /// <summary>The natural logarithm.</summary>
    TSelf Logarithm();

    /// <summary>The sine of an angle in radians.</summary>
    TSelf Sine();

    /// <summary>The cosine of an angle in radians.</summary>
    TSelf Cosine();

    object IElementaryScalar.Functions => new ElementaryFunctions.Present<TSelf>();

    static int INumberBase<TSelf>.Radix => 2;

    static TSelf IAdditiveIdentity<TSelf, TSelf>.AdditiveIdentity => TSelf.Zero;

    static TSelf IMultiplicativeIdentity<TSelf, TSelf>.MultiplicativeIdentity => TSelf.One;

    static TSelf IUnaryPlusOperators<TSelf, TSelf>.operator +(TSelf value) => value;

    static TSelf IIncrementOperators<TSelf>.operator ++(TSelf value) => value + TSelf.One;

    static TSelf IDecrementOperators<TSelf>.operator --(TSelf value) => value - TSelf.One;

    static bool IComparisonOperators<TSelf, TSelf, bool>.operator <(TSelf left, TSelf right) => left.CompareTo(right) < 0;

    static bool IComparisonOperators<TSelf, TSelf, bool>.operator >(TSelf left, TSelf right) => left.CompareTo(right) > 0;

    static bool IComparisonOperators<TSelf, TSelf, bool>.operator <=(TSelf left, TSelf right) => left.CompareTo(right) <= 0;

    static bool IComparisonOperators<TSelf, TSelf, bool>.operator >=(TSelf left, TSelf right) => left.CompareTo(right) >= 0;

    static TSelf INumberBase<TSelf>.Abs(TSelf value) => TSelf.IsNegative(value) ? -value : value;

    static bool INumberBase<TSelf>.IsCanonical(TSelf value) => true;

    static bool INumberBase<TSelf>.IsComplexNumber(TSelf value) => false;

    static bool INumberBase<TSelf>.IsEvenInteger(TSelf value) => TSelf.IsInteger(value) && double.IsEvenInteger(TSelf.ToDouble(value));

    static bool INumberBase<TSelf>.IsOddInteger(TSelf value) => TSelf.IsInteger(value) && double.IsOddInteger(TSelf.ToDouble(value));

    static bool INumberBase<TSelf>.IsImaginaryNumber(TSelf value) => false;

    static bool INumberBase<TSelf>.IsRealNumber(TSelf value) => !TSelf.IsNaN(value);

    static bool INumberBase<TSelf>.IsNormal(TSelf value) => TSelf.IsFinite(value) && !TSelf.IsZero(value);

    static bool INumberBase<TSelf>.IsSubnormal(TSelf value) => false;

    static bool INumberBase<TSelf>.IsInfinity(TSelf value) => TSelf.IsPositiveInfinity(value) || TSelf.IsNegativeInfinity(value);

    static bool INumberBase<TSelf>.IsPositive(TSelf value) => !TSelf.IsNegative(value);

    static TSelf INumberBase<TSelf>.MaxMagnitude(TSelf x, TSelf y) => TSelf.Abs(x) >= TSelf.Abs(y) ? x : y;

    static TSelf INumberBase<TSelf>.MaxMagnitudeNumber(TSelf x, TSelf y) => TSelf.MaxMagnitude(x, y);

    static TSelf INumberBase<TSelf>.MinMagnitude(TSelf x, TSelf y) => TSelf.Abs(x) <= TSelf.Abs(y) ? x : y;

    static TSelf INumberBase<TSelf>.MinMagnitudeNumber(TSelf x, TSelf y) => TSelf.MinMagnitude(x, y);

    static TSelf INumberBase<TSelf>.Parse(string s, NumberStyles style, IFormatProvider? provider) => TSelf.Parse(s.AsSpan(), provider);

    static TSelf INumberBase<TSelf>.Parse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider) => TSelf.Parse(s, provider);

    static TSelf IParsable<TSelf>.Parse(string s, IFormatProvider? provider) => TSelf.Parse(s.AsSpan(), provider);

    static TSelf ISpanParsable<TSelf>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TSelf.TryParse(s, provider, out TSelf result) ? result : throw new FormatException($"'{s}' is not a number.");

    static bool INumberBase<TSelf>.TryParse([NotNullWhen(true)] string? s, NumberStyles style, IFormatProvider? provider, out TSelf result) =>
        TSelf.TryParse(s.AsSpan(), provider, out result);

    static bool INumberBase<TSelf>.TryParse(ReadOnlySpan<char> s, NumberStyles style, IFormatProvider? provider, out TSelf result) =>
        TSelf.TryParse(s, provider, out result);

    static bool IParsable<TSelf>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TSelf result) =>
        TSelf.TryParse(s.AsSpan(), provider, out result);

    static bool ISpanParsable<TSelf>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out TSelf result)
    {
        bool parsed = double.TryParse(s, NumberStyles.Float, provider, out double value);
        result = TSelf.FromDouble(value);
        return parsed;
    }

    static bool INumberBase<TSelf>.TryConvertFromChecked<TOther>(TOther value, out TSelf result) => TryFrom(value, out result);

    static bool INumberBase<TSelf>.TryConvertFromSaturating<TOther>(TOther value, out TSelf result) => TryFrom(value, out result);

    static bool INumberBase<TSelf>.TryConvertFromTruncating<TOther>(TOther value, out TSelf result) => TryFrom(value, out result);

    static bool INumberBase<TSelf>.TryConvertToChecked<TOther>(TSelf value, [MaybeNullWhen(false)] out TOther result) => TryTo(value, out result);

    static bool INumberBase<TSelf>.TryConvertToSaturating<TOther>(TSelf value, [MaybeNullWhen(false)] out TOther result) => TryTo(value, out result);

    static bool INumberBase<TSelf>.TryConvertToTruncating<TOther>(TSelf value, [MaybeNullWhen(false)] out TOther result) => TryTo(value, out result);

    bool ISpanFormattable.TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        string text = ToString(format.ToString(), provider);
        bool fits = text.AsSpan().TryCopyTo(destination);
        charsWritten = fits ? text.Length : 0;
        return fits;
    }

    private static bool TryFrom<TOther>(TOther value, out TSelf result)
    {
        double? number = value switch { double d => d, int i => i, float f => f, _ => null };
        result = number is { } exact ? TSelf.FromDouble(exact) : default;
        return number is not null;
    }

    private static bool TryTo<TOther>(TSelf value, [MaybeNullWhen(false)] out TOther result)
    {
        result = default;
        if (typeof(TOther) != typeof(double))
        {
            return false;
        }

        result = (TOther)(object)TSelf.ToDouble(value);
        return true;
    }
}
