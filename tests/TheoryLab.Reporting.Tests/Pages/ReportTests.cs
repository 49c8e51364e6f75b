using System.Text;
using System.Xml.Linq;
using TheoryLab.Claims;
using TheoryLab.Core;
using TheoryLab.Tests;

namespace TheoryLab.Reporting.Tests.Pages;

public sealed class ReportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("theorylab-report-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_users_write_stays_text()
    {
        string page = HtmlReport.Write(ReportEntry.Of(Hostile.Claims()));
        string body = page[page.IndexOf("<body>", StringComparison.Ordinal)..];
        string[] tags = [.. body.Split('<').Skip(1).Select(t => new string([.. t.TakeWhile(char.IsAsciiLetterOrDigit)])).Distinct()];
        string[] known =
        [
            "a", "b", "body", "clipPath", "code", "dd", "desc", "details", "div", "dl", "dt", "em", "fieldset", "figcaption", "figure", "footer", "g", "h1", "h2", "h3", "h4", "header", "input", "label", "legend", "li", "main", "math", "mi", "mn",
            "mo", "mrow", "mtext", "p", "path", "rect", "section", "span", "strong", "sub", "summary", "sup", "svg", "table", "tbody", "td", "text", "th", "thead", "title", "tr", "tspan", "ul", "mfrac", "msup", "msub", "",
        ];
        Assert.Empty(tags.Except(known));
        Assert.DoesNotContain("\0", page, StringComparison.Ordinal);
        Assert.DoesNotContain("onmouseover='", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"http", page, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_stay_in_the_folder_whatever_a_claim_is_called()
    {
        string inner = Path.Combine(_folder, "report");
        ReportFolder.Write(inner, [.. Hostile.Claims()]);
        Assert.Equal([inner], Directory.GetFileSystemEntries(_folder));
        Assert.Equal(Hostile.Claims().Count(), Directory.GetFiles(Path.Combine(inner, "plots")).Length);
        Assert.All(Directory.GetFiles(Path.Combine(inner, "plots")), f => Assert.Matches("^[a-z0-9-]+\\.svg$", Path.GetFileName(f)));
    }

    [Fact]
    public void Markdown_shows_what_users_write_as_text()
    {
        string text = MarkdownReport.Write(ReportEntry.Of(Hostile.Claims())) + MarkdownSummary.Write([.. Hostile.Claims().Select(c => c.Result)]);


        // Between backticks everything is text.
        text = string.Concat(text.Split('`').Where((_, i) => i % 2 == 0 || text.Split('`')[i - 1].EndsWith('\\')));
        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
        Assert.DoesNotContain("[link](", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n# heading", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)), l => Assert.InRange(l.Replace("\\|", string.Empty, StringComparison.Ordinal).Count(c => c == '|'), 7, 9));
    }

    [Fact]
    public void A_source_without_a_place_is_not_followed_by_one()
    {
        CheckedClaim[] claims = [.. Stored.Check("gd-convex-exact").Select(c => c with { Result = c.Result with { Stated = c.Result.Stated! with { Source = new("Nobody, 1900", string.Empty) } } })];
        Assert.Contains("\nNobody, 1900 (theorem)\n", MarkdownReport.Write(ReportEntry.Of(claims)), StringComparison.Ordinal);
        Assert.Contains(">Nobody, 1900 (theorem)<", HtmlReport.Write(ReportEntry.Of(claims)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_needs_attention_comes_first_then_what_is_tightest()
    {
        CheckedClaim[] claims = [Stored.Make("a", Verdict.Certified), Stored.Make("b", Verdict.Consistent, 0.3), Stored.Make("c", Verdict.Inconclusive, double.NaN), Stored.Make("d", Verdict.Consistent, 0.9), Stored.Make("e", Verdict.Refuted, 1.2)];
        Assert.Equal(["e", "c", "d", "b", "a"], ReportEntry.Of(claims).Select(e => e.Anchor));
    }

    [Fact]
    public void The_same_claim_of_two_runs_has_two_places() => Assert.Equal(["a", "a-2"], ReportEntry.Of([Stored.Make("a", Verdict.Consistent), Stored.Make("a", Verdict.Consistent)]).Select(e => e.Anchor));

    [Fact]
    public void Verdicts_are_explained_in_the_words_of_the_documentation()
    {
        string page = Repository.Read("docs/verdicts.md");
        foreach (Verdict verdict in Enum.GetValues<Verdict>())
        {
            Assert.Contains($"| `{VerdictWords.Name(verdict)}` | {VerdictWords.Means(verdict)} | {VerdictWords.DoesNotMean(verdict)} |", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_claim_shows_all_that_is_known_of_it()
    {
        string page = HtmlReport.Write(ReportEntry.Of(Stored.EveryVerdict()));
        string[] parts = ["<math display=\"block\">", "Theorem 1", "It does not mean: proved", "<figure>", "Data of the plot", "False twins", "<h4>Witness</h4>", "repeated in double-double arithmetic", "Tightest point", "Proved in exact arithmetic", "transient up to k = 6", "95% interval 0.9 to 1.15", "theorylab check made-up-refuted --seed 1"];
        Assert.All(parts, part => Assert.Contains(part, page, StringComparison.Ordinal));
    }

    [Fact]
    public void A_fit_is_shown_as_an_exponent_with_interval_and_window_and_not_as_a_value_at_an_iteration()
    {
        CheckedClaim shaded = Stored.EveryVerdict()[^1];
        shaded = shaded with { Result = shaded.Result with { Worst = shaded.Result.Worst! with { Measured = 1.02, Bound = 1 } } };
        foreach (string text in (string[])[HtmlReport.Write(ReportEntry.Of([shaded])), MarkdownReport.Write(ReportEntry.Of([shaded]))])
        {
            Assert.Contains("measured exponent 1.02 (95% interval 0.9 to 1.15) from k = 6 to 40, claimed exponent 1", text, StringComparison.Ordinal);
            Assert.Contains("tightest fit", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("tightest point", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("k = 12 of 50", text, StringComparison.Ordinal);
            Assert.DoesNotContain("broken by", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("linear", 0.9, "0.95^k", "measured factor 0.9 per iteration (95% interval 0.8 to 1), claimed factor 0.95")]
    [InlineData("superlinear", 1.5, "order 2", "measured order 1.5 (95% interval 0.8 to 1), claimed order 0.95")]
    [InlineData("power-log", 1.5, "k^-2", "measured exponent 1.5 beside a logarithm (95% interval 0.8 to 1), claimed exponent 0.95")]
    [InlineData("stalled", 1e-3, "exp(-k/sqrt(kappa))", "measured plateau 0.001 (95% interval 0.8 to 1), claimed factor 0.95")]
    [InlineData("none", double.NaN, null, "no law found (95% interval 0.8 to 1), claimed rate 0.95")]
    public void Every_law_has_its_own_words(string model, double estimate, string? order, string words)
    {
        ClaimResult made = Stored.Make("law", Verdict.Consistent).Result;
        ClaimResult result = made with { Rate = new(model, estimate, 0.8, 1, 0.95, []), Stated = made.Stated! with { Order = order } };
        Assert.Equal(words, result.Found(result.Worst! with { Bound = 0.95 }));
    }

    [Fact]
    public void A_witness_in_Markdown_is_the_whole_counterexample()
    {
        string text = MarkdownReport.Write(ReportEntry.Of([Stored.Make("made-up", Verdict.Refuted)]));
        Assert.Contains("- witness: gradient-descent on huber (tau=0.1): tau=0.1, L=2, k = 12 of 50: 0.3 against 0.2; repeated in double-double arithmetic\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_gives_the_error_in_place_of_a_value_below_it_and_no_column_without_numbers()
    {
        CheckedClaim claim = Stored.Make("table", Verdict.Consistent, points: 2);
        CheckedClaim noisy = claim with { Curve = [.. claim.Curve.Select(p => p with { Error = 0.75, Bound = double.NaN })] };
        string page = HtmlReport.Write(ReportEntry.Of([noisy]));
        Assert.Contains("<tr><td class=\"n\">2<td class=\"n\">below 0.75<td", page, StringComparison.Ordinal);
        Assert.Contains("<th class=\"n\">largest ratio</th>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<th class=\"n\">bound</th>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.0048543689, "0.0048544")]
    [InlineData(123.456789, "123.46")]
    [InlineData(99999.6, "1e+5")]
    [InlineData(99999.4, "99999")]
    [InlineData(0.00012345678, "1.2346e-4")]
    [InlineData(20000, "20000")]
    [InlineData(0, "0")]
    public void Numbers_have_five_significant_digits(double value, string text) => Assert.Equal(text, Words.Of(value));

    [Theory]
    [InlineData(new[] { 1, 2, 3, 4, 40 }, "1 to 4, 40")]
    [InlineData(new[] { 1, 2, 5, 10 }, "1, 2, 5, 10")]
    [InlineData(new[] { 5 }, "5")]
    public void Neighbours_are_written_as_a_range(int[] values, string text) => Assert.Equal(text, Words.Ranges(values));

    [Theory]
    [InlineData(1.000001, "1.000001")]
    [InlineData(1, "1")]
    [InlineData(1.3333333333, "1.3333")]
    public void A_factor_is_told_from_one(double value, string text) => Assert.Equal(text, Words.Factor(value));

    [Fact]
    public void Results_of_versions_that_stored_less_have_a_report_too()
    {
        CheckedClaim claim = Stored.Make("old", Verdict.Consistent);
        Assert.All(claim.Curve, p => Assert.False(p.IsNoise));
        CheckedClaim old = claim with { Result = claim.Result with { Stated = null, Twins = [claim.Result.Twin! with { Bound = null }] }, Curve = [.. claim.Curve.Select(p => p with { Twin = double.NaN })] };
        Assert.Contains("old", HtmlReport.Write(ReportEntry.Of([old])), StringComparison.Ordinal);
        Assert.Contains("old", MarkdownReport.Write(ReportEntry.Of([old])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_an_input_error()
    {
        string file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "x");
        Assert.Contains("is a file and no folder", Assert.Throws<InputException>(() => ReportFolder.Write(file, Stored.EveryVerdict())).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, 1, 2)]
    [InlineData(true, 3, 0)]
    public void A_build_server_reads_failures_and_what_was_skipped(bool isStrict, int failures, int skipped)
    {
        ClaimResult[] results = [.. Stored.EveryVerdict().Select(c => c.Result)];
        XElement suites = XElement.Parse(JUnitReport.Write(results, isStrict)), suite = suites.Elements("testsuite").Single();
        Assert.All(new[] { suites, suite }, e => Assert.Equal(("5", $"{failures}", $"{skipped}"), (e.Attribute("tests")!.Value, e.Attribute("failures")!.Value, e.Attribute("skipped")!.Value)));
        Assert.Equal((5, failures, skipped), (suite.Elements("testcase").Count(), suite.Descendants("failure").Count(), suite.Descendants("skipped").Count()));
        XElement refuted = suite.Elements("testcase").Single(c => c.Attribute("name")!.Value == "made-up-refuted").Element("failure")!;
        Assert.Equal("a reason", refuted.Attribute("message")!.Value);
        Assert.Contains("tau=0.1", refuted.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_servers_get_well_formed_documents_whatever_users_write()
    {
        XElement suites = XElement.Parse(JUnitReport.Write([.. Hostile.Claims().Select(c => c.Result)], isStrict: true));
        Assert.Equal(Hostile.Claims().Count(), suites.Descendants("failure").Count());
        Assert.Contains("<script>alert(1)</script>", suites.Descendants("testcase").Select(c => c.Attribute("name")!.Value));
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>", JUnitReport.Write([], isStrict: false), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_has_the_same_bytes_whenever_it_is_written()
    {
        string Written(string name)
        {
            string path = Path.Combine(_folder, name);
            ReportFolder.Write(path, Stored.VariedClaims);
            return string.Concat(Directory.GetFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => File.ReadAllText(f, Encoding.UTF8)));
        }

        Assert.Equal(Written("one"), Written("two"));
    }
}
