namespace TheoryLab.Claims.Fitting;

/// <summary>
/// Fits a law to a trace (k, y_k > 0). Everything happens in z = log y: for fixed shape parameters and a fixed correlation of the noise every
/// model is an ordinary linear regression with one slope. A grid over the shape parameters is solved cell by cell in closed form, weighed by
/// integrated likelihood and zoomed; the answer is a weighted mixture of Student t distributions. No optimiser, no starting values, no random
/// numbers: the same trace gives the same fit. After thinning the cost does not depend on the length of the trace. Against bare log-log slopes
/// see Clauset, Shalizi and Newman, SIAM Review 2009.
/// </summary>
public static class RateFitter
{
    /// <summary>Fits a trace.</summary>
    /// <param name="k">Iterations, at least zero and increasing; may be log-spaced, may start at zero.</param>
    /// <param name="y">Values; those that are not positive and finite are dropped.</param>
    /// <param name="cancellation">Stops the fit.</param>
    /// <exception cref="ArgumentException">Lengths differ, or k does not increase.</exception>
    public static RateFit Fit(ReadOnlySpan<double> k, ReadOnlySpan<double> y, CancellationToken cancellation = default)
    {
        double[] logs = new double[y.Length];
        for (int i = 0; i < logs.Length; i++)
        {
            logs[i] = y[i] > 0 ? Math.Log(y[i]) : double.NaN;
        }

        return FitLog(k, logs, cancellation);
    }

    /// <summary>Fits a trace given by its logarithms, for values beyond the range of a double.</summary>
    /// <param name="k">Iterations, at least zero and increasing.</param>
    /// <param name="logY">Natural logarithms of the values; those not finite are dropped.</param>
    /// <param name="cancellation">Stops the fit.</param>
    /// <exception cref="ArgumentException">Lengths differ, or k does not increase.</exception>
    public static RateFit FitLog(ReadOnlySpan<double> k, ReadOnlySpan<double> logY, CancellationToken cancellation = default)
    {
        if (k.Length != logY.Length)
        {
            throw new ArgumentException("Iterations and values differ in number.", nameof(logY));
        }

        double[] kept = new double[k.Length], z = new double[k.Length];
        int count = 0;
        for (int i = 0; i < k.Length; i++)
        {
            if (!(k[i] >= 0) || (i > 0 && k[i] <= k[i - 1]))
            {
                throw new ArgumentException("Iterations must be at least zero and increase.", nameof(k));
            }

            if (double.IsFinite(logY[i]))
            {
                (kept[count], z[count]) = (k[i], logY[i]);
                count++;
            }
        }

        return FitClean(kept.AsSpan(0, count), z.AsSpan(0, count), cancellation);
    }

    private const int LeastValues = 4;
    private const int LeastPoints = 6;

    private static RateFit FitClean(ReadOnlySpan<double> k, ReadOnlySpan<double> z, CancellationToken cancellation)
    {
        if (k.Length < LeastValues)
        {
            return Nothing("fewer than four positive values", k, null);
        }

        FloorCut cut = FloorDetection.Find(z);
        double? floor = cut.LogLevel is { } level ? Math.Exp(level) : null;
        ReadOnlySpan<double> above = k[..cut.End], aboveZ = z[..cut.End];
        if (SuperlinearTest.Find(aboveZ) is { } run)
        {
            return RateReport.Superlinear(run, above, aboveZ, floor);
        }

        if (above[0] == 0)
        {
            // log k: a law in k + 1 is found as a shift.
            above = above[1..];
            aboveZ = aboveZ[1..];
        }

        if (above.Length < LeastPoints)
        {
            return Nothing("fewer than six points above the floor", above, floor);
        }

        WindowFit found = WindowFit.Search(Prepare(above, aboveZ), cancellation);
        RateFit fit = RateReport.Make(found, floor, cancellation);
        return fit.Model == RateModel.Stalled && floor is null && MissedFloor(z, fit) is { } end and >= LeastPoints
            ? FitClean(k[..end], z[..end], cancellation) with { Floor = fit.Estimate }
            : fit;
    }

    private static Window Prepare(ReadOnlySpan<double> k, ReadOnlySpan<double> z)
    {
        int[]? peaks = Envelope.Peaks(k, z);
        if (peaks is not null)
        {
            k = Take(k, peaks);
            z = Take(z, peaks);
        }

        int[] kept = Thinning.Indices(k);
        return new Window(Take(k, kept), Take(z, kept), Array.ConvertAll(kept, i => (double)i));
    }

    // A stalled level far below the largest value is a floor the first look missed: the number of points above its reach.
    private static int? MissedFloor(ReadOnlySpan<double> z, RateFit fit)
    {
        double top = double.NegativeInfinity, level = Math.Log(fit.Estimate);
        foreach (double v in z)
        {
            top = Math.Max(top, v);
        }

        return level < top + FloorDetection.LogReach ? FloorDetection.IndexBelow(z, level + FloorDetection.LogContaminated) : null;
    }

    private static double[] Take(ReadOnlySpan<double> values, int[] indices)
    {
        double[] taken = new double[indices.Length];
        for (int i = 0; i < taken.Length; i++)
        {
            taken[i] = values[indices[i]];
        }

        return taken;
    }

    private static RateFit Nothing(string reason, ReadOnlySpan<double> k, double? floor) => new()
    {
        Model = RateModel.None,
        Reason = reason,
        Floor = floor,
        Points = k.Length,
        WindowFirst = k.IsEmpty ? 0 : (int)k[0],
        WindowLast = k.IsEmpty ? 0 : (int)k[^1],
    };
}
