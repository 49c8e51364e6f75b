namespace TheoryLab.Reporting;

/// <summary>Leaves out what a plot cannot show.</summary>
internal static class Thinning
{
    /// <summary>
    /// Of the points in one column of the plot the first, the last, the lowest and the highest are kept: the drawn line covers the same pixels.
    /// </summary>
    /// <param name="points">Points by increasing x.</param>
    /// <param name="column">The column of a point.</param>
    public static IReadOnlyList<PlotPoint> Columns(IReadOnlyList<PlotPoint> points, Func<PlotPoint, int> column)
    {
        List<PlotPoint> kept = [];
        for (int start = 0, end; start < points.Count; start = end)
        {
            int here = column(points[start]), low = start, high = start;
            for (end = start; end < points.Count && column(points[end]) == here; end++)
            {
                low = points[end].Y < points[low].Y ? end : low;
                high = points[end].Y > points[high].Y ? end : high;
            }

            kept.AddRange(new SortedSet<int> { start, low, high, end - 1 }.Select(i => points[i]));
        }

        return kept;
    }

    /// <summary>At most so many indices of 0 to count - 1, the ends among them, evenly in the logarithm.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="most">How many are wanted at most; at least 2.</param>
    public static IReadOnlyCollection<int> Rows(int count, int most) => count <= most
        ? [.. Enumerable.Range(0, count)]
        : new SortedSet<int>(Enumerable.Range(0, most).Select(i => (int)Math.Round(Math.Pow(count, (double)i / (most - 1))) - 1));
}
