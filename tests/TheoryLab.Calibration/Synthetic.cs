using TheoryLab.Claims.Fitting;

namespace TheoryLab.Calibration;

/// <summary>A trace whose law is known, and what its stratum depends on.</summary>
internal sealed record Synthetic(double[] K, double[] Y, RateModel Model, double Truth)
{
    // A trace is decidable with at least so many points and decades after burn-in, and at most so much noise.
    private const int DecidablePoints = 200;
    private const double DecidableDecades = 1.5;
    private const double DecidableNoise = 0.1;
    private const double DecidableCorrelation = 0.8;

    /// <summary>Standard deviation of the noise in log y.</summary>
    public double Noise { get; init; }

    /// <summary>Correlation of the noise at neighbouring points.</summary>
    public double Correlation { get; init; }

    /// <summary>The iteration from which a burn-in is less than a tenth of the law.</summary>
    public double Settled { get; init; } = 1;

    /// <summary>The iteration from which a floor hides the law.</summary>
    public double Hidden { get; init; } = double.PositiveInfinity;

    /// <summary>Whether noise and burn-in were measured on the trace against the law that a theorem gives, not drawn.</summary>
    public bool IsMeasured { get; init; }

    /// <summary>Whether the law is k^-p log k: neither O(k^-p) nor Omega(k^-p) is judged then.</summary>
    public bool HasLogarithm { get; init; }

    /// <summary>The stratum by the criteria.</summary>
    public Stratum Stratum
    {
        get
        {
            double last = Math.Min(K[^1], Hidden);
            return K.Count(k => k <= last) >= DecidablePoints && Math.Log10(last / Math.Max(Settled, 1)) >= DecidableDecades
                && Noise <= DecidableNoise && (Noise == 0 || Correlation <= DecidableCorrelation) ? Stratum.Decidable : Stratum.Elsewhere;
        }
    }

    /// <summary>The stratum if what was measured on the trace were not counted as noise or burn-in.</summary>
    public Stratum StratumAsDrawn => IsMeasured ? (this with { Noise = 0, Correlation = 0, Settled = 1 }).Stratum : Stratum;

    /// <summary>The first k from which a correction stays below a tenth.</summary>
    /// <param name="k">Iterations.</param>
    /// <param name="correction">Its size relative to the law, by position.</param>
    public static double SettledAt(double[] k, Func<int, double> correction)
    {
        int i = k.Length;
        while (i > 0 && correction(i - 1) < 0.1)
        {
            i--;
        }

        return i < k.Length ? k[i] : double.PositiveInfinity;
    }
}
