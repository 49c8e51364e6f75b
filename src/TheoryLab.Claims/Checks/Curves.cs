namespace TheoryLab.Claims;

/// <summary>The curves that plots need: per iteration the largest ratio over all runs, and measure and bound of the tightest run.</summary>
internal static class Curves
{
    public static IReadOnlyList<CurvePoint> Of(Claim claim, IReadOnlyList<CheckCase> cases, CaseSummary[] summaries, int tightest)
    {
        // For claims about horizons the tightest instance is a row of runs, one per horizon.
        CheckCase best = cases[tightest];
        IEnumerable<CaseSummary> row = claim.Horizons.Count == 0 ? [summaries[tightest]]
            : summaries.Where(s => ReferenceEquals(cases[s.Index].Spec, best.Spec) && cases[s.Index].Sample == best.Sample && cases[s.Index].Method.Equals(best.Method));
        Dictionary<int, double> envelope = [];
        foreach (Comparison<double> c in summaries.SelectMany(s => s.Comparisons).Where(c => !double.IsNaN(c.Ratio)))
        {
            envelope[c.Iteration] = Math.Max(c.Ratio, envelope.GetValueOrDefault(c.Iteration));
        }

        return [.. row.SelectMany(s => s.Comparisons).Where(c => envelope.ContainsKey(c.Iteration)).OrderBy(c => c.Iteration)
            .Select(c => new CurvePoint(c.Iteration, envelope[c.Iteration], c.Measured.Value, c.Bound.Value))];
    }
}
