using System.Text;
using TheoryLab.Claims;

namespace TheoryLab.Reporting;

/// <summary>The summary of a run in Markdown, for a job's page on a build server: counts, what needs attention, then a table.</summary>
public static class MarkdownSummary
{
    /// <summary>The summary.</summary>
    /// <param name="results">The results.</param>
    /// <param name="failed">What ended the run before all claims were checked; null if nothing did.</param>
    public static string Write(IReadOnlyList<ClaimResult> results, RunFailure? failed = null)
    {
        StringBuilder text = new("## TheoryLab\n\n");
        Counts(text, results);
        if (failed is not null)
        {
            text.Append($"\n- **{Markdown.Line(failed.Claim)}** was not finished, nor what comes after it: {Markdown.Line(failed.Message)}");
        }

        ClaimResult[] sorted = [.. VerdictWords.Sorted(results.Select(r => new CheckedClaim(r, []))).Select(c => c.Result)];
        foreach (ClaimResult r in sorted.Where(r => r.Verdict is Verdict.Refuted or Verdict.Inconclusive))
        {
            text.Append($"\n- **{Markdown.Line(r.Claim)}** is {VerdictWords.Name(r.Verdict)}: {Markdown.Line(r.Reason)}. Repeat: {Markdown.Code(r.Reproduce)}");
        }

        text.Append("\n\n| claim | kind | verdict | tightness | attained | power | weakest twin | broken by |\n|---|---|---|---:|---|---|---|---:|\n");
        foreach (ClaimResult r in sorted)
        {
            string twin = r.Twin is { } t ? $"{Markdown.Cell(t.Name)}: {VerdictWords.Name(t.Verdict)} | {Words.Factor(t.Tightness)}" : "– | –";
            text.Append($"| {Markdown.Cell(r.Claim)} | {Markdown.Cell(r.Kind)} | {VerdictWords.Name(r.Verdict)} | {Words.Of(r.Tightness)} | {(r.Attained ? "yes" : "no")} | {Markdown.Cell(r.ShownPower)} | {twin} |\n");
        }

        return text.ToString();
    }

    internal static void Counts(StringBuilder text, IReadOnlyList<ClaimResult> results)
    {
        RunSummary s = RunSummary.Of(results);
        text.Append($"{Words.Count(results.Count, "claim")}: {Words.Of(s.Refuted)} refuted, {Words.Of(s.Inconclusive)} inconclusive, {Words.Of(s.Consistent)} consistent, {Words.Of(s.Certified)} certified.\n");
    }
}
