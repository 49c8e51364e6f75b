namespace TheoryLab.Claims;

/// <summary>The curves that plots need: per iteration the largest ratio over all runs, and measure and bound of the tightest run.</summary>
internal static class Curves
{
    /// <summary>The cases that a curve shows: for claims about horizons the tightest instance is a row of runs, one per horizon.</summary>
    public static IReadOnlyList<CheckCase> Drawn(Claim claim, IReadOnlyList<CheckCase> cases, int tightest) => claim.Horizons.Count == 0
        ? [cases[tightest]]
        : [.. cases.Where(c => ReferenceEquals(c.Spec, cases[tightest].Spec) && c.Sample == cases[tightest].Sample && c.Method.Equals(cases[tightest].Method))];

    public static IReadOnlyList<CurvePoint> Of(IReadOnlyList<CheckCase> cases, IReadOnlyList<CheckCase> drawn, CaseSummary[] summaries)
    {
        Dictionary<int, double> envelope = [];
        foreach (Comparison<double> c in summaries.SelectMany(s => s.Comparisons).Where(c => !double.IsNaN(c.Ratio)))
        {
            envelope[c.Iteration] = Math.Max(c.Ratio, envelope.GetValueOrDefault(c.Iteration));
        }

        return [.. summaries.Where(s => drawn.Contains(cases[s.Index], ReferenceEqualityComparer.Instance)).SelectMany(s => s.Comparisons)
            .Where(c => envelope.ContainsKey(c.Iteration)).OrderBy(c => c.Iteration)
            .Select(c => new CurvePoint(c.Iteration, envelope[c.Iteration], c.Measured.Value, c.Bound.Value))];
    }

    /// <summary>The curve with the bound of a twin that changes nothing else; a limit has no bound to be drawn.</summary>
    /// <param name="evaluation">What became of the claim.</param>
    /// <param name="twin">The twin.</param>
    /// <param name="bounds">The bounds of the twin on one run.</param>
    public static IReadOnlyList<CurvePoint> WithTwin(Evaluation evaluation, Claim twin, Func<CheckCase, IEnumerable<(int Iteration, double Bound)>> bounds)
    {
        if (twin.Order is { } stated)
        {
            // An order against a pointwise claim has no scale to be drawn at.
            return evaluation.Constant is { } constant && stated.Resolved(constant) is { } order
                ? [.. evaluation.Curve.Select(p => p with { Twin = order.At(p.Iteration) })]
                : evaluation.Curve;
        }

        Dictionary<int, double> at = evaluation.Drawn.SelectMany(bounds).ToDictionary(b => b.Iteration, b => b.Bound);
        return [.. evaluation.Curve.Select(p => p with { Twin = at.GetValueOrDefault(p.Iteration, double.NaN) })];
    }
}
