namespace TheoryLab.Claims;

/// <summary>Both sides of a run at one iteration, for its curve.</summary>
/// <param name="Iteration">k.</param>
/// <param name="Measured">The measure.</param>
/// <param name="Bound">The bound.</param>
/// <param name="Ratio">1 at equality, above 1 on the wrong side.</param>
/// <param name="Error">By how much the measured value may be off.</param>
internal readonly record struct RunValue(int Iteration, double Measured, double Bound, double Ratio, double Error);

/// <summary>The curves that plots need: per iteration the largest ratio over all runs, and measure and bound of the tightest run.</summary>
internal static class Curves
{
    /// <summary>The cases that a curve shows: for claims about horizons the tightest instance is a row of runs, one per horizon.</summary>
    public static IReadOnlyList<CheckCase> Drawn(Claim claim, IReadOnlyList<CheckCase> cases, int tightest) => claim.Horizons.Count == 0
        ? [cases[tightest]]
        : [.. cases.Where(c => ReferenceEquals(c.Spec, cases[tightest].Spec) && c.Sample == cases[tightest].Sample && c.Method.Equals(cases[tightest].Method))];

    /// <summary>The curve; the other runs count in doubles, so far as these have not come to rest at their round-off.</summary>
    /// <param name="cases">All runs.</param>
    /// <param name="drawn">Those that the curve shows.</param>
    /// <param name="summaries">What became of all runs in doubles.</param>
    /// <param name="values">A run as well as it is known.</param>
    public static IReadOnlyList<CurvePoint> Of(IReadOnlyList<CheckCase> cases, IReadOnlyList<CheckCase> drawn, CaseSummary[] summaries, Func<CheckCase, IReadOnlyList<RunValue>> values)
    {
        RunValue[] own = [.. drawn.SelectMany(values).Where(v => !double.IsNaN(v.Ratio)).OrderBy(v => v.Iteration)];
        Dictionary<int, double> envelope = own.Where(v => Math.Abs(v.Measured) >= v.Error).ToDictionary(v => v.Iteration, v => v.Ratio);
        foreach (Comparison<double> c in summaries.Where(s => !drawn.Contains(cases[s.Index], ReferenceEqualityComparer.Instance)).SelectMany(Moving).Where(c => !double.IsNaN(c.Ratio)))
        {
            envelope[c.Iteration] = Math.Max(c.Ratio, envelope.GetValueOrDefault(c.Iteration));
        }

        return [.. own.Select(v => new CurvePoint(v.Iteration, envelope.GetValueOrDefault(v.Iteration, v.Ratio), v.Measured, v.Bound, Error: v.Error))];
    }

    /// <summary>The curve with the bound of a twin that changes nothing else; a limit has no bound to be drawn.</summary>
    /// <param name="evaluation">What became of the claim.</param>
    /// <param name="twin">The twin.</param>
    /// <param name="values">The twin's values of one run.</param>
    public static IReadOnlyList<CurvePoint> WithTwin(Evaluation evaluation, Claim twin, Func<CheckCase, IReadOnlyList<RunValue>> values)
    {
        if (twin.Order is { } stated)
        {
            // An order against a pointwise claim has no scale to be drawn at.
            return evaluation.Constant is { } constant && stated.Resolved(constant) is { } order
                ? [.. evaluation.Curve().Select(p => p with { Twin = order.At(p.Iteration) })]
                : evaluation.Curve();
        }

        Dictionary<int, double> at = evaluation.Drawn.SelectMany(values).ToDictionary(v => v.Iteration, v => v.Bound);
        return [.. evaluation.Curve().Select(p => p with { Twin = at.GetValueOrDefault(p.Iteration, double.NaN) })];
    }

    // A run that has ended at its round-off goes on with noise, beside bounds that go on falling.
    private static IEnumerable<Comparison<double>> Moving(CaseSummary summary) =>
        summary.Comparisons.Take(RoundoffFloor.Find([.. summary.Comparisons.Select(c => c.Measured.Value)])?.Begin ?? summary.Comparisons.Count)
            .Where(c => Math.Abs(c.Measured.Value) >= c.Measured.Error);
}
