using FsCheck.Fluent;

namespace TheoryLab.Core.Tests;

public sealed class DoubleDoubleTests
{
    private static readonly Rational U = Rational.FromDouble(ScalarMath.UnitRoundoff<DoubleDouble>());

    // Below this a trailing part no longer fits above the smallest subnormal, 2^-1074, and the error is absolute.
    private static readonly Rational Floor = Draw.PowerOfTwo(-960);

    [Theory]
    [InlineData(-40, 40)]
    [InlineData(-300, 300)]
    public void Sums_and_differences_round_within_the_unit(int least, int most) => Draw.Check(
        from x in Draw.Pair(least, most) from y in Draw.Pair(least, most) select (x, y),
        c =>
        {
            AssertClose(Draw.Exact(c.x) + Draw.Exact(c.y), c.x + c.y);
            AssertClose(Draw.Exact(c.x) - Draw.Exact(c.y), c.x - c.y);
        });

    [Fact]
    public void Sums_that_nearly_cancel_round_within_the_unit() => Draw.Check(
        from x in Draw.Pair() from y in Draw.Double(-110, 0) select (x, -x + DoubleDouble.Product(x.High, y)),
        c => AssertClose(Draw.Exact(c.x) + Draw.Exact(c.Item2), c.x + c.Item2));

    [Fact]
    public void Products_round_within_the_unit() => Draw.Check(
        from x in Draw.Pair(-500, 500) from y in Draw.Pair(-500, 500) select (x, y),
        c => AssertClose(Draw.Exact(c.x) * Draw.Exact(c.y), c.x * c.y));

    [Fact]
    public void Quotients_round_within_the_unit() => Draw.Check(
        from x in Draw.Pair(-500, 500) from y in Draw.Pair(-500, 500) select (x, y),
        c => AssertClose(Draw.Exact(c.x) / Draw.Exact(c.y), c.x / c.y));

    [Fact]
    public void Quotients_round_within_the_unit_at_the_ends_of_the_range() => Draw.Check(
        from q in Draw.Double(-60, 60)
        from y in Gen.OneOf(Draw.Pair(880, 960), Draw.Pair(-950, -900), Draw.Double(-1074, -1000).Select(d => (DoubleDouble)d))
        select (x: y * q, y),
        c => AssertClose(Draw.Exact(c.x) / Draw.Exact(c.y), c.x / c.y));

    [Fact]
    public void Square_roots_round_within_the_unit() => Draw.Check(
        from x in Gen.OneOf(Draw.Pair(), Draw.Pair(-960, 1000), Draw.Double(-1074, -1000).Select(d => (DoubleDouble)d)) select x,
        x =>
        {
            x = DoubleDouble.IsNegative(x) ? -x : x;
            Rational exact = Draw.Exact(x), root = Draw.Exact(x.SquareRoot());
            Rational low = root * (Rational.One - U), high = root * (Rational.One + U);
            Assert.True(low * low <= exact && exact <= high * high, $"{x}");
        });

    [Fact]
    public void Results_are_normalised_pairs() => Draw.Check(
        from x in Draw.Pair() from y in Draw.Pair() select (x, y),
        c =>
        {
            foreach (DoubleDouble r in (DoubleDouble[])[c.x + c.y, c.x - c.y, c.x * c.y, c.x / c.y, (c.x * c.x).SquareRoot()])
            {
                Assert.Equal(r.High, r.High + r.Low);
            }
        });

    [Fact]
    public void Doubles_add_and_multiply_without_error() => Draw.Check(
        from x in Draw.Double(-480, 500) from y in Draw.Double(-480, 500) select (x, y),
        c =>
        {
            Rational x = Rational.FromDouble(c.x), y = Rational.FromDouble(c.y);
            Assert.Equal(x + y, Draw.Exact(DoubleDouble.Sum(c.x, c.y)));
            Assert.Equal(x * y, Draw.Exact(DoubleDouble.Product(c.x, c.y)));
        });

