namespace TheoryLab.Claims;

/// <summary>The curves that plots need: per iteration the largest ratio over all runs, and measure and bound of the tightest run.</summary>
internal static class Curves
{
    public static IReadOnlyList<CurvePoint> Of(Claim claim, IReadOnlyList<CheckCase> cases, CaseSummary[] summaries, CaseSummary tightest)
    {
        // For claims about horizons the tightest instance is a row of runs, one per horizon.
        CheckCase best = cases[tightest.Index];
        IEnumerable<CaseSummary> row = claim.Horizons.Count == 0 ? [tightest]
            : summaries.Where(s => ReferenceEquals(cases[s.Index].Spec, best.Spec) && cases[s.Index].Sample == best.Sample && cases[s.Index].Method.Equals(best.Method));
        ILookup<int, double> ratios = summaries.SelectMany(s => s.Points).ToLookup(p => p.Iteration, p => p.Ratio);
        return [.. row.SelectMany(s => s.Points).OrderBy(p => p.Iteration).Select(p => new CurvePoint(p.Iteration, ratios[p.Iteration].Max(), p.Measured, p.Bound))];
    }
}
