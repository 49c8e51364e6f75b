namespace TheoryLab.Claims.Fitting;

/// <summary>
/// Keeps at most two hundred points, half of them even in log k and half even in position. Thinning, not averaging: thinned AR(1) noise is
/// still exactly Markov, with correlation phi^gap, while bin means would need a different covariance for each bin.
/// </summary>
internal static class Thinning
{
    /// <summary>Points kept for the regression.</summary>
    public const int Points = 200;

    /// <summary>Indices of the points kept, increasing.</summary>
    public static int[] Indices(ReadOnlySpan<double> k)
    {
        int n = k.Length;
        if (n <= Points)
        {
            int[] all = new int[n];
            for (int i = 0; i < n; i++)
            {
                all[i] = i;
            }

            return all;
        }

        const int Half = Points / 2;
        SortedSet<int> kept = [0];
        double from = Math.Log(Math.Max(k[0], 1)), to = Math.Log(k[^1]);
        for (int i = 0; i < Half; i++)
        {
            double share = (double)i / (Half - 1);
            int at = k.BinarySearch(Math.Exp(from + (share * (to - from))));
            kept.Add(Math.Min(at < 0 ? ~at : at, n - 1));
            kept.Add((int)Math.Round(share * (n - 1)));
        }

        return [.. kept];
    }
}
