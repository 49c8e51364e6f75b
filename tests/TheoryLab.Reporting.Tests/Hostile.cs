using TheoryLab.Claims;

namespace TheoryLab.Reporting.Tests;

/// <summary>What a user could write into a claim to break a report, or to make it run something.</summary>
internal static class Hostile
{
    public static readonly string[] Texts =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "</style></title></svg><script>alert(1)</script>", "&lt;b&gt; &amp; <b>", "]]>", "x_{<i>}^{</i>}",
        "javascript:alert(1)", "a\u0000b\u0007c\uFFFE", "\uD800 alone", "`code` | pipe\n# heading", "[link](javascript:alert(1))", "$x$ ~~y~~ ![z](w)", "../../etc/passwd", "https://example.org/?a=1&b=2",
        new string('w', 300),
    ];

    /// <summary>A claim for each text, which stands in every place that holds text of a user.</summary>
    public static IEnumerable<CheckedClaim> Claims() => Texts.Select(text => With(text, Verdict.Refuted)).Append(With(Texts[0], Verdict.Inconclusive));

    private static CheckedClaim With(string text, Verdict verdict)
    {
        CheckedClaim claim = Stored.Make(text, verdict);
        ClaimResult r = claim.Result;
        Witness point = r.Worst! with { Problem = text, Method = text, Confirmation = text, Parameters = new Dictionary<string, Problems.ParameterValue> { [text] = text } };
        TwinResult twin = r.Twin! with { Name = text, Bound = text };
        return claim with
        {
            Result = r with
            {
                Reason = text,
                Worst = point,
                Witness = point,
                Twins = [twin],
                Twin = twin,
                Version = text,
                Reproduce = text,
                Certified = new([1], new Dictionary<string, string> { [text] = text }, text, text),
                Stated = r.Stated! with
                {
                    Topic = text,
                    Statement = text,
                    Source = new(text, text, text),
                    Assumptions = text,
                    Methods = [new(text, text)],
                    Measure = text,
                    Symbol = text,
                    Meaning = text,
                    Quantity = text,
                    Bound = text,
                    Remarks = text,
                },
            },
        };
    }
}
