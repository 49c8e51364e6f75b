namespace TheoryLab.Claims.Fitting;

/// <summary>All shapes on the window that remained, with the oscillation that paid for itself.</summary>
/// <param name="Whole">The window before front cuts.</param>
/// <param name="Window">The window fitted.</param>
/// <param name="Wave">The oscillation, if any.</param>
/// <param name="Fits">The shapes.</param>
/// <param name="IsContradicted">Whether the later half of the window prefers another model than the whole.</param>
internal sealed record WindowFit(Window Whole, Window Window, Wave? Wave, IReadOnlyList<ShapeFit> Fits, bool IsContradicted)
{
    private const int Rounds = 7;
    private const int WaveTrials = 3;

    // What an oscillation must raise the best log evidence by.
    private const double WaveGain = 8;
    private const int LeastLeft = 10;

    /// <summary>Fits, looks for an oscillation, cuts the front and starts again until nothing is cut.</summary>
    public static WindowFit Search(Window whole, CancellationToken cancellation)
    {
        int start = 0, leastLeft = Math.Max(LeastLeft, whole.Count / 4);
        Wave? wave = null;
        for (int round = 1, trials = 0; ; round++)
        {
            Window window = whole.From(start);
            List<ShapeFit> fits = Fit(window, wave, cancellation);
            if (wave is null && trials++ < WaveTrials && OscillationSearch.Find(fits, cancellation) is { } candidate)
            {
                List<ShapeFit> waving = Fit(window, candidate, cancellation);
                if (ShapeFit.Strongest(waving).LogEvidence >= ShapeFit.Strongest(fits).LogEvidence + WaveGain)
                {
                    (wave, fits) = (candidate, waving);
                }
            }

            int cut = round < Rounds ? FrontCut.Points(ShapeFit.Strongest(fits).Innovations(), leastLeft) : 0;
            if (cut == 0)
            {
                int? contradiction = LatePart.Contradiction(window, wave, fits, cancellation);
                if (contradiction is null || wave is not null || round >= Rounds)
                {
                    return new WindowFit(whole, window, wave, fits, contradiction is not null);
                }

                cut = contradiction.Value;
            }

            start += cut;
        }
    }

    private static List<ShapeFit> Fit(Window window, Wave? wave, CancellationToken cancellation) =>
        ShapeFit.Weigh(new CellRegression(window, wave), ShapeCatalogue.All(window, wave), cancellation);
}
