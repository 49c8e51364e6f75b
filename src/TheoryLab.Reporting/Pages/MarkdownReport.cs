using System.Text;
using TheoryLab.Claims;

namespace TheoryLab.Reporting;

/// <summary>A report in Markdown, its plots in files beside it.</summary>
internal static class MarkdownReport
{
    private static readonly Tex Formulas = new();

    /// <summary>The folder of the plots, beside the report.</summary>
    public const string Plots = "plots";

    public static string Write(IReadOnlyList<ReportEntry> entries)
    {
        StringBuilder text = new("# TheoryLab report\n\n");
        MarkdownSummary.Counts(text, [.. entries.Select(e => e.Result)]);
        text.Append("\n| claim | verdict | kind | tightness | power | weakest twin |\n|---|---|---|---|---|---|\n");
        foreach (ReportEntry e in entries)
        {
            ClaimResult r = e.Result;
            string twin = r.Twin is { } t ? $"{Markdown.Cell(t.Name)}: {VerdictWords.Name(t.Verdict)}" : "–";
            text.Append($"| [{Markdown.Cell(r.Claim)}](#{e.Anchor}) | {VerdictWords.Name(r.Verdict)} | {Markdown.Cell(r.Kind)} | {Words.Of(r.Tightness)} | {Markdown.Cell(r.ShownPower)} | {twin} |\n");
        }

        foreach (ReportEntry entry in entries)
        {
            Claim(text, entry);
        }

        return text.ToString();
    }

    private static void Claim(StringBuilder text, ReportEntry entry)
    {
        ClaimResult r = entry.Result;
        text.Append($"\n## {Markdown.Line(r.Claim)}\n\n");
        if (r.Stated is { } stated)
        {
            string where = stated.Source.Where.Length > 0 ? $"; {Markdown.Line(stated.Source.Where)}" : string.Empty;
            text.Append($"{Markdown.Line(stated.Statement)}\n\n$${Comparison.Of(Formulas, r.Kind, stated)}$$\n\n{Markdown.Line(stated.Source.Citation)}{where} ({Markdown.Line(stated.Source.Standing)})\n\n");
        }

        text.Append($"**{VerdictWords.Name(r.Verdict)}** means: {VerdictWords.Means(r.Verdict)}. It does not mean: {VerdictWords.DoesNotMean(r.Verdict)}. Here: {Markdown.Line(r.Reason)}.\n\n");
        if (entry.Plot is { } plot)
        {
            text.Append($"![{Markdown.Line(plot.Summary)}]({Plots}/{entry.Anchor}.svg)\n\n{(plot.Note.Length > 0 ? $"{plot.Note}\n\n" : string.Empty)}");
        }

        text.Append($"- tightness {Words.Of(r.Tightness)}{(r.Attained ? ", attained on a named instance" : string.Empty)}; power {Markdown.Line(r.ShownPower)}: {VerdictWords.Power(r.Power)}\n");
        foreach (TwinResult t in r.Twins)
        {
            text.Append($"- false twin {Markdown.Line(t.Name)}: {VerdictWords.Name(t.Verdict)}, {(t.Verdict == Verdict.Refuted && !VerdictWords.IsTail(r) ? "broken by" : "tightness")} {Words.Factor(t.Tightness)}\n");
        }

        Point(text, r, "witness", r.Witness);
        Point(text, r, VerdictWords.Tightest(r), r.Worst);
        if (r.Certified is { } part)
        {
            text.Append($"- proved in exact arithmetic after {Words.Ranges(part.Horizons)} steps, for {Markdown.Line(part.Scaling)}\n");
        }

        text.Append($"- repeat: {Markdown.Code(r.Reproduce)}\n");
    }

    private static void Point(StringBuilder text, ClaimResult result, string name, Witness? w)
    {
        if (w is not null)
        {
            string confirmation = w.Confirmation is { } how ? $"; {how}" : string.Empty;
            text.Append($"- {name}: {Markdown.Line($"{w.FullRun}, {result.Found(w, Words.Of)}{confirmation}")}\n");
        }
    }
}
