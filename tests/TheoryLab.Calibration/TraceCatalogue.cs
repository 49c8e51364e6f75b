namespace TheoryLab.Calibration;

/// <summary>A row of the table: a kind of trace.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Draw">Draws a trace.</param>
/// <param name="Why">Why its law does not show on the window; null for a row that is held to targets.</param>
internal sealed record Row(string Name, Func<System.Random, Synthetic> Draw, string? Why)
{
    public Stratum StratumOf(Synthetic trace) =>
        Why is not null ? Stratum.Unidentifiable : trace.IsDecidable ? Stratum.Decidable : Stratum.Elsewhere;
}

/// <summary>All rows.</summary>
internal static class TraceCatalogue
{
    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["shift, added burn-in"] = "a shift, the size of a burn-in that adds to the law and its length bend the same stretch of the trace; "
            + "the shape that has all three is weighed on a coarse grid only",
        ["burn-in, oscillation in log k"] = "a wave in log k beside a burn-in can bend any line into any other, so the pair is not offered",
        ["subgradient method, last iterate"] = "the last iterate locks into patterns of the step sizes that are neither noise nor a wave",
        ["gradient descent, separable logistic"] = "corrections fall like powers of 1/log k: the slope on any window that can be run is not yet -1",
    };

    public static IReadOnlyList<Row> Rows { get; } =
    [
        .. from rows in new[] { SyntheticTraces.Rows, SyntheticTraces.Corners, SolverTraces.Rows, SolverTraces.Hard }
           from row in rows
           select new Row(row.Key, row.Value, Reasons.GetValueOrDefault(row.Key)),
    ];
}
