using System.Numerics;
using FsCheck.Fluent;
using TheoryLab.Tests;

namespace TheoryLab.Verifier.Tests;

public sealed class FractionTests
{
    [Fact]
    public void Arithmetic_agrees_with_integers_over_a_common_denominator() => FsCheck.Check.One(Drawn.Cases(100), Prop.ForAll(
        Gen.Choose(int.MinValue, int.MaxValue).Four().ToArbitrary(),
        draw =>
        {
            (BigInteger p, BigInteger q, BigInteger r, BigInteger s) = (draw.Item1, Math.Abs((long)draw.Item2) + 1, draw.Item3, Math.Abs((long)draw.Item4) + 1);
            Fraction x = new(p, q), y = new(r, -s);
            Assert.Equal(new Fraction((p * s) - (r * q), q * s), x + y);
            Assert.Equal(new Fraction(-p * r, q * s), x * y);
            Assert.Equal(x, x + y - y);
            Assert.Equal(BigInteger.One, BigInteger.GreatestCommonDivisor(x.Numerator, x.Denominator));
            Assert.True(x.Denominator > 0);
        }));

    [Theory]
    [InlineData("3", 3, 1)]
    [InlineData("-7/12", -7, 12)]
    [InlineData("4/6", 2, 3)]
    [InlineData("0/5", 0, 1)]
    public void Rationals_are_read_exactly(string text, int p, int q)
    {
        Assert.True(Fraction.TryParse(text, out Fraction value));
        Assert.Equal(new Fraction(p, q), value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1/0")]
    [InlineData("+1")]
    [InlineData("1/-2")]
    [InlineData(" 1")]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData("1/2\n")]
    [InlineData("0x1")]
    public void Anything_else_is_refused(string text) => Assert.False(Fraction.TryParse(text, out _));
}
