namespace TheoryLab.Claims.Fitting;

/// <summary>
/// Traces with deep dips are replaced by their peaks: local maxima that are also record maxima seen from the right,
/// y_k = sup over j >= k of y_j. This is the right object for O(): y = O(g) exactly when the sup is. Noise has no envelope: the maximum over
/// wider and wider bins grows and would tilt the exponent, so the dips must be deeper than the peaks are high.
/// </summary>
internal static class Envelope
{
    private const int LeastPoints = 40;
    private const int LeastPeaks = 8;
    private const int Bins = 11;
    private const int LeastInBin = 6;

    // Depth of the dips in log y, and how many times the height of the peaks it must be.
    private const double DipDepth = 1;
    private const double DipSkew = 2;

    /// <summary>Indices of the peaks, or null when the trace is not of that kind.</summary>
    public static int[]? Peaks(ReadOnlySpan<double> k, ReadOnlySpan<double> z)
    {
        if (z.Length < LeastPoints || !HasDeepDips(k, z))
        {
            return null;
        }

        // The last unfinished period has no peak and drops out.
        List<int> peaks = [];
        double record = z[^1];
        for (int i = z.Length - 2; i > 0; i--)
        {
            if (z[i] >= record && z[i] >= z[i - 1] && z[i] > z[i + 1])
            {
                peaks.Add(i);
            }

            record = Math.Max(record, z[i]);
        }

        peaks.Reverse();
        return peaks.Count >= LeastPeaks ? [.. peaks] : null;
    }

    private static bool HasDeepDips(ReadOnlySpan<double> k, ReadOnlySpan<double> z)
    {
        double[] residuals = new double[z.Length];
        int count = 0;
        double width = Math.Log(k[^1] / k[0]) / Bins;
        for (int start = 0, bin = 1; start < z.Length; bin++)
        {
            double edge = bin == Bins ? double.PositiveInfinity : k[0] * Math.Exp(bin * width);
            int end = start;
            while (end < z.Length && k[end] < edge)
            {
                end++;
            }

            if (end - start >= LeastInBin)
            {
                RemoveLine(k[start..end], z[start..end], residuals.AsSpan(count, end - start));
                count += end - start;
            }

            start = end;
        }

        if (count == 0)
        {
            return false;
        }

        Span<double> pooled = residuals.AsSpan(0, count);
        double low = Quantiles.Take(pooled, 0.03), middle = Quantiles.Median(pooled), high = Quantiles.Take(pooled, 0.97);
        return middle - low > DipDepth && middle - low > DipSkew * (high - middle);
    }

    private static void RemoveLine(ReadOnlySpan<double> k, ReadOnlySpan<double> z, Span<double> residuals)
    {
        double meanK = 0, meanZ = 0, kk = 0, kz = 0;
        for (int i = 0; i < k.Length; i++)
        {
            meanK += k[i] / k.Length;
            meanZ += z[i] / k.Length;
        }

        for (int i = 0; i < k.Length; i++)
        {
            kk += (k[i] - meanK) * (k[i] - meanK);
            kz += (k[i] - meanK) * (z[i] - meanZ);
        }

        for (int i = 0; i < k.Length; i++)
        {
            residuals[i] = z[i] - meanZ - (kz / kk * (k[i] - meanK));
        }
    }
}
