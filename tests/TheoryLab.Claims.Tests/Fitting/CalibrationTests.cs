using System.Globalization;
using TheoryLab.Claims.Fitting;
using TheoryLab.Core;

namespace TheoryLab.Claims.Tests.Fitting;

public sealed class CalibrationTests(ITestOutputHelper output)
{
    private const int Traces = 20;

    /// <summary>The row, and the largest number of traces out of twenty that may be wrong, missing, uncovered or wide.</summary>
    public static TheoryData<string, int, int, int, int> Rows()
    {
        TheoryData<string, int, int, int, int> rows = [];
        foreach (string name in SyntheticTraces.Rows.Keys)
        {
            rows.Add(name, 0, 1, 2, 3);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_row_of_traces_keeps_its_bounds(string row, int wrong, int missing, int uncovered, int wide)
    {
        Tally tally = Tally.Of(row, Seeds.Default, Traces);
        output.WriteLine(tally.ToString());
        Assert.True(tally.Wrong <= wrong, $"wrong models: {tally}");
        Assert.True(tally.Missing <= missing, $"no fit: {tally}");
        Assert.True(tally.Uncovered <= uncovered, $"not covered: {tally}");
        Assert.True(tally.Wide <= wide, $"wide: {tally}");
    }
}

/// <summary>How a row of synthetic traces came out.</summary>
internal sealed record Tally(string Row, int Count, int Wrong, int Missing, int Uncovered, int Wide)
{
    public List<string> Failures { get; } = [];

    public static Tally Of(string row, int seed, int traces)
    {
        int wrong = 0, missing = 0, uncovered = 0, wide = 0;
        List<string> failures = [];
        for (int i = 0; i < traces; i++)
        {
            Synthetic trace = SyntheticTraces.Rows[row](Seeds.Generator(Seeds.Derive(seed, "rate-fit", row, i)));
            RateFit fit = RateFitter.Fit(trace.K, trace.Y, TestContext.Current.CancellationToken);
            RateModel model = fit.Model == RateModel.PowerLog ? RateModel.Power : fit.Model;
            string? failure = null;
            if (model == RateModel.None)
            {
                missing++;
                failure = "none";
            }
            else if (model != trace.Model)
            {
                wrong++;
                failure = "wrong";
            }
            else
            {
                if (!(fit.Low <= trace.Truth && trace.Truth <= fit.High))
                {
                    uncovered++;
                    failure = "uncovered";
                }

                double half = (fit.High - fit.Low) / 2, size = fit.Estimate;
                if (model == RateModel.Linear)
                {
                    half = Math.Log(fit.High / fit.Low) / 2;
                    size = Math.Log(fit.Estimate);
                }

                if (half > Math.Abs(size) / 4)
                {
                    wide++;
                    failure ??= "wide";
                }
            }

            if (failure is not null)
            {
                failures.Add(string.Create(CultureInfo.InvariantCulture,
                    $"#{i} {failure}: {fit.Model} {fit.Estimate:g5} [{fit.Low:g5}, {fit.High:g5}] truth {trace.Truth:g5} n {trace.K.Length}"
                    + $" {string.Join('/', fit.Alternatives.Take(2).Select(a => a.Name))} {fit.Evidence:g3} window {fit.WindowFirst}-{fit.WindowLast} {fit.Reason}"));
            }
        }

        Tally tally = new(row, traces, wrong, missing, uncovered, wide);
        tally.Failures.AddRange(failures);
        return tally;
    }

    public override string ToString() =>
        $"{Row}: {Wrong} wrong, {Missing} none, {Uncovered} uncovered, {Wide} wide of {Count}\n  " + string.Join("\n  ", Failures);
}
