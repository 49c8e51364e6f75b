using System.Globalization;
using TheoryLab.Claims.Fitting;
using TheoryLab.Core;

namespace TheoryLab.Claims.Tests.Fitting;

/// <summary>How a row of synthetic traces came out: fits, and verdicts on claims that are true, true with 25% to spare, and false by 25%.</summary>
internal sealed record Tally(string Row, int Count)
{
    private static readonly (OrderKind Kind, double Factor, bool IsTrue)[] Claims =
    [
        (OrderKind.AtMost, 1, true), (OrderKind.AtMost, 0.75, true), (OrderKind.AtMost, 1.25, false),
        (OrderKind.AtLeast, 1, true), (OrderKind.AtLeast, 1.25, true), (OrderKind.AtLeast, 0.75, false),
    ];

    private readonly List<string> _failures = [];

    public int Wrong { get; private set; }

    public int Missing { get; private set; }

    public int Uncovered { get; private set; }

    public int Wide { get; private set; }

    public int WrongVerdicts { get; private set; }

    public int Undecided { get; private set; }

    public int Verdicts { get; private set; }

    public static Tally Of(string row, int seed, int traces)
    {
        Tally tally = new(row, traces);
        for (int i = 0; i < traces; i++)
        {
            Synthetic trace = SyntheticTraces.Rows[row](Seeds.Generator(Seeds.Derive(seed, "rate-fit", row, i)));
            RateFit fit = RateFitter.Fit(trace.K, trace.Y, TestContext.Current.CancellationToken);
            if (tally.Judge(fit, trace) is { } failure)
            {
                tally._failures.Add(string.Create(CultureInfo.InvariantCulture,
                    $"#{i} {failure}: {fit.Model} {fit.Estimate:g5} [{fit.Low:g5}, {fit.High:g5}] truth {trace.Truth:g5} n {trace.K.Length}"
                    + $" {string.Join('/', fit.Alternatives.Take(2).Select(a => a.Name))} {fit.Evidence:g3}"
                    + $" window {fit.WindowFirst}-{fit.WindowLast} {fit.Reason}"));
            }

            tally.JudgeClaims(fit, trace);
        }

        return tally;
    }

    public override string ToString() =>
        $"{Row}: {Wrong} wrong, {Missing} none, {Uncovered} uncovered, {Wide} wide of {Count}; verdicts {WrongVerdicts} wrong,"
        + $" {Undecided} undecided of {Verdicts}\n  " + string.Join("\n  ", _failures);

    private string? Judge(RateFit fit, Synthetic trace)
    {
        RateModel model = fit.Model == RateModel.PowerLog ? RateModel.Power : fit.Model;
        if (model == RateModel.None)
        {
            Missing++;
            return "none";
        }

        if (model != trace.Model)
        {
            Wrong++;
            return "wrong";
        }

        double half = (fit.High - fit.Low) / 2, size = fit.Estimate;
        if (model == RateModel.Linear)
        {
            (half, size) = (Math.Log(fit.High / fit.Low) / 2, -Math.Log(fit.Estimate));
        }

        bool covered = fit.Low <= trace.Truth && trace.Truth <= fit.High, wide = half > size / 4;
        Uncovered += covered ? 0 : 1;
        Wide += wide ? 1 : 0;
        return !covered ? "uncovered" : wide ? "wide" : null;
    }

    // Log factors are left out: at p0 = p a claim without the logarithm is neither true nor false here.
    private void JudgeClaims(RateFit fit, Synthetic trace)
    {
        if (trace.Model is not (RateModel.Power or RateModel.Linear) || Row.Contains("log", StringComparison.Ordinal))
        {
            return;
        }

        foreach ((OrderKind kind, double factor, bool isTrue) in Claims)
        {
            OrderDecision decision = trace.Model == RateModel.Power
                ? OrderRule.Decide(fit, kind, factor * trace.Truth)
                : OrderRule.DecideLinear(fit, kind, Math.Pow(trace.Truth, factor));
            Verdicts++;
            Undecided += decision.Outcome == OrderOutcome.Inconclusive ? 1 : 0;
            WrongVerdicts += decision.Outcome == (isTrue ? OrderOutcome.Refuted : OrderOutcome.Supported) ? 1 : 0;
        }
    }
}
