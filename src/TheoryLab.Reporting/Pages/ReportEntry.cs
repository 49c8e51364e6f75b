using TheoryLab.Claims;

namespace TheoryLab.Reporting;

/// <summary>A claim on its place in a report.</summary>
/// <param name="Claim">The claim with its curve.</param>
/// <param name="Anchor">Its name for anchors and files, unique in the report.</param>
/// <param name="Plot">Its plot; null where nothing finite is stored.</param>
internal sealed record ReportEntry(CheckedClaim Claim, string Anchor, Chart? Plot)
{
    /// <summary>The result.</summary>
    public ClaimResult Result => Claim.Result;

    /// <summary>The family of claims; "other" where it was not stored.</summary>
    public string Topic => Result.Stated?.Topic is { Length: > 0 } topic ? topic : "other";

    /// <summary>The claims of a report in their order, each with a name of its own.</summary>
    public static IReadOnlyList<ReportEntry> Of(IEnumerable<CheckedClaim> claims)
    {
        HashSet<string> taken = new(StringComparer.Ordinal);
        List<ReportEntry> entries = [];
        foreach (CheckedClaim claim in VerdictWords.Sorted(claims))
        {
            string slug = Html.Slug(claim.Result.Claim), anchor = slug;
            for (int i = 2; !taken.Add(anchor); i++)
            {
                anchor = $"{slug}-{i}";
            }

            entries.Add(new(claim, anchor, ClaimPlot.Of(claim)));
        }

        return entries;
    }
}
