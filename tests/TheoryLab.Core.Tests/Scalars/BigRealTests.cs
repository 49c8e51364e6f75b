using FsCheck;
using FsCheck.Fluent;
using TheoryLab.Tests;

namespace TheoryLab.Core.Tests.Scalars;

/// <summary>Against exact rationals: every operation is within 2^-1023 of the exact result, relative.</summary>
public sealed class BigRealTests
{
    private static readonly Rational Unit = new(1, System.Numerics.BigInteger.One << 1023);

    [Fact]
    public void Arithmetic_is_rounded_to_1024_bits() => Each((a, b) =>
    {
        // Quotients by three fill the mantissas.
        BigReal x = BigReal.FromDouble(a) / BigReal.FromDouble(3), y = BigReal.FromDouble(b) / BigReal.FromDouble(7);
        Rational p = Exact(x), q = Exact(y);
        AssertClose(Exact(x + y), p + q);
        AssertClose(Exact(x - y), p - q);
        AssertClose(Exact(x * y), p * q);
        if (b != 0)
        {
            AssertClose(Exact(x / y), p / q);
            AssertClose(Exact(x), Rational.FromDouble(a) / 3);
        }

        Assert.Equal(p.CompareTo(q), x.CompareTo(y));
        Assert.Equal(a.CompareTo(b), BigReal.FromDouble(a).CompareTo(BigReal.FromDouble(b)));
    });

    [Fact]
    public void Roots_are_within_a_unit_of_the_last_bit() => Each((a, _) =>
    {
        BigReal x = BigReal.FromDouble(Math.Abs(a)), root = x.SquareRoot();
        Rational exact = Exact(x), below = Exact(root) * (1 - Unit), above = Exact(root) * (1 + Unit);
        Assert.True(below * below <= exact && exact <= above * above);
    });

    [Fact]
    public void Doubles_survive_both_ways() => Each((a, _) =>
    {
        Assert.Equal(a, BigReal.ToDouble(BigReal.FromDouble(a)));
        Assert.Equal(a == Math.Floor(a), BigReal.IsInteger(BigReal.FromDouble(a)));
    });

    [Theory]
    [InlineData(double.Epsilon)]
    [InlineData(1e-310)]
    [InlineData(double.MaxValue)]
    [InlineData(-0.1)]
    public void Extreme_doubles_are_exact(double value) => Assert.Equal(Rational.FromDouble(value), Exact(BigReal.FromDouble(value), 0));

    [Fact]
    public void Exponents_do_not_run_out()
    {
        BigReal x = BigReal.FromDouble(1e-300);
        BigReal tiny = x * x * x * x;
        Assert.False(BigReal.IsZero(tiny));
        Assert.True(tiny > BigReal.Zero && tiny < x);
        Assert.Equal(0, BigReal.ToDouble(tiny));
        Assert.Equal(1e-300, BigReal.ToDouble(tiny.SquareRoot().SquareRoot()));
        Assert.Equal(double.PositiveInfinity, BigReal.ToDouble(BigReal.One / tiny));
        Assert.StartsWith("2^-39", tiny.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_a_number_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => BigReal.FromDouble(double.NaN));
        Assert.Throws<DivideByZeroException>(() => BigReal.One / BigReal.Zero);
        Assert.Throws<NotSupportedException>(() => BigReal.One.Exponential());
        Assert.Throws<ArithmeticException>(() => (-BigReal.One).SquareRoot());
    }

    /// <summary>The number as a rational: a sum of doubles, each of which takes 53 bits off the rest. Scaled, lest the last ones underflow.</summary>
    private static Rational Exact(BigReal value, int scale = 200)
    {
        Rational sum = Rational.Zero;
        BigReal rest = value * BigReal.FromDouble(Math.ScaleB(1, scale));
        for (int parts = 0; !BigReal.IsZero(rest); parts++)
        {
            Assert.True(parts < 40, "more bits than a BigReal has");
            double part = BigReal.ToDouble(rest);
            sum += Rational.FromDouble(part);
            rest -= BigReal.FromDouble(part);
        }

        return sum * Rational.FromDouble(Math.ScaleB(1, -scale));
    }

    private static void AssertClose(Rational computed, Rational exact)
    {
        Rational error = computed - exact, size = exact < Rational.Zero ? -exact : exact;
        Assert.True((error < Rational.Zero ? -error : error) <= Unit * size, $"off by {Rational.ToDouble(error)}");
    }

    // Magnitudes from 1e-20 to 1e20, and integers.
    private static void Each(Action<double, double> property) => Check.One(
        Drawn.Cases(100),
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), seed =>
        {
            Random random = new(seed);
            double Draw() => random.Next(4) == 0 ? random.Next(-100, 100) : (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-20, 21));
            property(Draw(), Draw());
        }));
}
