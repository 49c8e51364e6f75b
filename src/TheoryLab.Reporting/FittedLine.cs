using System.Globalization;
using TheoryLab.Claims;

namespace TheoryLab.Reporting;

/// <summary>The fitted law over its window, and the band that the interval of its parameter spans.</summary>
internal static class FittedLine
{
    private const int Segments = 24;

    /// <summary>
    /// The law through the mean of the logarithms within the window, which is where the estimate of a slope pivots; none for a law without a curve of its own.
    /// </summary>
    public static (Series? Line, Band? Band) Of(RateResult? rate, IReadOnlyList<PlotPoint> measured)
    {
        if (rate is not { Window: [var first, var last] } || !double.IsFinite(rate.Estimate))
        {
            return (null, null);
        }

        PlotPoint[] window = [.. measured.Where(p => p.X >= Math.Max(first, 1) && p.X <= last && p.Y > 0)];
        if (window.Length < 2 || LogLaw(rate.Model) is not { } law)
        {
            return (null, null);
        }

        double[] grid = [.. Enumerable.Range(0, Segments + 1).Select(i => window[0].X * Math.Pow(window[^1].X / window[0].X, (double)i / Segments))];
        PlotPoint[] low = Curve(rate.Low), high = Curve(rate.High);
        Band? band = double.IsFinite(rate.Low) && double.IsFinite(rate.High)
            ? new([.. low.Zip(high, (a, b) => a.Y < b.Y ? a : b)], [.. low.Zip(high, (a, b) => a.Y < b.Y ? b : a)])
            : null;
        return (new($"fit {Label(rate)}", SeriesRole.Fit, Curve(rate.Estimate)), band);

        PlotPoint[] Curve(double parameter)
        {
            double constant = rate.Model == "stalled" ? 0 : window.Average(p => Math.Log(p.Y) - law(parameter, p.X));
            return [.. grid.Select(k => new PlotPoint(k, Math.Exp(constant + law(parameter, k))))];
        }
    }

    // The logarithm of the law at k, up to a constant.
    private static Func<double, double, double>? LogLaw(string model) => model switch
    {
        "power" => (p, k) => -p * Math.Log(k),
        "power-log" => (p, k) => -p * Math.Log(k) + Math.Log(Math.Log(k + 1)),
        "linear" => (rho, k) => k * Math.Log(rho),
        "stalled" => (level, _) => Math.Log(level),
        _ => null,
    };

    private static string Label(RateResult rate) => rate.Model switch
    {
        "power" => string.Create(CultureInfo.InvariantCulture, $"k^{{−{rate.Estimate:0.##}}}"),
        "power-log" => string.Create(CultureInfo.InvariantCulture, $"k^{{−{rate.Estimate:0.##}}} log k"),
        "linear" => string.Create(CultureInfo.InvariantCulture, $"{rate.Estimate:0.####}^{{k}}"),
        _ => "level",
    };
}
