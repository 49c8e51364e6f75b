using FsCheck;
using FsCheck.Fluent;
using TheoryLab.Tests;

namespace TheoryLab.Core.Tests;

/// <summary>Generators that the scalar tests share, and the way properties are run.</summary>
internal static class Draw
{
    /// <summary>Both signs, 52 random fraction bits or few of them, any exponent of the range.</summary>
    public static Gen<double> Double(int least = -300, int most = 300) =>
        from high in Gen.Choose(0, (1 << 26) - 1)
        from low in Gen.Choose(0, (1 << 26) - 1)
        from kept in Gen.Choose(0, 52)
        from full in Gen.Elements(true, true, false)
        from exponent in Gen.Choose(least, most)
        from sign in Gen.Elements(-1.0, 1.0)
        select sign * Math.ScaleB(1 + Fraction(((long)high << 26) | (long)low, full ? 52 : kept), exponent);

    /// <summary>A double and a second one from half an ulp of it down to 2^-120 of it, or zero.</summary>
    public static Gen<DoubleDouble> Pair(int least = -300, int most = 300) =>
        from high in Double(least, most)
        from low in Double(-120, -54)
        from zero in Gen.Elements(true, false, false, false)
        select zero ? high : DoubleDouble.Sum(high, high * low);

    public static Gen<Rational> Fraction() =>
        from p in Gen.Choose(-1000, 1000)
        from q in Gen.Choose(1, 1000)
        from scale in Gen.Choose(-80, 80)
        select new Rational(p, q) * ScalarMath.Power<Rational>(2, scale);

    public static void Check<T>(Gen<T> cases, Action<T> body, int tests = 500) =>
        FsCheck.Check.One(
            Drawn.Cases(tests),
            Prop.ForAll(cases.ToArbitrary(), body));

    /// <summary>The number that a double-double stands for.</summary>
    public static Rational Exact(DoubleDouble x) => Rational.FromDouble(x.High) + Rational.FromDouble(x.Low);

    /// <summary>2^exponent.</summary>
    public static Rational PowerOfTwo(int exponent) => ScalarMath.Power<Rational>(2, exponent);

    public static Rational Magnitude(Rational x) => Rational.IsNegative(x) ? -x : x;

    private static double Fraction(long bits, int kept) => Math.ScaleB((double)((bits >> (52 - kept)) << (52 - kept)), -52);
}
