using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using TheoryLab.Tests;

namespace TheoryLab.Claims.Tests.Verdicts;

public sealed class ComparedNumbersTests
{
    [Theory]
    [InlineData(0.5, 0.25, "0.5", "0.25")]
    [InlineData(1.0 / 6, 0.16666666666666663, "0.1666666666666667", "0.1666666666666666")]
    [InlineData(1, 1.0000001, "1", "1.0000001")]
    [InlineData(2, 2, "2", "2")]
    [InlineData(double.NaN, double.NaN, "NaN", "NaN")]
    public void Six_digits_or_as_many_as_tell_two_numbers_apart(double measured, double bound, string left, string right) =>
        Assert.Equal(new(left, right), ComparedNumbers.Of(measured, bound));

    [Fact]
    public void Two_numbers_look_alike_only_if_they_are() => Check.One(
        Drawn.Cases(500),
        Prop.ForAll(ArbMap.Default.ArbFor<NormalFloat>(), ArbMap.Default.ArbFor<PositiveInt>(), (x, steps) =>
        {
            double y = x.Get;
            for (int i = 0; i < steps.Get % 5; i++)
            {
                y = Math.BitIncrement(y);
            }

            ComparedNumbers n = ComparedNumbers.Of(x.Get, y), shortly = ComparedNumbers.Of(x.Get, y, v => v.ToString("G3", CultureInfo.InvariantCulture));
            Assert.Equal(x.Get == y, n.Measured == n.Bound);
            Assert.Equal(x.Get == y, shortly.Measured == shortly.Bound);
        }));
}
