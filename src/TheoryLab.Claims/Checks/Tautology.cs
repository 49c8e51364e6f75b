using System.Globalization;

namespace TheoryLab.Claims;

/// <summary>
/// Finds bounds that are the measured quantity in other words, such as sqrt(r2) for the distance r, or f for f - f* where f* = 0. Such a bound keeps one ratio to the measure on
/// every run, whatever the method does. Asked are bounds that use values measured at the same point: an exact rate in k and constants, which a run may meet at every k, is no
/// tautology, nor is one that looks back or at the step made. An identity between measures is the statement itself.
/// </summary>
internal static class Tautology
{
    // Two points may lie on one line through zero by chance.
    private const int LeastPoints = 3;

    // A ratio that is not known to twenty bits is no evidence.
    private const double LargestError = 1.0 / (1 << 20);

    // The measure must move by a part in a hundred, or the bound may stay the same multiple of it by staying.
    private const double LeastChange = 1.01;

    /// <summary>Why a bound says nothing about the method, as a clause; null if it may.</summary>
    /// <param name="claim">A claim with a bound.</param>
    /// <param name="summaries">All its runs in doubles.</param>
    public static string? Of(Claim claim, IReadOnlyList<CaseSummary> summaries)
    {
        if (claim.Kind == ClaimKind.Identity || !IsOfOnePoint(claim))
        {
            return null;
        }

        double low = double.NegativeInfinity, high = double.PositiveInfinity, least = double.PositiveInfinity, largest = 0;
        int points = 0;
        foreach (Comparison<double> c in summaries.SelectMany(s => s.Comparisons))
        {
            double measured = Math.Abs(c.Measured.Value), ratio = c.Bound.Value / c.Measured.Value;
            double error = (c.Measured.Error / measured) + (c.Bound.Error / Math.Abs(c.Bound.Value)) + (1.0 / (1L << 52));
            if (!(error <= LargestError))
            {
                continue;
            }

            (low, high) = (Math.Max(low, ratio - (error * Math.Abs(ratio))), Math.Min(high, ratio + (error * Math.Abs(ratio))));
            (least, largest) = (Math.Min(least, measured), Math.Max(largest, measured));
            points++;
        }

        return points < LeastPoints || largest < LeastChange * least || low > high ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"the bound {claim.Bound!.Text} is {(low + high) / 2:G6} times {claim.Quantity?.Text ?? claim.Measure.Symbol} at every point compared, so that it says nothing about the method; state it in k and constants, or look back with prev");
    }

    private static bool IsOfOnePoint(Claim claim)
    {
        IMeasure[] inBound = [.. claim.Bound!.PresentNames.Select(Registry.MeasureOfSymbol).OfType<IMeasure>()];
        return inBound.Length > 0 && claim.Bound.PastNames.Count == 0 && claim.Quantity is not { PastNames.Count: > 0 }
            && inBound.Append(claim.Measure).Concat((claim.Quantity?.PresentNames ?? new HashSet<string>()).Select(Registry.MeasureOfSymbol).OfType<IMeasure>()).All(m => m is not ICompanionMeasure);
    }
}
