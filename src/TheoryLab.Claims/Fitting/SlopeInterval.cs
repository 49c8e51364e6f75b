namespace TheoryLab.Claims.Fitting;

/// <summary>
/// The interval of an exponent or of log rho: quantiles of the mixture, and two widenings that pay for bias. Their sizes are tuned, not
/// derived: without them noise is covered by itself, smooth misfit is not.
/// </summary>
internal sealed record SlopeInterval
{
    // Discounts of the evidence between shapes.
    private const double Discount = 0.75;
    private const double SmoothDiscount = 0.4;

    // The late part needs this many points; its standard error may be this share of the estimate; it moves an end by at most this share.
    private const int LatePoints = 12;
    private const double LateError = 0.1;
    private const double LateReach = 0.15;
    private const double LateStart = 100;

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
        StudentMixture mixture = new(group, smooth ? SmoothDiscount : Discount);
        double median = mixture.Median, low = mixture.Quantile(0.025), high = mixture.Quantile(0.975);
        if (Late(found, model, cancellation) is { } late)
        {
            double other = late.Median, error = (late.Quantile(0.975) - late.Quantile(0.025)) / 4;
            if (smooth || error < LateError * Math.Abs(median))
            {
                // With smooth misfit one step of extrapolation: to l + (l - m).
                double reach = LateReach * Math.Abs(median), target = smooth ? (2 * other) - median : other;
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

    // The same model on the later part of the window, without burn-in shapes; null when too few points remain.
    private static StudentMixture? Late(WindowFit found, RateModel model, CancellationToken cancellation)
    {
        Window window = found.Window;
        int start = window.Count / 2;
        if (model == RateModel.Power)
        {
            double from = Math.Sqrt(Math.Max(window.First, window.Last / LateStart) * window.Last);
            start = Array.BinarySearch(window.K, from);
            start = start < 0 ? ~start : start;
        }

        if (window.Count - start < LatePoints)
        {
            return null;
        }

        Window late = window.From(start);
        CellRegression regression = new(late, found.Wave);
        return new StudentMixture(ShapeFit.Weigh(regression, ShapeCatalogue.OfModel(late, model, burnIn: false), cancellation), SmoothDiscount);
    }
}
