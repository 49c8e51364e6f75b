using System.Text;
using TheoryLab.Claims;

namespace TheoryLab.Reporting;

/// <summary>The section of one claim.</summary>
internal sealed class HtmlClaim(StringBuilder page, ReportEntry entry)
{
    private static readonly MathMl Formulas = new();
    private readonly ClaimResult _result = entry.Result;

    public void Write()
    {
        ClaimResult r = _result;
        page.Append($"<h3>{Html.Text(r.Claim)} {HtmlReport.Badge(r)}</h3>\n");
        if (r.Stated is { } stated)
        {
            page.Append($"<p>{Prose.ToHtml(stated.Statement)}</p>\n<div class=\"formula\">{MathMl.Element(Comparison.Of(Formulas, r.Kind, stated), isBlock: true)}<p>{Range(stated)}</p></div>\n");
            string where = stated.Source.Where.Length > 0 ? $"; {Prose.ToHtml(stated.Source.Where)}" : string.Empty;
            page.Append($"<p class=\"quiet\">{Html.Text(stated.Source.Citation)}{where} ({Html.Text(stated.Source.Standing)})</p>\n");
        }

        page.Append($"<p><strong>{Capital(VerdictWords.Name(r.Verdict))}</strong> means: {VerdictWords.Means(r.Verdict)}. It does not mean: {VerdictWords.DoesNotMean(r.Verdict)}.</p>\n");
        page.Append($"<p>Here: {Html.Text(r.Reason)}.</p>\n");
        if (r.Witness is { } witness)
        {
            page.Append("<div class=\"witness\"><h4>Witness</h4>\n");
            Point(witness);
            page.Append("</div>\n");
        }

        Plot();
        Numbers();
        Twins();
        if (r.Worst is { } worst)
        {
            page.Append($"<h4>{Capital(VerdictWords.Tightest(r))}</h4>\n");
            Point(worst);
        }

        Certificate();
        Checked();
        page.Append($"<h4>Repeat</h4>\n<p><code>{Html.Text(r.Reproduce)}</code></p>\n");
    }

    private void Plot()
    {
        if (entry.Plot is not { } plot)
        {
            return;
        }

        string caption = plot.Note.Length > 0 ? $"<figcaption>{Html.Text(plot.Note)}</figcaption>" : string.Empty;
        page.Append($"<figure>{SvgChart.Inline(plot, entry.Anchor + "-p")}{caption}</figure>\n");
        CurveTable.Write(page, entry.Claim, Index);
    }

    private string Index => _result.Stated?.Horizons.Count > 0 ? "N" : "k";

    private void Numbers()
    {
        ClaimResult r = _result;
        page.Append("<dl>");
        bool isWithin = r is { Verdict: Verdict.Certified or Verdict.Consistent, Tightness: > 1, Rate: null, Kind: not "limit" } && Words.Of(r.Tightness) != Words.Of(1.0);
        Item("tightness", $"{Words.Of(r.Tightness)}{(isWithin ? ", above 1 by no more than the allowance" : string.Empty)}{(r.Attained ? ", attained on a named instance" : string.Empty)}");
        Item("power", $"{Html.Text(r.ShownPower)}: {VerdictWords.Power(r.Power)}");
        if (r.Rate is { } rate)
        {
            Item("fitted rate", RateWords.Of(rate, r, Index));
        }

        if (!VerdictWords.IsTail(r))
        {
            Item("allowance", $"{Words.Of(r.Allowance)}, the error of measure and bound at the tightest point");
        }

        Item("sampled", $"{Words.Count(r.Instances, "instance")}, {Words.Count(r.Iterations, "iteration")} at most");
        page.Append("</dl>\n");
    }

    private void Item(string name, string html) => page.Append($"<dt>{name}</dt><dd>{html}</dd>");

    private void Twins()
    {
        if (_result.Twins.Count == 0)
        {
            return;
        }

        // What is said of the end of a curve is broken nowhere in particular.
        bool isTail = VerdictWords.IsTail(_result);
        page.Append("<h4>False twins</h4>\n<div class=\"wide\"><table><thead><tr><th>what was changed</th><th class=\"spare\">its bound</th><th>verdict</th>")
            .Append(isTail ? "<th class=\"n\">tightness</th></tr></thead><tbody>\n" : "<th class=\"n\">broken by</th><th class=\"n spare\">first at</th></tr></thead><tbody>\n");
        foreach (TwinResult t in _result.Twins)
        {
            string bound = t.Bound is { } formula ? MathMl.Element(Formulas.Write(formula), isBlock: false) : "–";
            page.Append($"<tr><td>{Prose.ToHtml(t.Name)} <span class=\"quiet\">({Html.Text(t.Changes)})</span></td><td class=\"spare\">{bound}</td><td>{VerdictWords.Name(t.Verdict)}</td><td class=\"n\">{Words.Factor(t.Tightness)}</td>");
            page.Append(isTail ? "</tr>\n" : $"<td class=\"n spare\">{(t.Iteration is { } k ? $"{Index} = {Words.Of(k)}" : "–")}</td></tr>\n");
        }

        page.Append("</tbody></table></div>\n");
    }

    private void Point(Witness w)
    {
        page.Append($"<p>{Html.Text($"{w.Run}{(_result.Rate is null ? "," : ":")} {_result.Found(w, Words.Of)}")}{(w.Confirmation is { } c ? $"; {Html.Text(c)}" : string.Empty)}.</p>\n");
        if (w.Parameters.Count == 0)
        {
            return;
        }

        page.Append($"<p class=\"quiet\">Instance {Words.Of(w.Instance)}, seed {Words.Of(w.Seed)}: {string.Join(", ", w.Parameters.Select(p => $"{Html.Text(p.Key)}&nbsp;=&nbsp;{Html.Text(p.Value.ToString())}"))}</p>\n");
    }

    private void Certificate()
    {
        if (_result.Certified is { } part)
        {
            page.Append($"<h4>Proved in exact arithmetic</h4>\n<p>{Prose.ToHtml(part.Method)}; after {Words.Ranges(part.Horizons)} steps, for {Prose.ToHtml(part.Scaling)}{(part.Parameters.Count > 0 ? $" (at {Html.Text(string.Join(", ", part.Parameters.Select(p => $"{p.Key} = {p.Value}")))})" : string.Empty)}.</p>\n");
        }
    }

    private void Checked()
    {
        if (_result.Stated is not { } stated)
        {
            return;
        }

        page.Append("<details><summary>What was checked</summary><dl>");
        Item("measure", $"{Html.Text(stated.Symbol)} = {Prose.ToHtml(stated.Meaning)} ({Html.Text(stated.Measure)})");
        Item("assumes", Prose.ToHtml(stated.Assumptions));
        foreach (StatedMethod method in stated.Methods)
        {
            Item("method", $"{Html.Text(method.Name)}: {Prose.ToHtml(method.UpdateRule)}");
        }

        if (stated.Remarks is { } remarks)
        {
            Item("remarks", Prose.ToHtml(remarks));
        }

        page.Append("</dl></details>\n");
    }

    private string Range(StatedClaim stated) => stated.Horizons.Count > 0
        ? $"after N = {string.Join(", ", stated.Horizons.Select(Words.Of))} iterations"
        : stated.Order is not null || _result.Kind == "limit" ? "for large k" : $"for every k from {Words.Of(stated.From)} on";

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
