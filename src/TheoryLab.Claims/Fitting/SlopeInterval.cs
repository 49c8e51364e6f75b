namespace TheoryLab.Claims.Fitting;

/// <summary>
/// The interval of an exponent or of log rho: quantiles of the mixture, and two widenings that pay for bias. Their sizes are tuned, not
/// derived: without them noise is covered by itself, smooth misfit is not.
/// </summary>
internal sealed record SlopeInterval
{
    // Discount of the evidence between shapes; with smooth misfit that of the late part.
    private const double Discount = 0.75;

    // Shares of the estimate added to both sides.
    private const double PowerAllowance = 0.015;
    private const double SmoothPowerAllowance = 0.03;
    private const double LinearAllowance = 0.005;
    private const double SmoothLinearAllowance = 0.01;

    public required double Estimate { get; init; }

    public required double Low { get; init; }

    public required double High { get; init; }

    public required double Low99 { get; init; }

    public required double High99 { get; init; }

    /// <summary>The upper end without the allowance.</summary>
    public required double BareHigh { get; init; }

    public static SlopeInterval Find(WindowFit found, IReadOnlyList<ShapeFit> group, ShapeFit strongest, CancellationToken cancellation)
    {
        bool smooth = strongest.IsSmooth;
        RateModel model = strongest.Shape.Model;
        StudentMixture mixture = new(group, smooth ? LatePart.Discount : Discount);
        double median = mixture.Median, low = mixture.Quantile(0.025), high = mixture.Quantile(0.975);
        if (LatePart.Slope(found.Window, found.Wave, model, cancellation) is { } late)
        {
            double other = late.Median;
            if (smooth || late.Error < LatePart.LargestError * Math.Abs(median))
            {
                // With smooth misfit one step of extrapolation: to l + (l - m).
                double reach = LatePart.LargestDrift * Math.Abs(median), target = smooth ? (2 * other) - median : other;
                target = Math.Clamp(target, median - reach, median + reach);
                (low, high) = (Math.Min(low, target), Math.Max(high, target));
            }
        }

        double share = model == RateModel.Power
            ? (smooth ? SmoothPowerAllowance : PowerAllowance)
            : (smooth ? SmoothLinearAllowance : LinearAllowance);
        double allowance = share * Math.Abs(median);
        return new SlopeInterval
        {
            Estimate = median,
            Low = low - allowance,
            High = high + allowance,
            Low99 = Math.Min(low, mixture.Quantile(0.005)) - allowance,
            High99 = Math.Max(high, mixture.Quantile(0.995)) + allowance,
            BareHigh = high,
        };
    }

    /// <summary>The report with this interval, mapped by an increasing function.</summary>
    public RateFit Fill(RateFit fit, Func<double, double> map) => fit with
    {
        Estimate = map(Estimate),
        Low = map(Low),
        High = map(High),
        Low99 = map(Low99),
        High99 = map(High99),
    };
}
