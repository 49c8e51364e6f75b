using System.Globalization;
using System.Text;

namespace TheoryLab.Calibration;

/// <summary>The figures of a stratum beside their targets.</summary>
internal static class Totals
{
    /// <summary>Writes a line for each figure.</summary>
    /// <param name="text">Where to.</param>
    /// <param name="stratum">The stratum.</param>
    /// <param name="tally">All rows: what the targets hold.</param>
    /// <param name="others">The tallies shown beside it.</param>
    public static void Write(StringBuilder text, Stratum stratum, Tally tally, params ReadOnlySpan<Tally> others)
    {
        foreach (Figure figure in Figures(stratum == Stratum.Decidable))
        {
            double percent = figure.Percent(tally), share = percent / 100, error = 100 * Math.Sqrt(share * (1 - share) / tally.Count);
            string target = figure.AtLeast is { } low ? $"at least {low}" : figure.AtMost is { } high ? $"at most {high}" : "-";
            double miss = Math.Max((figure.AtLeast ?? percent) - percent, percent - (figure.AtMost ?? percent));
            string met = target == "-" ? string.Empty
                : miss <= 0 ? "met"
                : string.Create(CultureInfo.InvariantCulture, $"**missed by {miss:F1}**");
            text.Append(CultureInfo.InvariantCulture, $"| {Name(stratum)} | {tally.Count} | {figure.Name} | {percent:F1} | {error:F1} | {target} | {met} |");
            foreach (Tally other in others)
            {
                text.Append(CultureInfo.InvariantCulture, $" {figure.Percent(other):F1} |");
            }

            text.AppendLine();
        }
    }

    /// <summary>The name of a stratum.</summary>
    /// <param name="stratum">The stratum.</param>
    public static string Name(Stratum stratum) => stratum == Stratum.Decidable ? "decidable" : "elsewhere";

    // The last two are the hardest claims by themselves: at p0 = p.
    private static Figure[] Figures(bool decidable)
    {
        Func<Tally, int> traces = decidable ? t => t.Count : t => t.Count - t.Missing, all = t => t.Count;
        Func<Tally, Verdicts> equal = t => t.Verdicts[(int)ClaimGroup.Equal];
        return
        [
            new("covered", t => t.Covered, traces) { AtLeast = decidable ? 92 : 90 },
            new("half-width at most a quarter", t => t.Narrow, traces) { AtLeast = decidable ? 90 : null },
            new("wrong model", t => t.Wrong, all) { AtMost = decidable ? 2 : null },
            new("no fit", t => t.Missing, all),
            new("wrong verdict", t => t.AllVerdicts.Wrong, t => t.AllVerdicts.Judged) { AtMost = 1 },
            new("inconclusive", t => t.AllVerdicts.Open, t => t.AllVerdicts.Judged) { AtMost = decidable ? 10 : null },
            new("wrong verdict at p0 = p", t => equal(t).Wrong, t => equal(t).Judged),
            new("inconclusive at p0 = p", t => equal(t).Open, t => equal(t).Judged),
        ];
    }

    private sealed record Figure(string Name, Func<Tally, int> Count, Func<Tally, int> Of)
    {
        public double? AtLeast { get; init; }

        public double? AtMost { get; init; }

        public double Percent(Tally tally) => Of(tally) == 0 ? double.NaN : 100.0 * Count(tally) / Of(tally);
    }
}
