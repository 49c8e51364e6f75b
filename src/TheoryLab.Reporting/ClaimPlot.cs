using TheoryLab.Claims;

namespace TheoryLab.Reporting;

/// <summary>The plot of a checked claim, from what is stored: the tightest run, the envelope over all instances, the bound, a twin's bound, the fit.</summary>
internal static class ClaimPlot
{
    // Below this ratio of largest to smallest value a logarithmic axis shows nothing that an even one does not.
    private const double LeastRange = 3;

    // Abscissas over less than this factor are spread evenly.
    private const double LeastSpan = 8;

    // Two curves closer than this are one line on any screen.
    private const double Visible = 1e-3;

    /// <summary>The plot; null where nothing finite is stored.</summary>
    public static Chart? Of(CheckedClaim claim)
    {
        (ClaimResult result, IReadOnlyList<CurvePoint> curve) = claim;
        PlotPoint[] all = Points(curve, p => p.Measured);
        if (all.Length == 0)
        {
            return null;
        }

        bool isOrder = result.Stated?.Order is not null || result.Rate is not null;
        bool isLimit = result.Kind == "limit";

        // A law without a constant is drawn through the first point of the fit.
        double anchor = isOrder ? Anchor(curve, result.Rate, p => p.Bound) : 1, twinAnchor = isOrder ? Anchor(curve, result.Rate, p => p.Twin) : 1;
        PlotPoint[] bound = Points(curve, p => p.Bound * anchor), twin = result.DrawnTwin is null ? [] : Points(curve, p => p.Twin * twinAnchor);

        // What is smaller than its own error is round-off: on a logarithmic axis it would look like a measurement.
        PlotPoint[] known = Points(curve.Where(p => !p.IsNoise), p => p.Measured);
        bool isLogY = known.Length > 0 && IsLog([.. known, .. bound], p => p.Y, LeastRange);
        PlotPoint[] measured = isLogY ? known : all;
        if (bound.Length == 0)
        {
            bound = SuperlinearLine.Of(result.Stated?.Order, result.Rate, measured);
            twin = SuperlinearLine.Of(result.DrawnTwin?.Bound, result.Rate, measured);
        }

        PlotPoint[] envelope = isOrder || isLimit || result.Kind == "identity" ? [] : Points(curve.Where(p => !isLogY || !IsNoise(result.Kind, p)), p => Largest(result.Kind, p));
        bool isLogX = result.Rate?.Model is not ("linear" or "superlinear") && IsLog(all, p => p.X, LeastSpan) && IsPowerLike(bound.Length > 2 && !isOrder ? bound : measured);
        List<Series> series = [];
        bool hasMarks = measured.Length <= 400;
        if (envelope.Length >= measured.Length && !Coincide(envelope, measured))
        {
            series.Add(new(result.Kind is "lower" or "negative" ? "least of all" : "largest of all", SeriesRole.Envelope, envelope));
        }

        Add(twin, "false twin", SeriesRole.Twin);
        Add(bound, isLimit ? "target" : isOrder ? "claimed order" : "bound", SeriesRole.Bound);
        series.Add(new("tightest run", SeriesRole.Measured, measured, hasMarks));
        (Series? fit, Band? band) = FittedLine.Of(result.Rate, measured);
        if (fit is not null)
        {
            series.Add(fit);
        }

        Region[] regions = [.. Regions(result, measured)];
        string note = Note(all, measured, isLogX, isLogY);
        string symbol = result.Stated is { } stated ? Ordinate(stated) : "measure";
        return new(
            $"{result.Claim}: measured values and bound",
            $"{Summary(result, curve, measured, isLogX, isLogY, envelope.Length > 0 && series[0].Role == SeriesRole.Envelope)} {note}".TrimEnd(),
            result.Stated?.Horizons.Count > 0 ? "N (length of the run)" : "k (iteration)",
            symbol,
            isLogX,
            isLogY,
            series)
        {
            Bands = band is null ? [] : [band],
            Regions = regions,
            Note = note,
        };

        void Add(PlotPoint[] points, string label, SeriesRole role)
        {
            if (points.Length > 0)
            {
                series.Add(new(label, role, points, role == SeriesRole.Bound && points.Length <= 12));
            }
        }
    }

    private static string Ordinate(StatedClaim stated) =>
        (stated.Scale is { } scale ? StatedClaim.Scaled(scale, stated.Symbol) : stated.Quantity ?? stated.Symbol) is { Length: <= 40 } quantity ? $"{quantity}   ({stated.Measure})" : stated.Measure;

    private static PlotPoint[] Points(IEnumerable<CurvePoint> curve, Func<CurvePoint, double> y) =>
        [.. curve.Select(p => new PlotPoint(p.Iteration, y(p))).Where(p => double.IsFinite(p.Y))];

    /// <summary>What the largest ratio over all runs is in units of the tightest run's bound.</summary>
    private static double Largest(string kind, CurvePoint p) => kind is "lower" or "negative" ? p.Bound / p.Envelope : p.Bound * p.Envelope;

