using System.Numerics;
using FsCheck.Fluent;

namespace TheoryLab.Core.Tests;

public sealed class RationalTests
{
    [Fact]
    public void Field_laws_hold_exactly() => Draw.Check(
        from a in Draw.Fraction() from b in Draw.Fraction() from c in Draw.Fraction() select (a, b, c),
        t =>
        {
            (Rational a, Rational b, Rational c) = t;
            Assert.Equal(a + b, b + a);
            Assert.Equal(a * b, b * a);
            Assert.Equal(a + (b + c), (a + b) + c);
            Assert.Equal(a * (b * c), (a * b) * c);
            Assert.Equal(a * (b + c), (a * b) + (a * c));
            Assert.Equal(a, a + Rational.Zero);
            Assert.Equal(a, a * Rational.One);
            Assert.Equal(Rational.Zero, a - a);
            Assert.True(Rational.IsZero(a) || a / a == Rational.One);
            Assert.True(Rational.IsZero(b) || (a / b) * b == a);
        });

    [Fact]
    public void Numbers_are_in_lowest_terms_with_a_positive_denominator() => Draw.Check(
        from p in Gen.Choose(-10000, 10000) from q in Gen.Choose(-10000, 10000) select (p, q),
        c =>
        {
            if (c.q == 0)
            {
                Assert.Throws<DivideByZeroException>(() => new Rational(c.p, c.q));
                return;
            }

            Rational x = new(c.p, c.q);
            Assert.True(x.Denominator > 0);
            Assert.Equal(BigInteger.One, BigInteger.GreatestCommonDivisor(x.Numerator, x.Denominator));
            Assert.Equal((BigInteger)c.p * x.Denominator, x.Numerator * c.q);
            Assert.Equal(x, new Rational(3 * c.p, 3 * c.q));
            Assert.Equal(x.GetHashCode(), new Rational(-c.p, -c.q).GetHashCode());
        });

    [Fact]
    public void The_default_is_zero()
    {
        Assert.Equal(Rational.Zero, default);
        Assert.Equal(BigInteger.One, default(Rational).Denominator);
    }

    [Fact]
    public void Doubles_survive_the_round_trip() => Draw.Check(
        Gen.OneOf(Draw.Double(-1022, 1023), Draw.Double(-1074, -1000), Gen.Elements(0, double.Epsilon, -double.Epsilon, double.MaxValue, double.MinValue)),
        x => Assert.Equal(x, Rational.ToDouble(Rational.FromDouble(x))));

    [Fact]
    public void A_double_is_its_integer_mantissa_times_a_power_of_two() => Draw.Check(
        from m in Gen.Choose(-int.MaxValue, int.MaxValue) from e in Gen.Choose(-1000, 900) select (m, e),
        c => Assert.Equal(c.m * Draw.PowerOfTwo(c.e), Rational.FromDouble(Math.ScaleB(c.m, c.e))));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Only_finite_doubles_convert(double x) => Assert.Throws<ArgumentOutOfRangeException>(() => Rational.FromDouble(x));

    [Fact]
    public void Conversion_to_doubles_errs_by_one_unit_in_the_last_place_at_most() => Draw.Check(
        from a in Draw.Fraction() from e in Gen.Choose(-1100, 900) select a * Draw.PowerOfTwo(e),
        x =>
        {
            double rounded = Rational.ToDouble(x);
            double ulp = Math.BitIncrement(Math.Abs(rounded)) - Math.Abs(rounded);
            Assert.True(Draw.Magnitude(Rational.FromDouble(rounded) - x) <= Rational.FromDouble(ulp));
        });

    [Fact]
    public void Numbers_beyond_the_doubles_convert_to_infinity_and_zero()
    {
        Assert.Equal(double.PositiveInfinity, Rational.ToDouble(Draw.PowerOfTwo(5000)));
        Assert.Equal(double.NegativeInfinity, Rational.ToDouble(-Draw.PowerOfTwo(5000)));
        Assert.Equal(0, Rational.ToDouble(Draw.PowerOfTwo(-5000)));
    }

    [Fact]
    public void Squares_have_exact_roots() => Draw.Check(Draw.Fraction(), x => Assert.Equal(Draw.Magnitude(x), (x * x).SquareRoot()));

    [Fact]
    public void Other_roots_are_rounded_down_to_the_stated_bits() => Draw.Check(
        from x in Draw.Fraction() from e in Gen.Choose(-2000, 2000) select Draw.Magnitude(x) * Draw.PowerOfTwo(e),
        x =>
        {
            Rational root = x.SquareRoot(), above = root * (Rational.One + Draw.PowerOfTwo(1 - Rational.RootBits));
            Assert.True(root * root <= x && (Rational.IsZero(x) || above * above > x));
        });

    [Fact]
    public void Negative_numbers_have_no_root() => Assert.Throws<ArithmeticException>(() => new Rational(-1, 4).SquareRoot());

    [Fact]
    public void Order_agrees_with_the_sign_of_the_difference() => Draw.Check(
        from a in Draw.Fraction() from b in Gen.OneOf(Draw.Fraction(), Gen.Constant(a)) select (a, b),
        c =>
        {
            int sign = (c.a - c.b).Numerator.Sign;
            Assert.Equal(sign, Math.Sign(c.a.CompareTo(c.b)));
            Assert.Equal((sign < 0, sign > 0, sign <= 0, sign >= 0, sign == 0), (c.a < c.b, c.a > c.b, c.a <= c.b, c.a >= c.b, c.a == c.b));
        });

    [Fact]
    public void A_remainder_is_smaller_than_the_divisor_and_leaves_an_integer_quotient() => Draw.Check(
        from a in Draw.Fraction() from b in Draw.Fraction() where !Rational.IsZero(b) select (a, b),
        c =>
        {
            Rational r = c.a % c.b;
            Assert.True(Draw.Magnitude(r) < Draw.Magnitude(c.b));
            Assert.True(Rational.IsInteger((c.a - r) / c.b));
            Assert.True(Rational.IsZero(r) || Rational.IsNegative(r) == Rational.IsNegative(c.a));
        });

    [Fact]
    public void Text_is_read_back_exactly() => Draw.Check(Draw.Fraction(), x => Assert.Equal(x, Generic.Parse<Rational>(x.ToString())));

    [Theory]
    [InlineData("0.5", true)]
    [InlineData("-3/4", true)]
    [InlineData("1e999", false)]
    [InlineData("Infinity", false)]
    [InlineData("NaN", false)]
    [InlineData("1/0", false)]
    [InlineData("1/", false)]
    [InlineData("x", false)]
    public void Text_that_is_not_a_rational_is_refused(string text, bool accepted) => Assert.Equal(accepted, Generic.TryParse<Rational>(text, out _));

    [Fact]
    public void Exponential_and_logarithm_exist_only_where_they_are_rational()
    {
        Assert.Equal(Rational.One, Rational.Zero.Exponential());
        Assert.Equal(Rational.Zero, Rational.One.Logarithm());
        Assert.Throws<NotSupportedException>(() => ((Rational)2).Exponential());
        Assert.Throws<NotSupportedException>(() => ((Rational)2).Logarithm());
    }
}
