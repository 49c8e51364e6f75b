namespace TheoryLab.Claims.Fitting;

/// <summary>Cuts a front part that the best shape does not explain. Transients that a shape models need no cut; this catches the others.</summary>
internal static class FrontCut
{
    // A front part whose whitened residuals are this many times larger, in mean square, does not belong to the law.
    private const double Excess = 9;

    // The median of a chi-square variable with one degree of freedom.
    private const double ChiSquareMedian = 0.455;

    private const double NoiseShare = 0.1;

    private static ReadOnlySpan<double> Fractions => [0.05, 0.1, 0.15, 0.2, 0.3];

    /// <summary>Number of points to drop at the front.</summary>
    /// <param name="innovations">Whitened residuals of the best cell.</param>
    /// <param name="leastLeft">Points that must remain.</param>
    public static int Points(ReadOnlySpan<double> innovations, int leastLeft)
    {
        int n = innovations.Length, cut = 0;
        double worst = Excess, least = CellRegression.LeastError * NoiseShare;
        double[] squares = new double[n], rest = new double[n];
        for (int i = 0; i < n; i++)
        {
            squares[i] = (innovations[i] * innovations[i]) + (least * least);
        }

        foreach (double fraction in Fractions)
        {
            int front = Math.Max(2, (int)(fraction * n));
            if (n - front < leastLeft)
            {
                break;
            }

            double mean = Mean(squares.AsSpan(front));
            squares.AsSpan(front).CopyTo(rest);
            double usual = Math.Max(mean, Quantiles.Median(rest.AsSpan(0, n - front)) / ChiSquareMedian);
            double ratio = Mean(squares.AsSpan(0, front)) / usual;
            if (ratio > worst)
            {
                (cut, worst) = (front, ratio);
            }
        }

        return cut;
    }

    private static double Mean(ReadOnlySpan<double> values) => Core.Reductions.Sum(values) / values.Length;
}
