using TheoryLab.Claims;

namespace TheoryLab.Reporting;

/// <summary>
/// A claimed order q of y_{k+1} = C y_k^q beside the measured curve: the recursion from the first point of the fit on, with the C that the first step shows,
/// so that it meets the curve in its first two points and leaves it where the orders differ.
/// </summary>
internal static class SuperlinearLine
{
    /// <summary>The line down to the lowest measured value; none where the order is another one or the fit has no first step.</summary>
    /// <param name="order">The order as it is stored, such as "order 1.5".</param>
    /// <param name="rate">The fit.</param>
    /// <param name="measured">The measured curve.</param>
    public static PlotPoint[] Of(string? order, RateResult? rate, IReadOnlyList<PlotPoint> measured)
    {
        if (order is null || rate is not { Model: "superlinear", Window: [var first, var last] } || RateText.Parse(order) is not SuperlinearOrder { Power: var q })
        {
            return [];
        }

        PlotPoint[] window = [.. measured.Where(p => p.X >= first && p.X <= last && p.Y > 0)];
        if (window.Length < 2 || window[1].X - window[0].X != 1)
        {
            return [];
        }

        double lowest = Math.Log(window.Min(p => p.Y)), z = Math.Log(window[0].Y), c = Math.Log(window[1].Y) - (q * z);
        List<PlotPoint> line = [window[0]];
        for (double k = window[0].X; k < last && z > lowest; k++)
        {
            double next = c + (q * z), share = next < lowest ? (z - lowest) / (z - next) : 1;
            line.Add(new(k + share, Math.Exp(Math.Max(next, lowest))));
            z = next;
        }

        return [.. line];
    }
}
