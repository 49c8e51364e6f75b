using TheoryLab.Claims;

namespace TheoryLab.Reporting.Tests.Plots;

public sealed class SuperlinearLineTests
{
    [Theory]
    [InlineData(2, 0.1)]
    [InlineData(1.5, 0.3)]
    [InlineData(3, 0.05)]
    public void A_curve_of_the_claimed_order_is_its_own_line_and_a_higher_order_falls_faster(double q, double start)
    {
        List<PlotPoint> curve = [new(0, start)];
        while (curve[^1].Y > 1e-100)
        {
            curve.Add(new(curve.Count, 0.7 * Math.Pow(curve[^1].Y, q)));
        }

        RateResult rate = new("superlinear", q, q, q, 0.95, [0, curve.Count - 1]);
        PlotPoint[] line = SuperlinearLine.Of($"order {q.ToString(System.Globalization.CultureInfo.InvariantCulture)}", rate, curve);
        Assert.Equal(curve.Count, line.Length);

        // Logarithms up to 700 are off by their rounding, which each step multiplies by q.
        Assert.All(line.Zip(curve), p => Assert.Equal(Math.Log(p.Second.Y), Math.Log(p.First.Y), 1e-10));
        PlotPoint[] twin = SuperlinearLine.Of($"order {(q + 0.5).ToString(System.Globalization.CultureInfo.InvariantCulture)}", rate, curve);
        Assert.Equal(line[..2].Select(p => p.X), twin[..2].Select(p => p.X));
        Assert.True(twin[^1].X < line[^1].X && Math.Abs(Math.Log(twin[^1].Y / line[^1].Y)) < 1e-9);
    }

    [Fact]
    public void Other_orders_and_fits_have_no_such_line()
    {
        PlotPoint[] curve = [new(0, 1), new(1, 0.1), new(2, 0.01)];
        Assert.Empty(SuperlinearLine.Of("k^-1", new("superlinear", 2, 2, 2, 0.95, [0, 2]), curve));
        Assert.Empty(SuperlinearLine.Of("order 2", new("power", 2, 2, 2, 0.95, [0, 2]), curve));
        Assert.Empty(SuperlinearLine.Of(null, null, curve));
    }
}