    private static double Anchor(IReadOnlyList<CurvePoint> curve, RateResult? rate, Func<CurvePoint, double> law)
    {
        int first = rate?.Window is [var start, ..] ? start : 0;
        CurvePoint? at = curve.FirstOrDefault(p => p.Iteration >= Math.Max(first, 1) && p.Measured > 0 && law(p) > 0);
        return at is null ? 1 : at.Measured / law(at);
    }

    private static bool IsLog(PlotPoint[] points, Func<PlotPoint, double> value, double least)
    {
        double[] positive = [.. points.Select(value).Where(v => v > 0)];
        return positive.Length > 1 && positive.Length * 2 >= points.Length && positive.Max() >= least * positive.Min();
    }

    /// <summary>Whether the logarithm of a curve is straighter over log k than over k.</summary>
    private static bool IsPowerLike(PlotPoint[] points)
    {
        PlotPoint[] usable = [.. points.Where(p => p is { X: > 0, Y: > 0 })];
        return usable.Length < 3 || Bend(usable, Math.Log) <= Bend(usable, x => x);

        static double Bend(PlotPoint[] points, Func<double, double> map)
        {
            double x = points.Average(p => map(p.X)), y = points.Average(p => Math.Log(p.Y));
            double xx = points.Sum(p => (map(p.X) - x) * (map(p.X) - x)), xy = points.Sum(p => (map(p.X) - x) * (Math.Log(p.Y) - y));
            double yy = points.Sum(p => (Math.Log(p.Y) - y) * (Math.Log(p.Y) - y));
            return xx > 0 ? yy - xy * xy / xx : yy;
        }
    }

    private static bool Coincide(PlotPoint[] one, PlotPoint[] other) => one.Length == other.Length && one.Zip(other).All(p => IsSame(p.First.Y, p.Second.Y));

    private static bool IsSame(double one, double other) => Math.Abs(one - other) <= Visible * Math.Abs(other);

    // Where no other run has a larger value, the largest is the round-off of the tightest run.
    private static bool IsNoise(string kind, CurvePoint p) => p.IsNoise && IsSame(Largest(kind, p), p.Measured);

    private static IEnumerable<Region> Regions(ClaimResult result, PlotPoint[] measured)
    {
        if (result.Transient is { } end && end > measured[0].X)
        {
            yield return new("transient", false, end);
        }

        if (result.Floor is { } floor)
        {
            yield return new("round-off floor", true, floor);
        }
    }

    private static string Summary(ClaimResult result, IReadOnlyList<CurvePoint> curve, PlotPoint[] measured, bool isLogX, bool isLogY, bool hasEnvelope)
    {
        string index = result.Stated?.Horizons.Count > 0 ? "N" : "k";
        string axes = (isLogX, isLogY) switch { (true, true) => "Both axes are logarithmic.", (false, true) => "The vertical axis is logarithmic.", (true, false) => "The horizontal axis is logarithmic.", _ => "Both axes are linear." };
        if (measured.Length == 1)
        {
            CurvePoint only = curve.First(p => p.Iteration == measured[0].X);
            return $"One point, at {index} = {Words.Of(only.Iteration)}: the measured value of the tightest run is {Words.Of(only.Measured)}{(double.IsFinite(only.Bound) ? $", the bound {Words.Of(only.Bound)}" : string.Empty)}.{Twin(result)}";
        }

        string text = $"{Words.Count(measured.Length, "point")} from {index} = {Words.Of(measured[0].X)} to {Words.Of(measured[^1].X)}. {axes} "
            + $"The measured value of the tightest run goes from {Words.Of(measured[0].Y)} to {Words.Of(measured[^1].Y)}";
        CurvePoint first = curve.First(p => double.IsFinite(p.Measured)), last = curve.Last(p => double.IsFinite(p.Measured));
        text += result.Stated?.Order is { } order ? $"; the claimed order is {order}, drawn with a constant that makes it meet the curve."
            : double.IsFinite(first.Bound) ? $", the bound from {Words.Of(first.Bound)} to {Words.Of(last.Bound)}."
            : ".";
        if (hasEnvelope)
        {
            text += $" A dotted curve shows the {(result.Kind is "lower" or "negative" ? "least" : "largest")} value over all {Words.Count(result.Instances, "instance")} in units of this bound.";
        }

        return text + Twin(result);
    }

    private static string Twin(ClaimResult result) => result.DrawnTwin is { } twin
        ? $" A dashed curve shows the false twin '{twin.Name}', which was {(twin.Verdict == Verdict.Refuted ? "refuted" : "not refuted")}."
        : string.Empty;

    private static string Note(PlotPoint[] all, PlotPoint[] measured, bool isLogX, bool isLogY)
    {
        int noise = all.Length - measured.Length, hidden = measured.Count(p => (isLogX && p.X <= 0) || (isLogY && p.Y <= 0));
        List<string> notes = [];
        if (noise > 0)
        {
            notes.Add($"{Words.Count(noise, "value is smaller than its", "values are smaller than their")} own error and {(noise == 1 ? "is" : "are")} not drawn.");
        }

        if (hidden > 0)
        {
            notes.Add($"{Words.Count(hidden, "point has", "points have")} no logarithm and stand{(hidden == 1 ? "s" : string.Empty)} in the table only.");
        }

        return string.Join(' ', notes);
    }
}
