using System.Xml.Linq;
using TheoryLab.Claims;

namespace TheoryLab.Reporting.Tests.Plots;

public sealed class SvgChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void A_plot_is_well_formed_names_itself_and_is_the_same_whenever_it_is_drawn()
    {
        foreach (CheckedClaim claim in Stored.EveryVerdict().Concat(Hostile.Claims()))
        {
            string text = SvgChart.Standalone(ClaimPlot.Of(claim)!);
            XElement root = XElement.Parse(text);
            Assert.Equal("img", root.Attribute("role")!.Value);
            string[] names = root.Attribute("aria-labelledby")!.Value.Split(' ');
            Assert.Equal([root.Element(Svg + "title")!.Attribute("id")!.Value, root.Element(Svg + "desc")!.Attribute("id")!.Value], names);
            Assert.Empty(root.Descendants(Svg + "script"));
            Assert.Equal(text, SvgChart.Standalone(ClaimPlot.Of(claim)!));
        }
    }

    [Fact]
    public void Marks_stand_where_the_values_are()
    {
        Chart chart = new("t", "d", "x", "y", false, false, [new("s", SeriesRole.Measured, [new(0, 0), new(5, 5), new(10, 10)], HasMarks: true)]);
        string d = XElement.Parse(SvgChart.Standalone(chart)).Descendants(Svg + "path").Single(p => p.Attribute("class")!.Value == "dots measured").Attribute("d")!.Value;
        double[][] at = [.. d.Split('M', StringSplitOptions.RemoveEmptyEntries).Select(m => m[..^2].Split(' ').Select(n => double.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToArray())];
        Assert.Equal(3, at.Length);
        Assert.Equal(at[1][0], (at[0][0] + at[2][0]) / 2, 0.11);
        Assert.Equal(at[1][1], (at[0][1] + at[2][1]) / 2, 0.11);
        Assert.True(at[0][0] < at[2][0] && at[0][1] > at[2][1]);
    }

    [Fact]
    public void Curves_differ_by_more_than_their_colour()
    {
        // Each role has a dash pattern of its own, or marks.
        string[] roles = [.. Enum.GetNames<SeriesRole>().Select(r => r.ToLowerInvariant())];
        Assert.All(roles, role => Assert.Contains($".plot .{role}{{", Resources.PlotStyle, StringComparison.Ordinal));
        string[] dashes = [.. roles.Select(r => Resources.PlotStyle.Split($".plot .{r}{{")[1].Split('}')[0]).Select(s => s.Contains("dasharray", StringComparison.Ordinal) ? s.Split("dasharray:")[1] : string.Empty)];
        Assert.Equal(dashes.Length - 1, dashes.Distinct().Count());
        Assert.Equal(["measured", "bound"], roles.Where((_, i) => dashes[i].Length == 0));
        Assert.Contains(".line.bound{stroke-width", Resources.PlotStyle, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_without_a_logarithm_are_left_out_of_a_logarithmic_plot_and_said_to_be()
    {
        CheckedClaim claim = Stored.Make("zeros", Verdict.Consistent);
        Chart chart = ClaimPlot.Of(claim with { Curve = [.. claim.Curve.Select(p => p.Iteration > 15 ? p with { Measured = 0 } : p)] })!;
        Assert.True(chart.IsLogY);
        Assert.Contains("5 points have no logarithm", chart.Summary, StringComparison.Ordinal);
        Assert.Contains("data-points=\"15\"", SvgChart.Standalone(chart), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_smaller_than_its_error_is_not_drawn_as_a_measurement_and_said_not_to_be()
    {
        CheckedClaim claim = Stored.Make("noise", Verdict.Consistent);
        CheckedClaim noisy = claim with { Curve = [.. claim.Curve.Select(p => p with { Error = 1e-16, Measured = p.Iteration > 15 ? 1e-17 : p.Measured, Envelope = p.Iteration > 15 ? 1e-17 / p.Bound : p.Envelope })] };
        Chart chart = ClaimPlot.Of(noisy)!;
        Assert.Equal(15, chart.Series.Single(s => s.Role == SeriesRole.Measured).Points.Count);
        Assert.Equal(20, chart.Series.Single(s => s.Role == SeriesRole.Bound).Points.Count);
        Assert.Equal("5 values are smaller than their own error and are not drawn.", chart.Note);
        Assert.EndsWith(chart.Note, chart.Summary, StringComparison.Ordinal);
        Assert.All(chart.Series.Single(s => s.Role == SeriesRole.Envelope).Points, p => Assert.True(p.X <= 15));

        // What others have there is a measurement.
        CheckedClaim others = noisy with { Curve = [.. noisy.Curve.Select(p => p with { Envelope = 0.5 })] };
        Assert.Equal(20, ClaimPlot.Of(others)!.Series.Single(s => s.Role == SeriesRole.Envelope).Points.Count);
    }

    [Fact]
    public void One_point_is_not_described_as_a_range()
    {
        CheckedClaim claim = Stored.Make("one", Verdict.Consistent, points: 1);
        Assert.StartsWith("One point, at k = 1: the measured value of the tightest run is 1, the bound 2. A dashed", ClaimPlot.Of(claim)!.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_finite_gives_no_plot()
    {
        CheckedClaim claim = Stored.Make("nothing", Verdict.Inconclusive);
        Assert.Null(ClaimPlot.Of(claim with { Curve = [] }));
        Assert.Null(ClaimPlot.Of(claim with { Curve = [new(1, double.NaN, double.NaN, double.NaN)] }));
    }

    [Fact]
    public void A_geometric_curve_is_drawn_over_even_iterations_and_a_power_over_logarithms()
    {
        CheckedClaim claim = Stored.Make("shape", Verdict.Consistent);
        Chart geometric = ClaimPlot.Of(claim with { Curve = [.. Enumerable.Range(1, 40).Select(k => new CurvePoint(k, 0.5, Math.Pow(0.5, k), 2 * Math.Pow(0.5, k)))] })!;
        Assert.Equal((false, true), (geometric.IsLogX, geometric.IsLogY));
        Chart power = ClaimPlot.Of(claim)!;
        Assert.Equal((true, true), (power.IsLogX, power.IsLogY));
    }

    [Fact]
    public void The_fitted_line_passes_through_the_window_with_the_slope_found_and_its_band_around_it()
    {
        CheckedClaim claim = Stored.EveryVerdict()[^1];
        Chart chart = ClaimPlot.Of(claim)!;
        Series fit = chart.Series.Single(s => s.Role == SeriesRole.Fit);
        Assert.Equal(-1.02, Math.Log(fit.Points[^1].Y / fit.Points[0].Y) / Math.Log(fit.Points[^1].X / fit.Points[0].X), 1e-9);
        Assert.Equal((6, 40), (fit.Points[0].X, Math.Round(fit.Points[^1].X)));
        Band band = Assert.Single(chart.Bands);
        Assert.All(fit.Points.Zip(band.Lower, band.Upper), p => Assert.True(p.Second.Y <= p.First.Y * (1 + 1e-12) && p.First.Y <= p.Third.Y * (1 + 1e-12)));
        Assert.Equal(["transient", "round-off floor"], chart.Regions.Select(r => r.Label));
    }
}
