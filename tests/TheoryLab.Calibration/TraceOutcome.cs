using System.Globalization;
using TheoryLab.Claims;
using TheoryLab.Claims.Fitting;
using TheoryLab.Core;

namespace TheoryLab.Calibration;

/// <summary>Claims about the order of a trace, by how far they are from its law.</summary>
internal enum ClaimGroup
{
    /// <summary>The law itself.</summary>
    Equal,

    /// <summary>True, with a quarter to spare.</summary>
    Spare,

    /// <summary>False by a quarter.</summary>
    FalseByQuarter,

    /// <summary>False by a half.</summary>
    FalseByHalf,
}

/// <summary>How the claims of a group came out.</summary>
/// <param name="Judged">How many were judged.</param>
/// <param name="Wrong">True ones refuted and false ones supported.</param>
/// <param name="Open">Inconclusive ones.</param>
internal readonly record struct Verdicts(int Judged, int Wrong, int Open)
{
    public static Verdicts operator +(Verdicts a, Verdicts b) => new(a.Judged + b.Judged, a.Wrong + b.Wrong, a.Open + b.Open);
}

/// <summary>How the fit of one trace came out.</summary>
internal sealed record TraceOutcome
{
    /// <summary>The number of groups of claims.</summary>
    public const int Groups = 4;

    private static readonly (OrderKind Kind, double Factor, ClaimGroup Group)[] Claims =
    [
        (OrderKind.AtMost, 1, ClaimGroup.Equal), (OrderKind.AtLeast, 1, ClaimGroup.Equal),
        (OrderKind.AtMost, 0.75, ClaimGroup.Spare), (OrderKind.AtLeast, 1.25, ClaimGroup.Spare),
        (OrderKind.AtMost, 1.25, ClaimGroup.FalseByQuarter), (OrderKind.AtLeast, 0.75, ClaimGroup.FalseByQuarter),
        (OrderKind.AtMost, 1.5, ClaimGroup.FalseByHalf), (OrderKind.AtLeast, 0.5, ClaimGroup.FalseByHalf),
    ];

    public required Stratum Stratum { get; init; }

    /// <summary>The stratum if what was measured on the trace were not counted as noise or burn-in.</summary>
    public required Stratum StratumAsDrawn { get; init; }

    /// <summary>Whether the row is a hard one.</summary>
    public required bool IsHard { get; init; }

    public bool IsMissing { get; init; }

    public bool IsWrong { get; init; }

    public bool IsCovered { get; init; }

    public bool IsNarrow { get; init; }

    public required Verdicts[] Verdicts { get; init; }

    /// <summary>What went wrong, in a line; null if nothing did.</summary>
    public string? Failure { get; init; }

    /// <summary>
    /// The outcomes of a shard, or of all traces: the first of every row, the second of every row, …. A trace has its own seed, so that neither order nor jobs nor shards
    /// matter.
    /// </summary>
    /// <param name="options">Rows, traces a row, shard.</param>
    public static TraceOutcome[] Of(Options options)
    {
        int seed = SeedSets.Find(options.Set)!.Value;
        Row[] rows = options.Rows;
        int[] units = (options.Shard ?? ShardIndex.Whole).Of(Enumerable.Range(0, rows.Length * options.Traces));
        TraceOutcome[] outcomes = new TraceOutcome[units.Length];
        Parallel.For(0, units.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Jobs }, i =>
            outcomes[i] = Of(rows[units[i] % rows.Length], seed, units[i] / rows.Length, CancellationToken.None));
        return outcomes;
    }

    /// <summary>Draws a trace of a row and fits it.</summary>
    /// <param name="row">The row.</param>
    /// <param name="seed">Seed of the set.</param>
    /// <param name="index">Number of the trace.</param>
    /// <param name="cancellation">Stops the fit.</param>
    public static TraceOutcome Of(Row row, int seed, int index, CancellationToken cancellation)
    {
        Synthetic trace = row.Draw(Seeds.Generator(Seeds.Derive(seed, "rate-fit", row.Name, index)));
        RateFit fit = RateFitter.Fit(trace.K, trace.Y, cancellation);
        RateModel model = fit.Model == RateModel.PowerLog ? RateModel.Power : fit.Model;
        bool missing = model == RateModel.None, wrong = !missing && model != trace.Model, right = !missing && !wrong;
        (double half, double size) = model == RateModel.Linear && right
            ? (Math.Log(fit.High / fit.Low) / 2, -Math.Log(trace.Truth))
            : ((fit.High - fit.Low) / 2, trace.Truth);
        bool covered = right && fit.Low <= trace.Truth && trace.Truth <= fit.High, narrow = right && half <= size / 4;
        Verdicts[] verdicts = Judge(fit, trace);
        string? failure = missing ? "none" : wrong ? "wrong" : !covered ? "uncovered" : !narrow ? "wide" : verdicts.Any(v => v.Wrong > 0) ? "verdict" : null;
        return new TraceOutcome
        {
            Stratum = trace.Stratum,
            StratumAsDrawn = trace.StratumAsDrawn,
            IsHard = row.Why is not null,
            IsMissing = missing,
            IsWrong = wrong,
            IsCovered = covered,
            IsNarrow = narrow,
            Verdicts = verdicts,
            Failure = failure is null ? null : Describe(failure, row, index, fit, trace),
        };
    }

    private static Verdicts[] Judge(RateFit fit, Synthetic trace)
    {
        Verdicts[] verdicts = new Verdicts[Groups];
        foreach ((OrderKind kind, double factor, ClaimGroup group) in Claims)
        {
            // At p0 = p a claim without the logarithm is neither true nor false; a plateau is slower than every power, one half of the claims.
            if ((trace.HasLogarithm && group == ClaimGroup.Equal) || (trace.Model == RateModel.Stalled && factor != 1))
            {
                continue;
            }

            OrderDecision decision = trace.Model switch
            {
                RateModel.Power => OrderRule.Decide(fit, kind, factor * trace.Truth),
                RateModel.Linear => OrderRule.DecideLinear(fit, kind, Math.Pow(trace.Truth, factor)),
                RateModel.Superlinear => OrderRule.DecideSuperlinear(fit, kind, 1 + ((trace.Truth - 1) * factor)),
                _ => OrderRule.Decide(fit, kind, factor),
            };
            ClaimGroup counted = trace.Model == RateModel.Stalled ? (kind == OrderKind.AtMost ? ClaimGroup.FalseByHalf : ClaimGroup.Spare) : group;
            OrderOutcome mistake = counted is ClaimGroup.Equal or ClaimGroup.Spare ? OrderOutcome.Refuted : OrderOutcome.Supported;
            verdicts[(int)counted] += new Verdicts(1, decision.Outcome == mistake ? 1 : 0, decision.Outcome == OrderOutcome.Inconclusive ? 1 : 0);
        }

        return verdicts;
    }

    private static string Describe(string failure, Row row, int index, RateFit fit, Synthetic trace) => string.Create(
        CultureInfo.InvariantCulture,
        $"{row.Name} #{index} {failure}: {fit.Model} {fit.Estimate:g5} [{fit.Low:g5}, {fit.High:g5}] truth {trace.Truth:g5} n {trace.K.Length}"
        + $" noise {trace.Noise:g2} {trace.Correlation:g2} settled {trace.Settled:g3}"
        + $" {string.Join('/', fit.Alternatives.Take(2).Select(a => a.Name))} {fit.Evidence:g3}"
        + $" window {fit.WindowFirst}-{fit.WindowLast} {fit.Reason}");
}
