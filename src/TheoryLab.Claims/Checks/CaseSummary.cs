namespace TheoryLab.Claims;

/// <summary>What is kept of one run in doubles: its tightest point and the ratio at every compared iteration.</summary>
internal sealed class CaseSummary
{
    private CaseSummary(int index, Comparison<double> tightest, bool hasRatio, bool violates, bool hasNaN, (int, double, double, double)[] points) =>
        (Index, Tightest, HasRatio, Violates, HasNaN, Points) = (index, tightest, hasRatio, violates, hasNaN, points);

    public int Index { get; }

    public Comparison<double> Tightest { get; }

    /// <summary>Whether any iteration could be compared.</summary>
    public bool HasRatio { get; }

    /// <summary>Whether some iteration fails by more than its allowance.</summary>
    public bool Violates { get; }

    public bool HasNaN { get; }

    public (int Iteration, double Ratio, double Measured, double Bound)[] Points { get; }

    public static CaseSummary Of(int index, List<Comparison<double>> comparisons)
    {
        Comparison<double>[] rated = [.. comparisons.Where(c => !double.IsNaN(c.Ratio))];
        Comparison<double>[] violations = [.. rated.Where(c => c.IsViolation)];
        return new(
            index,
            rated.Length == 0 ? default : (violations.Length > 0 ? violations : rated).MaxBy(c => c.Ratio),
            rated.Length > 0,
            violations.Length > 0,
            comparisons.Any(c => double.IsNaN(c.Measured.Value) || double.IsNaN(c.Bound.Value)),
            [.. rated.Select(c => (c.Iteration, c.Ratio, c.Measured.Value, c.Bound.Value))]);
    }
}
