using System.Numerics;
using FsCheck.Fluent;

namespace TheoryLab.Core.Tests;

/// <summary>Sine and cosine against Taylor's series in exact integers, with the angle first reduced by a rational enclosure of pi.</summary>
public sealed class TrigonometryTests
{
    private const int Bits = 300;
    private static readonly Rational Claimed = Draw.PowerOfTwo(-96);
    private static readonly BigInteger Pi = 4 * ((4 * ArcTangentOfInverse(5)) - ArcTangentOfInverse(239));

    [Fact]
    public void The_reference_knows_pi() => Assert.StartsWith("314159265358979323846264338327950288419716939937510", (Pi * BigInteger.Pow(10, 60) >> Bits).ToString(null, null), StringComparison.Ordinal);

    [Fact]
    public void Sines_and_cosines_of_double_doubles_meet_the_documented_error() => Draw.Check(
        Gen.OneOf(Draw.Pair(-120, 3), Draw.Pair(-3, 29), Gen.Choose(-1000, 1000).Select(i => (DoubleDouble)(i * Math.PI / 2))),
        x =>
        {
            Assert.True(Draw.Magnitude(Draw.Exact(x.Sine()) - Sine(Draw.Exact(x), 0)) <= Claimed, $"sin({x}) = {x.Sine()}");
            Assert.True(Draw.Magnitude(Draw.Exact(x.Cosine()) - Sine(Draw.Exact(x), 1)) <= Claimed, $"cos({x}) = {x.Cosine()}");
        });

    [Fact]
    public void Tracked_sines_and_cosines_enclose_the_exact_ones() => Draw.Check(
        from x in Draw.Double(-60, 20) from size in Gen.Choose(-60, 2) from part in Gen.Choose(-1000, 1000) select (x, Math.ScaleB(1, size), part / 1000.0),
        c =>
        {
            Rational exact = Rational.FromDouble(c.x) + (Rational.FromDouble(c.Item2) * Rational.FromDouble(c.Item3));
            AssertEncloses(new Tracked<double>(c.x, c.Item2).Sine(), Sine(exact, 0));
            AssertEncloses(new Tracked<double>(c.x, c.Item2).Cosine(), Sine(exact, 1));
            AssertEncloses(new Tracked<double>(c.x, 0).Sine(), Sine(Rational.FromDouble(c.x), 0));
        });

    [Fact]
    public void Angles_out_of_range_are_not_numbers_and_rationals_refuse()
    {
        Assert.True(DoubleDouble.IsNaN(((DoubleDouble)1e10).Sine()));
        Assert.True(DoubleDouble.IsNaN(((DoubleDouble)double.NaN).Cosine()));
        Assert.Equal(Rational.Zero, Rational.Zero.Sine());
        Assert.Equal(Rational.One, Rational.Zero.Cosine());
        Assert.Throws<NotSupportedException>(() => Rational.One.Sine());
        Assert.Throws<NotSupportedException>(() => Rational.One.Cosine());
    }

    private static void AssertEncloses(Tracked<double> value, Rational exact) =>
        Assert.True(Draw.Magnitude(Rational.FromDouble(value.Value) - exact) <= Rational.FromDouble(value.Error), $"{value}");

    /// <summary>sin(x + turns pi/2), within 2^-200 for |x| up to 2^60: fixed point with 300 bits.</summary>
    private static Rational Sine(Rational x, int turns)
    {
        BigInteger one = BigInteger.One << Bits, angle = ((x.Numerator << Bits) / x.Denominator) + (turns * Pi / 2);
        angle = BigInteger.Remainder(angle, 2 * Pi);
        BigInteger square = (angle * angle) >> Bits, term = angle, sum = angle;
        for (int i = 2; !term.IsZero && i < 400; i += 2)
        {
            term = -(((term * square) >> Bits) / (i * (i + 1)));
            sum += term;
        }

        return new(sum, one);
    }

    private static BigInteger ArcTangentOfInverse(int n)
    {
        BigInteger term = (BigInteger.One << Bits) / n, sum = 0;
        for (int i = 1; !term.IsZero; i += 2)
        {
            sum += (i % 4 == 1 ? term : -term) / i;
            term /= n * n;
        }

        return sum;
    }
}
