namespace TheoryLab.Claims;

/// <summary>One run in doubles: every comparison that it made, and the tightest of them.</summary>
internal sealed class CaseSummary
{
    private CaseSummary(int index, List<Comparison<double>> comparisons, Recording<double> recording)
    {
        (Index, Comparisons, Provenance) = (index, comparisons, recording.Provenance);
        Rests = recording.Provenance?.FloorRow is { } row ? recording.Trace.Iterations[row] : null;
        Comparison<double>[] rated = [.. comparisons.Where(c => !double.IsNaN(c.Ratio))];
        HasRatio = rated.Length > 0;
        Violates = rated.Any(c => c.IsViolation);
        Tightest = rated.DefaultIfEmpty().MaxBy(c => c.Ratio);
        int undefined = comparisons.FindIndex(c => double.IsNaN(c.Measured.Value) || double.IsNaN(c.Bound.Value));
        Undefined = undefined < 0 ? null : comparisons[undefined];
        int vacuous = comparisons.FindIndex(c => double.IsInfinity(c.Bound.Value));
        Vacuous = vacuous < 0 ? null : comparisons[vacuous];
    }

    public int Index { get; }

    public List<Comparison<double>> Comparisons { get; }

    /// <summary>The comparison with the largest ratio.</summary>
    public Comparison<double> Tightest { get; }

    /// <summary>Whether any iteration could be compared.</summary>
    public bool HasRatio { get; }

    /// <summary>Whether some iteration fails by more than its allowance.</summary>
    public bool Violates { get; }

    /// <summary>The first comparison whose measure or bound is not a number: the statement says nothing there.</summary>
    public Comparison<double>? Undefined { get; }

    /// <summary>The first comparison with an infinite bound, which nothing can break.</summary>
    public Comparison<double>? Vacuous { get; }

    /// <summary>What is known of the values beside them, where the run was made elsewhere.</summary>
    public Provenance? Provenance { get; }

    /// <summary>The iteration from which the curve rests at round-off and is not compared; null if it does not.</summary>
    public int? Rests { get; }

    public static CaseSummary Of(int index, List<Comparison<double>> comparisons, Recording<double> recording) => new(index, comparisons, recording);
}
