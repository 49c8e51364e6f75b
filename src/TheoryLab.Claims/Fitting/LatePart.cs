namespace TheoryLab.Claims.Fitting;

/// <summary>
/// The later part of a window, fitted by itself and without burn-in shapes. A law is about the end of a trace: how the later part differs tells
/// how far the law of the whole may be off, and where it differs beyond doubt the front does not belong to the law.
/// </summary>
internal static class LatePart
{
    /// <summary>Late likelihood ratios are raised to this power: they are about misfit more than about noise.</summary>
    public const double Discount = 0.4;

    // Points without which the later part says nothing.
    private const int LeastPoints = 12;

    // For a power the later part begins at the geometric mean of the ends, the first taken to be at least a hundredth of the last.
    private const double Reach = 100;

    // What another model must have more in log evidence. Sums of exponentials give 100 and more, oscillating powers mostly less than 30.
    private const double Doubt = 40;

    /// <summary>By what share of the estimate a late slope may move an interval; where it is further off, the early part is no part of the law.</summary>
    public const double LargestDrift = 0.25;

    /// <summary>A late slope whose standard error is above this share of the estimate moves nothing.</summary>
    public const double LargestError = 0.1;

    /// <summary>The slope that the later part has under a model; null when too few points remain.</summary>
    public static StudentMixture? Slope(Window window, Wave? wave, RateModel model, CancellationToken cancellation) =>
        Part(window, model) is { } start
            ? new StudentMixture(Weigh(new CellRegression(window.From(start), wave), model, cancellation), Discount)
            : null;

    /// <summary>The index from which the trace contradicts what the whole says; null where it does not.</summary>
    /// <param name="window">The window.</param>
    /// <param name="wave">The oscillation beside the law, if any.</param>
    /// <param name="fits">All shapes on the window.</param>
    /// <param name="cancellation">Stops the fit.</param>
    public static int? Contradiction(Window window, Wave? wave, IReadOnlyList<ShapeFit> fits, CancellationToken cancellation)
    {
        ShapeFit strongest = ShapeFit.Strongest(fits);
        RateModel model = strongest.Shape.Model;
        if (model is not (RateModel.Power or RateModel.Linear))
        {
            return null;
        }

        return PrefersOther(window, wave, model, cancellation) ?? (model == RateModel.Power && wave is null && strongest.IsSmooth
            ? Drifts(window, [.. fits.Where(fit => fit.Shape.Model == model)], cancellation)
            : null);
    }

    // A sum of exponentials looks like a power until the slowest is left alone, all the more so beside an oscillation in log k: the second half
    // is weighed without it, for it must be simple to contradict. An oscillation in k goes on, and would stand for misfit.
    private static int? PrefersOther(Window window, Wave? wave, RateModel model, CancellationToken cancellation)
    {
        if (wave is { InLog: false } || Part(window, RateModel.Linear) is not { } start)
        {
            return null;
        }

        CellRegression half = new(window.From(start), null);
        double Evidence(RateModel of) => ShapeFit.Strongest(Weigh(half, of, cancellation)).LogEvidence;
        RateModel other = model == RateModel.Power ? RateModel.Linear : RateModel.Power;
        return Evidence(other) > Evidence(model) + Doubt ? start : null;
    }

    // Corrections that fall slowly leave a smooth misfit and an exponent that moves along the trace.
    private static int? Drifts(Window window, IReadOnlyList<ShapeFit> group, CancellationToken cancellation)
    {
        if (Slope(window, null, RateModel.Power, cancellation) is not { } late)
        {
            return null;
        }

        double whole = new StudentMixture(group, Discount).Median, size = Math.Abs(whole);
        return late.Error < LargestError * size && Math.Abs(late.Median - whole) > LargestDrift * size ? Part(window, RateModel.Power) : null;
    }

    private static List<ShapeFit> Weigh(CellRegression regression, RateModel model, CancellationToken cancellation) =>
        ShapeFit.Weigh(regression, ShapeCatalogue.OfModel(regression.Window, model, burnIn: false), cancellation);

    // Where the later part begins: in the geometric middle for a power, in the middle for linear convergence.
    private static int? Part(Window window, RateModel model)
    {
        double from = model == RateModel.Power
            ? Math.Sqrt(Math.Max(window.First, window.Last / Reach) * window.Last)
            : window.First + (0.5 * window.Span);
        int start = Array.BinarySearch(window.K, from);
        start = start < 0 ? ~start : start;
        return window.Count - start < LeastPoints ? null : start;
    }
}
