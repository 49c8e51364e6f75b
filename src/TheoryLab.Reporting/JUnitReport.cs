using System.Globalization;
using System.Text;
using System.Xml;
using TheoryLab.Claims;

namespace TheoryLab.Reporting;

/// <summary>
/// Results as JUnit XML, as build servers read it: a suite per family of claims, a case per claim. A refuted claim is a failure; an inconclusive one is
/// skipped, or a failure where that is asked for. What ended the run is an error of its claim, in a suite of its own.
/// </summary>
public static class JUnitReport
{
    /// <summary>The document.</summary>
    /// <param name="results">The results.</param>
    /// <param name="isStrict">Whether what is inconclusive fails.</param>
    /// <param name="failed">What ended the run before all claims were checked; null if nothing did.</param>
    public static string Write(IReadOnlyList<ClaimResult> results, bool isStrict, RunFailure? failed = null)
    {
        using MemoryStream bytes = new();
        using (XmlWriter xml = XmlWriter.Create(bytes, new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", "theorylab");
            Totals(xml, results, isStrict, failed is null ? 0 : 1);
            foreach (IGrouping<string, ClaimResult> suite in results.GroupBy(r => r.Stated?.Topic ?? "other").OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                xml.WriteStartElement("testsuite");
                xml.WriteAttributeString("name", Allowed(suite.Key));
                Totals(xml, [.. suite], isStrict);
                foreach (ClaimResult result in suite)
                {
                    Case(xml, suite.Key, result, isStrict);
                }

                xml.WriteEndElement();
            }

            if (failed is not null)
            {
                Unfinished(xml, failed);
            }

            xml.WriteEndElement();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static bool Fails(ClaimResult r, bool isStrict) => r.Verdict == Verdict.Refuted || (isStrict && r.Verdict == Verdict.Inconclusive);

    private static void Unfinished(XmlWriter xml, RunFailure failed)
    {
        const string Suite = "unfinished";
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Suite);
        Totals(xml, [], isStrict: false, errors: 1);
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Suite);
        xml.WriteAttributeString("name", Allowed(failed.Claim));
        xml.WriteAttributeString("time", Seconds(0));
        xml.WriteStartElement("error");
        xml.WriteAttributeString("message", Allowed(failed.Message));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Totals(XmlWriter xml, IReadOnlyList<ClaimResult> results, bool isStrict, int errors = 0)
    {
        xml.WriteAttributeString("tests", Words.Of(results.Count + errors));
        xml.WriteAttributeString("failures", Words.Of(results.Count(r => Fails(r, isStrict))));
        xml.WriteAttributeString("errors", Words.Of(errors));
        xml.WriteAttributeString("skipped", Words.Of(results.Count(r => r.Verdict == Verdict.Inconclusive && !isStrict)));
        xml.WriteAttributeString("time", Seconds(results.Sum(r => r.Timing.Seconds)));
    }

    private static void Case(XmlWriter xml, string suite, ClaimResult r, bool isStrict)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Allowed(suite));
        xml.WriteAttributeString("name", Allowed(r.Claim));
        xml.WriteAttributeString("time", Seconds(r.Timing.Seconds));
        if (Fails(r, isStrict))
        {
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("type", VerdictWords.Name(r.Verdict));
            xml.WriteAttributeString("message", Allowed(r.Reason));
            xml.WriteString(Allowed(Details(r)));
            xml.WriteEndElement();
        }
        else if (r.Verdict == Verdict.Inconclusive)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", Allowed(r.Reason));
            xml.WriteEndElement();
        }

        xml.WriteElementString("system-out", Allowed($"{VerdictWords.Name(r.Verdict)}, tightness {Words.Of(r.Tightness)}, power {r.ShownPower}"));
        xml.WriteEndElement();
    }

    private static string Details(ClaimResult r)
    {
        StringBuilder text = new($"{r.Claim} is {VerdictWords.Name(r.Verdict)}: {r.Reason}.\n");
        if (r.Witness is { } w)
        {
            text.Append($"witness: {w.Run}, {r.Found(w, Words.Of)}; {w.Confirmation}\n");
            text.Append($"parameters: {string.Join(", ", w.Parameters.Select(p => $"{p.Key}={p.Value}"))}; seed {Words.Of(w.Seed)}\n");
        }

        return text.Append($"repeat: {r.Reproduce}\n").ToString();
    }

    private static string Seconds(double seconds) => seconds.ToString("0.000", CultureInfo.InvariantCulture);

    // XML has no form for control characters and lone surrogates, not even as references.
    private static string Allowed(string text) =>
        string.Concat(text.EnumerateRunes().Select(r => r.IsBmp && !XmlConvert.IsXmlChar((char)r.Value) ? "\uFFFD" : r.ToString()));
}
