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
            is claimed to be O(1/k) (false, last column) and Omega(1/k) (true, to spare). All figures in percent. Where a theorem gives
            the law of a method but nobody drew its deviations, they are measured: the last iterate of the subgradient method has as noise
            the deviations of log y from -log(k)/2, and the burn-in of separable logistic regression ends where k y/C is within a tenth of
            one, C = L/margin^2 being the limit of k y (Soudry et al., JMLR 2018).
            """);
        text.AppendLine();
        Rows(text, results);
        text.AppendLine();
        text.AppendLine("## Totals and targets");
        text.AppendLine("""
            All rows are counted. In the totals of the decidable stratum a wrong or missing fit counts as neither covered nor narrow; elsewhere
            coverage is that of the fits made, a wrong model being not covered. Standard errors take a trace as the unit. Beside them, the
            totals without the hard rows named below, and with all rows if the deviations measured on subgradient and logistic traces were
            not counted as noise or burn-in.
            """);
        text.AppendLine();
        text.AppendLine("| stratum | traces | figure | measured | standard error | target | | without the hard rows | deviations not counted |");
        text.AppendLine("|---|---|---|---|---|---|---|---|---|");
        TraceOutcome[] all = [.. results.SelectMany(r => r.Outcomes)];
        foreach (Stratum stratum in Enum.GetValues<Stratum>())
        {
            Totals.Write(
                text,
                stratum,
                Tally.Of(all.Where(o => o.Stratum == stratum)),
                Tally.Of(all.Where(o => o.Stratum == stratum && !o.IsHard)),
                Tally.Of(all.Where(o => o.StratumAsDrawn == stratum)));
        }

        text.AppendLine();
        text.AppendLine("## Hard rows");
        foreach ((Row row, _) in results.Where(r => r.Row.Why is not null))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"- {row.Name}: {row.Why}.");
        }

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
        text.Append(CultureInfo.InvariantCulture, $"| {name} | {Totals.Name(stratum)} | {tally.Count} | {Percent(tally.Wrong, tally.Count)} | {Percent(tally.Missing, tally.Count)}");
        text.Append(CultureInfo.InvariantCulture, $" | {Percent(tally.Covered, tally.Right)} | {Percent(tally.Narrow, tally.Right)}");
        foreach (Verdicts verdicts in tally.Verdicts)
        {
            text.Append(verdicts.Judged == 0 ? " | -" : $" | {Percent(verdicts.Wrong, verdicts.Judged)} / {Percent(verdicts.Open, verdicts.Judged)}");
        }

        text.AppendLine(" |");
    }

    private static string Percent(int count, int of) => of == 0 ? "-" : (100.0 * count / of).ToString("F1", CultureInfo.InvariantCulture);
}
