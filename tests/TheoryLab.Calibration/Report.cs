using System.Globalization;
using System.Text;

namespace TheoryLab.Calibration;

/// <summary>The table: rows by stratum, then each stratum with its targets.</summary>
internal static class Report
{
    public static string Write(string command, string set, int traces, IReadOnlyList<(Row Row, TraceOutcome[] Outcomes)> results)
    {
        StringBuilder text = new();
        text.AppendLine("# Calibration of the rate engine");
        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"Made by `{command}`: the {set} seeds, {traces} traces a row.");
        text.AppendLine("""
            Development seeds are for looking at failures and choosing constants; evaluation seeds are for this table only. Figures do not
            depend on the number of jobs.

            Decidable: at least 200 points above the floor, at least 1.5 decades of iterations after the burn-in is below a tenth of the law,
            noise at most 10 % with AR(1) correlation at most 0.8. A row whose traces fall on both sides has two lines. Wrong model and no fit
            are shares of the traces; covered (95 % interval) and narrow (half-width at most a quarter of the exponent, of |log rho|, of the
            order or of the level) shares of the fits with the right model. Verdicts, wrong / inconclusive, on upper and lower claims at the
            law itself, true with 25 % to spare, false by 25 % and by 50 %; a law with a logarithm has none of the first kind, and a plateau
            is claimed to be O(1/k) (false, last column) and Omega(1/k) (true, to spare). All figures in percent.
            """);
        text.AppendLine();
        Rows(text, results);
        text.AppendLine();
        text.AppendLine("## Totals and targets");
        text.AppendLine("""
            In the totals of the decidable stratum a wrong or missing fit counts as neither covered nor narrow; elsewhere coverage is that of
            the fits made, a wrong model being not covered. Standard errors take a trace as the unit.
            """);
        text.AppendLine();
        text.AppendLine("| stratum | traces | figure | measured | standard error | target | |");
        text.AppendLine("|---|---|---|---|---|---|---|");
        TraceOutcome[] all = [.. results.SelectMany(r => r.Outcomes)];
        Decidable(text, "decidable", Tally.Of(all.Where(o => o.Stratum == Stratum.Decidable)));
        Elsewhere(text, "elsewhere", Tally.Of(all.Where(o => o.Stratum == Stratum.Elsewhere)));
        text.AppendLine();
        text.AppendLine("## Unidentifiable rows");
        text.AppendLine("Outside both strata, because the law does not show on the window:");
        text.AppendLine();
        foreach ((Row row, _) in results.Where(r => r.Row.Why is not null))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- {row.Name}: {row.Why}.");
        }

        text.AppendLine();
        text.AppendLine("The totals if these rows were divided by the criteria like all others:");
        text.AppendLine();
        text.AppendLine("| stratum | traces | figure | measured | standard error | target | |");
        text.AppendLine("|---|---|---|---|---|---|---|");
        Decidable(text, "decidable, all rows", Tally.Of(all.Where(o => o.IsDecidable)));
        Elsewhere(text, "elsewhere, all rows", Tally.Of(all.Where(o => !o.IsDecidable)));
        return text.ToString();
    }

    private static void Rows(StringBuilder text, IReadOnlyList<(Row Row, TraceOutcome[] Outcomes)> results)
    {
        text.AppendLine("| traces | stratum | number | wrong model | no fit | covered | narrow | p0 = p | to spare | false by 25 % | false by 50 % |");
        text.AppendLine("|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (Stratum stratum in Enum.GetValues<Stratum>())
        {
            foreach ((Row row, TraceOutcome[] outcomes) in results)
            {
                Tally tally = Tally.Of(outcomes.Where(o => o.Stratum == stratum));
                if (tally.Count > 0)
                {
                    Line(text, row.Name, stratum, tally);
                }
            }

            Line(text, "**all**", stratum, Tally.Of(results.SelectMany(r => r.Outcomes).Where(o => o.Stratum == stratum)));
        }
    }

    private static void Line(StringBuilder text, string name, Stratum stratum, Tally tally)
    {
        text.Append(CultureInfo.InvariantCulture, $"| {name} | {Name(stratum)} | {tally.Count} | {Percent(tally.Wrong, tally.Count)} | {Percent(tally.Missing, tally.Count)}");
        text.Append(CultureInfo.InvariantCulture, $" | {Percent(tally.Covered, tally.Right)} | {Percent(tally.Narrow, tally.Right)}");
        foreach (Verdicts verdicts in tally.Verdicts)
        {
            text.Append(verdicts.Judged == 0 ? " | -" : $" | {Percent(verdicts.Wrong, verdicts.Judged)} / {Percent(verdicts.Open, verdicts.Judged)}");
        }

        text.AppendLine(" |");
    }

    private static void Decidable(StringBuilder text, string name, Tally tally)
    {
        Verdicts verdicts = tally.AllVerdicts;
        Target(text, name, tally, "covered", tally.Covered, tally.Count, atLeast: 92);
        Target(text, name, tally, "half-width at most a quarter", tally.Narrow, tally.Count, atLeast: 90);
        Target(text, name, tally, "wrong model", tally.Wrong, tally.Count, atMost: 2);
        Target(text, name, tally, "no fit", tally.Missing, tally.Count);
        Target(text, name, tally, "wrong verdict", verdicts.Wrong, verdicts.Judged, atMost: 1);
        Target(text, name, tally, "inconclusive", verdicts.Open, verdicts.Judged, atMost: 10);
        Equal(text, name, tally);
    }

    private static void Elsewhere(StringBuilder text, string name, Tally tally)
    {
        Verdicts verdicts = tally.AllVerdicts;
        Target(text, name, tally, "covered", tally.Covered, tally.Count - tally.Missing, atLeast: 90);
        Target(text, name, tally, "half-width at most a quarter", tally.Narrow, tally.Count - tally.Missing);
        Target(text, name, tally, "wrong model", tally.Wrong, tally.Count);
        Target(text, name, tally, "no fit", tally.Missing, tally.Count);
        Target(text, name, tally, "wrong verdict", verdicts.Wrong, verdicts.Judged, atMost: 1);
        Target(text, name, tally, "inconclusive", verdicts.Open, verdicts.Judged);
        Equal(text, name, tally);
    }

    // The hardest claims by themselves: at p0 = p.
    private static void Equal(StringBuilder text, string name, Tally tally)
    {
        Verdicts equal = tally.Verdicts[(int)ClaimGroup.Equal];
        Target(text, name, tally, "wrong verdict at p0 = p", equal.Wrong, equal.Judged);
        Target(text, name, tally, "inconclusive at p0 = p", equal.Open, equal.Judged);
    }

    private static void Target(
        StringBuilder text, string name, Tally tally, string figure, int count, int of, double? atLeast = null, double? atMost = null)
    {
        double share = of == 0 ? double.NaN : (double)count / of, percent = 100 * share;
        double error = 100 * Math.Sqrt(share * (1 - share) / tally.Count);
        string target = atLeast is { } low ? $"at least {low}" : atMost is { } high ? $"at most {high}" : "-";
        double miss = Math.Max((atLeast ?? percent) - percent, percent - (atMost ?? percent));
        string met = atLeast is null && atMost is null ? string.Empty
            : miss <= 0 ? "met"
            : string.Create(CultureInfo.InvariantCulture, $"**missed by {miss:F1}**");
        text.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {tally.Count} | {figure} | {percent:F1} | {error:F1} | {target} | {met} |");
    }

    private static string Name(Stratum stratum) => stratum switch
    {
        Stratum.Decidable => "decidable",
        Stratum.Elsewhere => "elsewhere",
        _ => "unidentifiable",
    };

    private static string Percent(int count, int of) => of == 0 ? "-" : (100.0 * count / of).ToString("F1", CultureInfo.InvariantCulture);
}
