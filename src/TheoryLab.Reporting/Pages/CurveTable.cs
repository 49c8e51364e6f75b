using System.Text;
using TheoryLab.Claims;

namespace TheoryLab.Reporting;

/// <summary>The points of a plot as a table under it.</summary>
internal static class CurveTable
{
    /// <summary>Writes the table; columns without a single number are left out.</summary>
    /// <param name="page">What it is appended to.</param>
    /// <param name="claim">The claim with its curve.</param>
    /// <param name="index">"k" or "N".</param>
    public static void Write(StringBuilder page, CheckedClaim claim, string index)
    {
        IReadOnlyList<CurvePoint> curve = claim.Curve;
        IReadOnlyCollection<int> rows = Thinning.Rows(curve.Count, SvgChart.MostRows);
        string note = rows.Count < curve.Count ? $"{Words.Of(rows.Count)} of {Words.Of(curve.Count)} points; the curve of the run has all" : Words.Count(curve.Count, "point");
        (string Name, Func<CurvePoint, double> Value)[] columns = [.. Columns(claim.Result).Where(c => curve.Any(p => !double.IsNaN(c.Value(p))))];
        page.Append($"<details><summary>Data of the plot ({note})</summary><div class=\"wide\"><table class=\"data\"><thead><tr><th class=\"n\">{index}</th><th class=\"n\">measured</th>");
        page.Append($"{string.Concat(columns.Select(c => $"<th class=\"n\">{c.Name}</th>"))}</tr></thead><tbody>\n");
        foreach (CurvePoint p in rows.Select(i => curve[i]))
        {
            page.Append($"<tr><td class=\"n\">{Words.Of(p.Iteration)}<td class=\"n\">{(p.IsNoise ? $"below {Words.Of(p.Error)}" : Words.Of(p.Measured))}{string.Concat(columns.Select(c => $"<td class=\"n\">{Words.Of(c.Value(p))}"))}\n");
        }

        page.Append("</tbody></table></div></details>\n");
    }

    private static (string Name, Func<CurvePoint, double> Value)[] Columns(ClaimResult result) => result switch
    {
        { Rate: not null } => [("claimed law", p => p.Bound), ("measured/law", p => p.Envelope), ("false twin", p => p.Twin)],
        { Kind: "limit" } => [("target", p => p.Bound), ("measured/target", p => p.Envelope)],
        _ => [("bound", p => p.Bound), ("largest ratio", p => p.Envelope), ("false twin", p => p.Twin)],
    };
}