    [Fact]
    public void Order_is_that_of_the_numbers() => Draw.Check(
        from x in Draw.Pair(-2, 2) from y in Gen.OneOf(Draw.Pair(-2, 2), Draw.Double(-110, -50).Select(d => x * (1 + d)), Gen.Constant(x)) select (x, y),
        c =>
        {
            int expected = Draw.Exact(c.x).CompareTo(Draw.Exact(c.y));
            Assert.Equal(expected, Math.Sign(c.x.CompareTo(c.y)));
            Assert.Equal(expected < 0, c.x < c.y);
            Assert.Equal(expected > 0, c.x > c.y);
            Assert.Equal(expected <= 0, c.x <= c.y);
            Assert.Equal(expected >= 0, c.x >= c.y);
            Assert.Equal(expected == 0, c.x == c.y);
            Assert.Equal(expected != 0, c.x != c.y);
            Assert.True(expected != 0 || c.x.GetHashCode() == c.y.GetHashCode());
        });

    [Fact]
    public void A_remainder_is_exact_for_small_integers_and_takes_the_sign_of_the_dividend() => Draw.Check(
        from x in Gen.Choose(-100000, 100000) from y in Gen.Choose(1, 1000) from s in Gen.Elements(-1, 1) select (x, y: y * s),
        c => Assert.Equal((DoubleDouble)(c.x % c.y), (DoubleDouble)c.x % c.y));

    [Theory]
    [InlineData(double.PositiveInfinity, 2)]
    [InlineData(double.NegativeInfinity, 2)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity)]
    [InlineData(double.PositiveInfinity, double.NegativeInfinity)]
    [InlineData(double.PositiveInfinity, 0)]
    [InlineData(double.NaN, 1)]
    [InlineData(1, double.NaN)]
    [InlineData(1, 0)]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(2, double.NegativeInfinity)]
    [InlineData(1e308, 1e308)]
    [InlineData(1e308, 1e-308)]
    [InlineData(-1e308, 1e-320)]
    public void Infinities_overflow_and_NaN_behave_as_in_doubles(double x, double y)
    {
        DoubleDouble a = x, b = y;
        AssertSpecial(x + y, a + b);
        AssertSpecial(x - y, a - b);
        AssertSpecial(x * y, a * b);
        AssertSpecial(x / y, a / b);
        AssertSpecial(Math.Sqrt(x), a.SquareRoot());
    }

    [Fact]
    public void Comparisons_with_NaN_are_false()
    {
        DoubleDouble nan = double.NaN, other = double.NaN;
        Assert.False(nan < 1 || nan > 1 || nan == other || nan <= other || nan >= 1);
        Assert.True(nan != other && nan.Equals(other));
    }

    [Fact]
    public void Text_of_a_double_is_read_back() => Draw.Check(
        Draw.Double(-1000, 1000),
        x => Assert.Equal(x, Generic.Parse<DoubleDouble>(((DoubleDouble)x).ToString())));

    [Fact]
    public void Text_shows_the_trailing_part_where_there_is_one()
    {
        Assert.Equal("0.1", ((DoubleDouble)0.1).ToString());
        Assert.Equal("1 + 1.00E-020", DoubleDouble.Sum(1, 1e-20).ToString());
        Assert.Throws<FormatException>(() => Generic.Parse<DoubleDouble>("one"));
        Assert.False(Generic.TryParse<DoubleDouble>("", out _));
    }

    private static void AssertClose(Rational exact, DoubleDouble computed)
    {
        Rational error = Draw.Magnitude(Draw.Exact(computed) - exact), size = Draw.Magnitude(exact);
        Assert.True(error <= U * (size > Floor ? size : Floor), $"error {ScalarMath.ToDouble(error)} of {ScalarMath.ToDouble(exact)} at {computed}");
    }

    private static void AssertSpecial(double expected, DoubleDouble actual)
    {
        if (double.IsFinite(expected))
        {
            Assert.True(DoubleDouble.IsFinite(actual));
        }
        else
        {
            Assert.Equal(expected, actual.High);
            Assert.Equal(0, actual.Low);
        }
    }
}

/// <summary>Members that are visible only through a type parameter.</summary>
internal static class Generic
{
    public static T Parse<T>(string text)
        where T : struct, System.Numerics.INumber<T> => T.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    public static bool TryParse<T>(string text, out T value)
        where T : struct, System.Numerics.INumber<T> => T.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out value);
}
