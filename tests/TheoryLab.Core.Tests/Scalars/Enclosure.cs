using System.Numerics;

namespace TheoryLab.Core.Tests;

/// <summary>Two rationals around a real number: the reference for functions whose values are irrational.</summary>
internal readonly record struct Enclosure(Rational Lower, Rational Upper)
{
    private const int Bits = 400;
    private const int Halvings = 20;

    public static implicit operator Enclosure(Rational x) => new(x, x);

    public static Enclosure operator +(Enclosure a, Enclosure b) => new(a.Lower + b.Lower, a.Upper + b.Upper);

    public static Enclosure operator -(Enclosure a, Enclosure b) => new(a.Lower - b.Upper, a.Upper - b.Lower);

    public static Enclosure operator *(Enclosure a, Enclosure b) => Hull(a.Lower * b.Lower, a.Lower * b.Upper, a.Upper * b.Lower, a.Upper * b.Upper);

    public static Enclosure operator /(Enclosure a, Enclosure b) => Hull(a.Lower / b.Lower, a.Lower / b.Upper, a.Upper / b.Lower, a.Upper / b.Upper);

    public bool HoldsZero => Lower <= Rational.Zero && Upper >= Rational.Zero;

    public static Enclosure Min(Enclosure a, Enclosure b) => new(Least(a.Lower, b.Lower), Least(a.Upper, b.Upper));

    public static Enclosure Max(Enclosure a, Enclosure b) => new(Most(a.Lower, b.Lower), Most(a.Upper, b.Upper));

    /// <summary>The root by its definition: the candidate is widened until its squares lie on both sides.</summary>
    public static Enclosure SquareRoot(Enclosure a)
    {
        Rational low = a.Lower.SquareRoot(), high = a.Upper.SquareRoot(), width = Draw.PowerOfTwo(-150);
        (low, high) = (low * (Rational.One - width), high * (Rational.One + width));
        Assert.True(low * low <= a.Lower && high * high >= a.Upper);
        return new(low, high);
    }

    /// <summary>
    /// exp by Taylor's series of x/2^20 in fixed point, lower sums rounded down and upper sums up, with the remainder (less than twice the
    /// last term, as the ratio of terms is below one half) added to the upper sum; then twenty squarings. A negative x is inverted.
    /// </summary>
    public static Enclosure Exp(Rational x)
    {
        if (Rational.IsNegative(x))
        {
            Enclosure positive = Exp(-x);
            return new(Rational.One / positive.Upper, Rational.One / positive.Lower);
        }

        BigInteger one = BigInteger.One << Bits, scaled = x.Numerator << (Bits - Halvings);
        BigInteger low = scaled / x.Denominator, high = low + 1;
        Assert.True(high < one / 2);
        (BigInteger lowTerm, BigInteger highTerm) = (one, one);
        (BigInteger lowSum, BigInteger highSum) = (one, one);
        for (int i = 1; highTerm > 1; i++)
        {
            (lowTerm, highTerm) = (((lowTerm * low) >> Bits) / i, ((((highTerm * high) >> Bits) + 1) / i) + 1);
            (lowSum, highSum) = (lowSum + lowTerm, highSum + highTerm);
        }

        highSum += 2 * highTerm;
        for (int i = 0; i < Halvings; i++)
        {
            (lowSum, highSum) = ((lowSum * lowSum) >> Bits, ((highSum * highSum) >> Bits) + 1);
        }

        return new(new(lowSum, one), new(highSum, one));
    }

    private static Enclosure Hull(params ReadOnlySpan<Rational> x)
    {
        (Rational low, Rational high) = (x[0], x[0]);
        foreach (Rational value in x)
        {
            (low, high) = (Least(low, value), Most(high, value));
        }

        return new(low, high);
    }

    private static Rational Least(Rational a, Rational b) => a < b ? a : b;

    private static Rational Most(Rational a, Rational b) => a > b ? a : b;
}
