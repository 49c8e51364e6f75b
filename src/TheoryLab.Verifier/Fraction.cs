using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace TheoryLab.Verifier;

/// <summary>A rational number in lowest terms with a positive denominator.</summary>
public readonly partial record struct Fraction
{
    private readonly BigInteger _denominatorLessOne;

    /// <summary>p/q.</summary>
    /// <param name="p">Numerator.</param>
    /// <param name="q">Denominator, not zero.</param>
    public Fraction(BigInteger p, BigInteger q)
    {
        BigInteger divisor = q.IsOne ? q : BigInteger.GreatestCommonDivisor(p, q) * q.Sign;
        (Numerator, _denominatorLessOne) = (p / divisor, (q / divisor) - 1);
    }

    /// <summary>Numerator.</summary>
    public BigInteger Numerator { get; }

    /// <summary>Denominator, at least one.</summary>
    public BigInteger Denominator => _denominatorLessOne + 1;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => Numerator.Sign;

    /// <summary>An integer.</summary>
    public static implicit operator Fraction(int value) => new(value, 1);

    /// <summary>The sum.</summary>
    public static Fraction operator +(Fraction x, Fraction y) => x.Sign == 0 ? y : y.Sign == 0 ? x : new((x.Numerator * y.Denominator) + (y.Numerator * x.Denominator), x.Denominator * y.Denominator);

    /// <summary>The negative.</summary>
    public static Fraction operator -(Fraction x) => new(-x.Numerator, x.Denominator);

    /// <summary>The difference.</summary>
    public static Fraction operator -(Fraction x, Fraction y) => x + -y;

    /// <summary>The product.</summary>
    public static Fraction operator *(Fraction x, Fraction y) => new(x.Numerator * y.Numerator, x.Denominator * y.Denominator);

    /// <summary>The quotient; y is not zero.</summary>
    public static Fraction operator /(Fraction x, Fraction y) => new(x.Numerator * y.Denominator, x.Denominator * y.Numerator);

    /// <summary>Reads "p" or "p/q": digits, at most a leading minus, q not zero.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The number.</param>
    public static bool TryParse(string text, out Fraction value)
    {
        value = 0;
        Match match = Pattern().Match(text);
        if (!match.Success)
        {
            return false;
        }

        BigInteger q = match.Groups[2].Success ? BigInteger.Parse(match.Groups[2].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : BigInteger.One;
        if (q.IsZero)
        {
            return false;
        }

        value = new(BigInteger.Parse(match.Groups[1].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), q);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Denominator.IsOne ? $"{Numerator}" : $"{Numerator}/{Denominator}";

    [GeneratedRegex(@"\A(-?[0-9]+)(?:/([0-9]+))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
