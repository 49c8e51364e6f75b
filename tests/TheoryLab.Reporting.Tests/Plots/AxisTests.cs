using FsCheck;
using FsCheck.Fluent;

namespace TheoryLab.Reporting.Tests.Plots;

public sealed class AxisTests
{
    [Fact]
    public void Every_value_lies_on_its_axis_in_order_and_marks_do_too() => Prop.ForAll(
        Gen.Choose(-3000, 3000).Select(i => Math.Pow(10, i / 100.0)).ListOf().Where(l => l.Count > 0).ToArbitrary(),
        ArbMap.Default.ArbFor<bool>(),
        (values, isLog) =>
        {
            Axis axis = new(isLog, values, 50, 450, 7);
            double[] places = [.. values.Order().Select(axis.At)];
            Assert.All(places, p => Assert.InRange(p, 50 - 1e-6, 450 + 1e-6));
            Assert.All(places.Zip(places.Skip(1)), p => Assert.True(p.First <= p.Second));
            Assert.All(axis.Ticks, t => Assert.True(axis.Shows(t.Value), $"{t.Value}"));
            Assert.InRange(axis.Ticks.Count(t => t.Label.Length > 0), 1, 9);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(true, 1, 1000, "1 10 100 1000")]
    [InlineData(true, 1e-6, 1, "10^{−6} 10^{−5} 10^{−4} 10^{−3} 10^{−2} 10^{−1} 1")]
    [InlineData(true, 2, 30, "2 5 10 20")]
    [InlineData(false, 0, 10, "0 2 4 6 8 10")]
    [InlineData(false, -0.25, 0.3, "−0.2 −0.1 0 0.1 0.2 0.3")]
    public void Marks_are_round_numbers(bool isLog, double low, double high, string labels) =>
        Assert.Equal(labels, string.Join(' ', new Axis(isLog, [low, high], 0, 400, 7).Ticks.Where(t => t.Label.Length > 0).OrderBy(t => t.Value).Select(t => t.Label)));

    [Fact]
    public void Whole_numbers_have_no_marks_between() =>
        Assert.All(new Axis(false, [1, 2], 0, 400, 7, isWhole: true).Ticks, t => Assert.True(double.IsInteger(t.Value)));

    [Fact]
    public void A_logarithmic_axis_is_even_in_the_logarithm()
    {
        Axis axis = new(true, [1, 10000], 0, 400, 7);
        Assert.Equal(axis.At(10) - axis.At(1), axis.At(1000) - axis.At(100), 1e-9);
        Assert.Equal(200, axis.At(100), 1e-9);
    }
}
