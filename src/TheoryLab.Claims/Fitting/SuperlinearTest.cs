namespace TheoryLab.Claims.Fitting;

/// <summary>A superlinear run at the end of a trace.</summary>
/// <param name="Start">First point.</param>
/// <param name="End">One past the last point.</param>
/// <param name="Order">Estimate of the order q.</param>
/// <param name="HalfWidth">Half-width of its 95% interval.</param>
/// <param name="Heading">
/// The order that the last three decrements d_1, d_2, d_3 of log y are heading for: (d_3 - d_2)/(d_2 - d_1). From y_(k+1) = C y_k^q follows
/// d_(i+1) = q d_i, and d_(i+1) = q d_i + c while the early terms that C stands for still change by a constant factor.
/// </param>
internal readonly record struct SuperlinearRun(int Start, int End, double Order, double HalfWidth, double Heading);

/// <summary>
/// Recognises superlinear convergence by the ratios of successive decrements of log y, from the end of the trace back (Ortega and Rheinboldt
/// 1970, ch. 9; Potra, JOTA 1989; Beyer, Ebanks and Qualls, Acta Appl. Math. 1990). The late points know the order, early ones the drift of
/// the constant. Section 7 of the method has the numbers.
/// </summary>
internal static class SuperlinearTest
{
    private const int LeastPoints = 4;
    private const int MostPoints = 12;
    private const double LeastRatio = 1.12;
    private const double LeastLastRatio = 1.2;
    private const double LeastSlope = 1.25;
    private const double LeastDeviation = 0.01;

    // How many times better than the linear model the order model must predict.
    private const double Advantage = 5;

    private const int LongTrace = 30;
    private const double LongTraceDecrement = 2;
    private const double ShortRunDecrement = 3;
    private const double CleanShortRunDecrement = 1;

    // The last decrement against those before the run.
    private const double Acceleration = 1.5;

    // A shorter run wins when its residuals are this much smaller: the slow phase has been left behind.
    private const double Cleaner = 0.2;

    private const double LeastHalfWidth = 0.02;
    private const double LeastLowerEnd = 1.1;
    private const double LeastSquare = 1e-6;
    private const double RoundedWidth = 3;

    // Round-off has reached the last value between 1e-18 and 1e-14 of the largest; dropping it is worth trying below e^-29.
    private const double RoundedFrom = -41.5;
    private const double RoundedTo = -32.2;

    public static SuperlinearRun? Find(ReadOnlySpan<double> z)
    {
        int n = z.Length;
        if (n < LeastPoints)
        {
            return null;
        }

        double top = double.NegativeInfinity;
        foreach (double v in z)
        {
            top = Math.Max(top, v);
        }

        double last = z[^1] - top;
        bool rounded = last is > RoundedFrom and < RoundedTo;
        SuperlinearRun? whole = null, shortened = null;
        whole = Longest(z, rounded);
        if (n > LeastPoints && last < -29)
        {
            shortened = Longest(z[..^1], false);
        }

        return rounded ? shortened ?? whole : whole ?? shortened;
    }

    private static SuperlinearRun? Longest(ReadOnlySpan<double> z, bool rounded)
    {
        int n = z.Length, from = Math.Max(0, n - MostPoints);
        double largestBefore = 0;
        for (int i = 1; i < from; i++)
        {
            largestBefore = Math.Max(largestBefore, Math.Abs(z[i] - z[i - 1]));
        }

        SuperlinearRun? found = null;
        double foundDeviation = 0;
        for (int start = from; start <= n - LeastPoints; start++)
        {
            if (start >= 2 && start > from)
            {
                largestBefore = Math.Max(largestBefore, Math.Abs(z[start - 1] - z[start - 2]));
            }

            // One or two earlier decrements say nothing about a slow phase.
            double before = start > 2 ? largestBefore : 0;
            if (Accept(z, start, before, rounded, out double deviation) is { } run && (found is null || deviation < Cleaner * foundDeviation))
            {
                (found, foundDeviation) = (run, deviation);
            }
        }

        return found;
    }

    private static SuperlinearRun? Accept(ReadOnlySpan<double> z, int start, double largestBefore, bool rounded, out double deviation)
    {
        ReadOnlySpan<double> v = z[start..];
        int m = v.Length;
        deviation = double.PositiveInfinity;
        if (!Accelerates(v))
        {
            return null;
        }

        // Slope of z_(i+1) on z_i: the order over the run; intercept: log of the constant.
        Span<double> residuals = stackalloc double[m - 1];
        double slope = Regress(v, residuals);
        int freedom = Math.Max(m - 3, 1);
        double sum = LeastSquare, late = LeastSquare;
        for (int i = 0; i < residuals.Length; i++)
        {
            double square = residuals[i] * residuals[i];
            sum += square;
            late += i >= residuals.Length - 3 ? square : 0;
        }

        deviation = Math.Sqrt(sum / freedom);
        if (slope < LeastSlope || Advantage * Math.Max(deviation, LeastDeviation) > DecrementSpread(v))
        {
            return null;
        }

        double decrement = v[^2] - v[^1], previous = v[^3] - v[^2], earlier = v[^4] - v[^3];
        double shortRun = deviation < LeastDeviation ? CleanShortRunDecrement : ShortRunDecrement;
        if ((z.Length > LongTrace && decrement < LongTraceDecrement) || (m == LeastPoints && z.Length > MostPoints && decrement < shortRun)
            || decrement < Acceleration * largestBefore)
        {
            return null;
        }

        double order = decrement / previous;
        double lateDeviation = Math.Sqrt(late / freedom);
        double width = Math.Max(LeastHalfWidth * order, Math.Abs(order - (previous / earlier)));
        width = Math.Max(width, 6 * lateDeviation * Math.Sqrt(1 + (order * order)) / (2 * previous));
        width = rounded ? Math.Max(width, RoundedWidth / previous) : width;
        return order - width < LeastLowerEnd ? null : new SuperlinearRun(start, z.Length, order, width, (decrement - previous) / (previous - earlier));
    }

    private static bool Accelerates(ReadOnlySpan<double> v)
    {
        for (int i = 1; i < v.Length; i++)
        {
            double decrement = v[i - 1] - v[i];
            double least = i == v.Length - 1 ? LeastLastRatio : LeastRatio;
            if (decrement <= 0 || (i > 1 && decrement < least * (v[i - 2] - v[i - 1])))
            {
                return false;
            }
        }

        return true;
    }

    private static double Regress(ReadOnlySpan<double> v, Span<double> residuals)
    {
        int n = v.Length - 1;
        double meanX = 0, meanY = 0, xx = 0, xy = 0;
        for (int i = 0; i < n; i++)
        {
            meanX += v[i] / n;
            meanY += v[i + 1] / n;
        }

        for (int i = 0; i < n; i++)
        {
            xx += (v[i] - meanX) * (v[i] - meanX);
            xy += (v[i] - meanX) * (v[i + 1] - meanY);
        }

        for (int i = 0; i < n; i++)
        {
            residuals[i] = v[i + 1] - meanY - (xy / xx * (v[i] - meanX));
        }

        return xy / xx;
    }

    // Residual size of the linear model: all decrements equal.
    private static double DecrementSpread(ReadOnlySpan<double> v)
    {
        int n = v.Length - 1;
        double mean = (v[0] - v[^1]) / n, sum = 0;
        for (int i = 0; i < n; i++)
        {
            double d = v[i] - v[i + 1] - mean;
            sum += d * d;
        }

        return Math.Sqrt(sum / (n - 1));
    }
}
