using FsCheck.Fluent;

namespace TheoryLab.Core.Tests;

public sealed class DoubleDoubleFunctionsTests
{
    private static readonly Rational Claimed = Draw.PowerOfTwo(-96);

    [Fact]
    public void The_reference_encloses_known_values()
    {
        Enclosure e = Enclosure.Exp(1);

        // 2.718281828459045235360287471352662497757 and one unit more in the last place.
        Rational digits = new(System.Numerics.BigInteger.Parse("2718281828459045235360287471352662497757", null), System.Numerics.BigInteger.Pow(10, 39));
        Assert.True(digits < e.Lower && e.Upper < digits + new Rational(1, System.Numerics.BigInteger.Pow(10, 39)));
        Assert.True(e.Upper - e.Lower < Draw.PowerOfTwo(-350));
    }

    [Fact]
    public void Exponentials_meet_the_documented_error() => Draw.Check(
        Gen.OneOf(Draw.Pair(-120, 8), Gen.Choose(-670, 709).SelectMany(i => Draw.Double(-60, -1).Select(d => (DoubleDouble)i + d))),
        x =>
        {
            if (x.High is < -670 or > 709.7)
            {
                return;
            }

            Rational computed = Draw.Exact(x.Exponential());
            Enclosure exact = Enclosure.Exp(Draw.Exact(x));
            Assert.True(exact.Upper * (Rational.One - Claimed) <= computed && computed <= exact.Lower * (Rational.One + Claimed), $"exp({x}): {ScalarMath.ToDouble((computed / exact.Lower) - 1)}");
        });

    [Fact]
    public void Logarithms_meet_the_documented_error() => Draw.Check(
        Gen.OneOf(
            Draw.Pair(-3, 3),
            Draw.Pair(-1000, 1000),
            Draw.Double(-110, -1).Select(d => (DoubleDouble)1 + d),
            Draw.Double(-1074, -1000).Select(d => (DoubleDouble)d),
            Draw.Double(1000, 1023).Select(d => (DoubleDouble)d)),
        x =>
        {
            x = x < 0 ? -x : x;
            Rational exact = Draw.Exact(x), y = Draw.Exact(x.Logarithm());
            Rational size = Draw.Magnitude(y), tolerance = Claimed * (size > 1 ? size : 1);
            Assert.True(Enclosure.Exp(y - tolerance).Upper <= exact && exact <= Enclosure.Exp(y + tolerance).Lower, $"ln({x}) = {x.Logarithm()}");
        });

    [Fact]
    public void Ends_of_the_range()
    {
        Assert.Equal(double.PositiveInfinity, ((DoubleDouble)710).Exponential());
        Assert.Equal(double.PositiveInfinity, ((DoubleDouble)double.PositiveInfinity).Exponential());
        Assert.True(DoubleDouble.IsFinite(((DoubleDouble)709.782).Exponential()));
        Assert.Equal(0, ((DoubleDouble)(-746)).Exponential());
        Assert.Equal(0, ((DoubleDouble)double.NegativeInfinity).Exponential());
        Assert.True(DoubleDouble.IsNaN(((DoubleDouble)double.NaN).Exponential()));
        Assert.Equal(1, ((DoubleDouble)0).Exponential());
        Assert.Equal(0, ((DoubleDouble)1).Logarithm());
        Assert.Equal(double.NegativeInfinity, ((DoubleDouble)0).Logarithm());
        Assert.Equal(double.PositiveInfinity, ((DoubleDouble)double.PositiveInfinity).Logarithm());
        Assert.True(DoubleDouble.IsNaN(((DoubleDouble)(-1)).Logarithm()));
    }
}
