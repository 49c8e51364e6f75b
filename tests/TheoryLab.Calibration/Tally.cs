namespace TheoryLab.Calibration;

/// <summary>How many traces came out how.</summary>
internal sealed class Tally
{
    private readonly List<string> _failures = [];

    public int Count { get; private set; }

    public int Wrong { get; private set; }

    public int Missing { get; private set; }

    public int Covered { get; private set; }

    public int Narrow { get; private set; }

    /// <summary>Fits with the right model.</summary>
    public int Right => Count - Wrong - Missing;

    public int Uncovered => Right - Covered;

    public int Wide => Right - Narrow;

    public Verdicts[] Verdicts { get; } = new Verdicts[TraceOutcome.Groups];

    public Verdicts AllVerdicts => Verdicts.Aggregate((a, b) => a + b);

    public static Tally Of(IEnumerable<TraceOutcome> outcomes)
    {
        Tally tally = new();
        foreach (TraceOutcome outcome in outcomes)
        {
            tally.Count++;
            tally.Missing += outcome.IsMissing ? 1 : 0;
            tally.Wrong += outcome.IsWrong ? 1 : 0;
            tally.Covered += outcome.IsCovered ? 1 : 0;
            tally.Narrow += outcome.IsNarrow ? 1 : 0;
            for (int i = 0; i < TraceOutcome.Groups; i++)
            {
                tally.Verdicts[i] += outcome.Verdicts[i];
            }

            if (outcome.Failure is { } failure)
            {
                tally._failures.Add(failure);
            }
        }

        return tally;
    }

    public override string ToString() =>
        $"{Wrong} wrong, {Missing} none, {Uncovered} uncovered, {Wide} wide of {Count}; verdicts {AllVerdicts.Wrong} wrong,"
        + $" {AllVerdicts.Open} inconclusive of {AllVerdicts.Judged}\n  " + string.Join("\n  ", _failures);
}
