using System.Text;
using TheoryLab.Claims;

namespace TheoryLab.Reporting;

/// <summary>
/// A report as one page that needs nothing but itself: no script, no network, plots and styles inside. Filters are radio buttons that the style sheet reads.
/// </summary>
internal static class HtmlReport
{
    public static string Write(IReadOnlyList<ReportEntry> entries)
    {
        string[] topics = [.. entries.Select(e => e.Topic).Distinct().Order(StringComparer.Ordinal)];
        StringBuilder page = new();
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n<link rel=\"icon\" href=\"data:,\">\n<title>TheoryLab report</title>\n");
        page.Append($"<style>\n{Resources.PageStyle}\n{Resources.PlotStyle}\n");
        page.AppendJoin('\n', topics.Select(t => $"body:has(#topic-{Html.Slug(t)}:checked) .v:not(.t-{Html.Slug(t)}){{display:none}}"));
        page.Append("\n</style>\n</head>\n<body>\n<header>\n<h1>TheoryLab report</h1>\n");
        Front(page, entries, topics);
        page.Append("</main>\n<footer><p><em>Tightness</em> is the largest measured/bound over all runs, or bound/measured for lower bounds: 1 is equality, above 1 violated. ")
            .Append("<em>Consistent</em> is sampled, never proved.</p></footer>\n</body>\n</html>\n");
        return page.ToString();
    }

    private static void Front(StringBuilder page, IReadOnlyList<ReportEntry> entries, string[] topics)
    {
        RunSummary s = RunSummary.Of([.. entries.Select(e => e.Result)]);
        string seeds = string.Join(", ", entries.Select(e => Words.Of(e.Result.Seed)).Distinct()), versions = string.Join(", ", entries.Select(e => e.Result.Version).Distinct());
        page.Append($"<p class=\"quiet\">{Words.Count(entries.Count, "claim")}, seed {seeds}, version {Html.Text(versions)}</p>\n<ul class=\"counts\">");
        foreach ((string verdict, int count) in new[] { ("refuted", s.Refuted), ("inconclusive", s.Inconclusive), ("consistent", s.Consistent), ("certified", s.Certified) })
        {
            page.Append($"<li class=\"{verdict}\"><b>{Words.Of(count)}</b>{verdict}</li>");
        }

        page.Append("</ul>\n</header>\n<main>\n");
        Filter(page, "only", "Verdict", ["refuted", "inconclusive", "consistent", "certified"]);
        if (topics.Length > 1)
        {
            Filter(page, "topic", "Family", topics);
        }

        page.Append("<h2>Claims</h2>\n<div class=\"wide\"><table class=\"index\"><thead><tr><th>claim</th><th>verdict</th><th class=\"spare\">kind</th><th class=\"n\">tightness</th><th class=\"spare\">power</th><th class=\"spare\">weakest twin</th></tr></thead>\n<tbody>\n");
        foreach (ReportEntry entry in entries)
        {
            ClaimResult r = entry.Result;
            string twin = r.Twin is { } t ? $"{Html.Text(t.Name)}: {VerdictWords.Name(t.Verdict)}" : "–";
            page.Append($"<tr class=\"{Classes(entry)}\"><td class=\"id\"><a href=\"#{entry.Anchor}\">{Html.Text(r.Claim)}</a></td><td>{Badge(r)}</td><td class=\"spare\">{Html.Text(r.Kind)}</td><td class=\"n\">{Words.Of(r.Tightness)}</td><td class=\"spare\">{Html.Text(r.ShownPower)}</td><td class=\"spare\">{twin}</td></tr>\n");
        }

        page.Append("</tbody></table></div>\n");
        foreach (ReportEntry entry in entries)
        {
            page.Append($"<section class=\"claim {Classes(entry)}\" id=\"{entry.Anchor}\">\n");
            new HtmlClaim(page, entry).Write();
            page.Append("</section>\n");
        }
    }

    public static string Badge(ClaimResult result) => $"<span class=\"badge {VerdictWords.Name(result.Verdict)}\">{VerdictWords.Name(result.Verdict)}</span>";

    private static string Classes(ReportEntry entry) => $"v v-{VerdictWords.Name(entry.Result.Verdict)} t-{Html.Slug(entry.Topic)}";

    private static void Filter(StringBuilder page, string name, string legend, string[] choices)
    {
        page.Append($"<fieldset class=\"filters\"><legend>{legend}</legend><label><input type=\"radio\" name=\"{name}\" checked> all</label> ");
        page.AppendJoin(' ', choices.Select(c => $"<label><input type=\"radio\" name=\"{name}\" id=\"{name}-{Html.Slug(c)}\"> {Html.Text(c)}</label>"));
        page.Append("</fieldset>\n");
    }
}
