namespace TheoryLab.Claims.Fitting;

/// <summary>Where the trace runs into round-off.</summary>
/// <param name="End">Number of points before the floor's reach; all points when there is no floor.</param>
/// <param name="LogLevel">Log of the floor, if there is one.</param>
internal readonly record struct FloorCut(int End, double? LogLevel);

/// <summary>
/// Finds a round-off floor: a tail far below the largest value that has stopped declining. Points within a factor of twenty of it are cut
/// with it: they are contaminated, as y + F or as |y + F noise|. One accidental dip is not a floor, hence medians throughout.
/// </summary>
internal static class FloorDetection
{
    /// <summary>A floor is sought only below 1e-12 of the largest value.</summary>
    public static readonly double LogReach = Math.Log(1e-12);

    /// <summary>Points below this many times the floor are contaminated.</summary>
    public const double Contaminated = 20;

    /// <summary>Its logarithm.</summary>
    public static readonly double LogContaminated = Math.Log(Contaminated);

    // Two points are a tail only if they end below 1e-14 of the largest value.
    private static readonly double LogCertain = Math.Log(1e-14);

    // The decline before the tail would lower log y by more than this over half the tail ...
    private const double ExpectedDrop = 0.7;

    // ... but less than this share of it was seen.
    private const double SeenShare = 0.3;
    private const double FloorQuantile = 0.9;

    // Candidate starts and values per median: with them the cost does not depend on the length, and tails this short are treated exactly.
    private const int Candidates = 400;
    private const int SampleSize = 401;

    public static FloorCut Find(ReadOnlySpan<double> z)
    {
        int n = z.Length;
        double top = double.NegativeInfinity;
        foreach (double v in z)
        {
            top = Math.Max(top, v);
        }

        int first = IndexBelow(z, top + LogReach);
        Span<double> buffer = stackalloc double[SampleSize];
        int step = Math.Max(1, (n - first) / Candidates);
        for (int j = first; j < n - 1; j += step)
        {
            if (!IsFlat(z, j, top, buffer))
            {
                continue;
            }

            double level = Quantiles.Take(Quantiles.Sample(z[j..], buffer), FloorQuantile);
            return new FloorCut(Math.Max(IndexBelow(z, level + LogContaminated), 1), level);
        }

        return new FloorCut(n, null);
    }

    /// <summary>The first index with a value below the level, the length if there is none.</summary>
    public static int IndexBelow(ReadOnlySpan<double> z, double level)
    {
        for (int i = 0; i < z.Length; i++)
        {
            if (z[i] < level)
            {
                return i;
            }
        }

        return z.Length;
    }

    private static bool IsFlat(ReadOnlySpan<double> z, int start, double top, Span<double> buffer)
    {
        ReadOnlySpan<double> tail = z[start..];
        bool longEnough = tail.Length >= 3 || tail[^1] < top + LogCertain;
        if (!longEnough || Quantiles.Median(Quantiles.Sample(tail, buffer)) > top + LogReach)
        {
            return false;
        }

        int before = Math.Max(1, Math.Min(start, Math.Max(3, tail.Length)));
        double decline = start >= before ? (z[start - before] - z[start]) / before : 0;
        int half = tail.Length / 2;
        double expected = decline * tail.Length / 2;
        if (expected <= ExpectedDrop)
        {
            return false;
        }

        double early = Quantiles.Median(Quantiles.Sample(tail[..half], buffer));
        double late = Quantiles.Median(Quantiles.Sample(tail[half..], buffer));
        return early - late < SeenShare * expected;
    }
}
