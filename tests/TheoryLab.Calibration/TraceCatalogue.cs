namespace TheoryLab.Calibration;

/// <summary>A row of the table: a kind of trace.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Draw">Draws a trace.</param>
/// <param name="Why">Why its law is hard to see on the window; null for other rows. The totals are given with and without these.</param>
internal sealed record Row(string Name, Func<System.Random, Synthetic> Draw, string? Why);

/// <summary>All rows.</summary>
internal static class TraceCatalogue
{
    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["shift, added burn-in"] = "a shift, the size of a burn-in that adds to the law and its length bend the same stretch of the trace",
        ["burn-in, oscillation in log k"] = "a wave in log k beside a burn-in can bend any line into any other, so the pair is not offered",
        ["subgradient method, last iterate"] = "the last iterate locks into patterns of the step sizes; by their size they are noise above 10 %",
        ["gradient descent, separable logistic"] = "corrections fall like powers of 1/log k, so that on most windows the burn-in does not end",
    };

    public static IReadOnlyList<Row> Rows { get; } =
    [
        .. from rows in new[] { SyntheticTraces.Rows, SyntheticTraces.Corners, SolverTraces.Rows, SolverTraces.Hard }
           from row in rows
           select new Row(row.Key, row.Value, Reasons.GetValueOrDefault(row.Key)),
    ];
}
