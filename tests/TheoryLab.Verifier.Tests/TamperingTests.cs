using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TheoryLab.Tests;

namespace TheoryLab.Verifier.Tests;

/// <summary>What the verifier accepts is a proof of what the file then says, by a second checker; an altered file is never taken for the original statement.</summary>
public sealed partial class TamperingTests
{
    private static readonly string Folder = Repository.At("proofs-checks/certificates");

    public static TheoryData<string> Examples => Example.All;

    /// <summary>Kept certificates that are small enough for every number of each to be altered.</summary>
    public static TheoryData<string> Kept => [.. Directory.GetFiles(Folder, "*.json").Where(f => new FileInfo(f).Length < 1600).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_original_is_accepted_by_both_checkers(string json)
    {
        Assert.True(Verification.Of(Certificate.Parse(json)).IsAccepted, Verification.Of(Certificate.Parse(json)).Reason);
        Assert.True(new SecondChecker(json).Holds());
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_number_altered_in_turn_is_rejected_or_proves_what_it_then_says(string json)
    {
        int accepted = 0, rejected = 0;
        foreach (Match number in Numbers().Matches(json).Where(m => m.Index > json.IndexOf("\"functions\"", StringComparison.Ordinal)))
        {
            foreach (string altered in new[] { "0", "1/3", "2", "-1", "7/5", "1000001/1000000", "999999/1000000" }.Where(a => a != number.Value.Trim('"')))
            {
                string file = $"{json[..number.Index]}\"{altered}\"{json[(number.Index + number.Length)..]}";
                bool isAccepted = Accepts(file);
                Assert.True(!isAccepted || new SecondChecker(file).Holds(), $"{number.Value} -> {altered} at {number.Index}");
                (accepted, rejected) = isAccepted ? (accepted + 1, rejected) : (accepted, rejected + 1);
            }
        }

        Assert.True(accepted > 0 && rejected > 20, $"{accepted} accepted, {rejected} rejected");
    }

    [Theory]
    [MemberData(nameof(Kept))]
    public void A_kept_certificate_altered_in_any_number_is_rejected_or_proves_what_it_then_says(string file)
    {
        string json = File.ReadAllText(Path.Combine(Folder, file));
        Assert.True(new SecondChecker(json).Holds());
        Every_number_altered_in_turn_is_rejected_or_proves_what_it_then_says(json);
        Structural_edits_are_rejected_or_prove_what_they_then_say(json);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Structural_edits_are_rejected_or_prove_what_they_then_say(string json)
    {
        foreach ((string name, string file) in Edits(json))
        {
            Assert.True(!Accepts(file) || new SecondChecker(file).Holds(), name);
        }
    }

    [Theory]
    [InlineData("\"bound\": \"1/6\"", "\"bound\": \"1/7\"")]
    [InlineData("\"multiplier\": \"1/6\"", "\"multiplier\": \"1/7\"")]
    [InlineData("\"L\": \"1\"", "\"L\": \"2\"")]
    [InlineData("\"g0\": \"-1\"", "\"g0\": \"-3\"")]
    [InlineData("\"multiplier\": \"1/2\" },\n", "\"multiplier\": \"-1/2\" },\n")]
    public void A_weaker_proof_is_rejected(string original, string altered)
    {
        Assert.Contains(original, Example.GradientStep, StringComparison.Ordinal);
        Assert.False(Accepts(Example.GradientStep.Replace(original, altered, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("{ \"schema\": \"theorylab-certificate/1\",", "{ \"schema\": \"theorylab-certificate/1\", \"schema\": \"theorylab-certificate/1\",", "repeats the key 'schema'")]
    [InlineData("\"claim\": null,", "\"claim\": null, \"extra\": 1,", "unknown key 'extra'")]
    [InlineData("\"claim\": null,", "", "lacks the key 'claim'")]
    [InlineData("\"1/6\" }", "\"1/0\" }", "not a rational")]
    [InlineData("\"1/6\" }", "\"0.166\" }", "not a rational")]
    [InlineData("\"id\": \"x1\"", "\"id\": \"x0\"", "listed twice")]
    [InlineData("[\"f\",\"x1\"]", "[\"f\",\"x7\"]", "unknown point")]
    [InlineData("\"j\": \"x1\", \"multiplier\"", "\"j\": \"x1\", \"kind\": \"diameter\", \"multiplier\"", "kind 'diameter'")]
    [InlineData("smooth-strongly-convex", "smoothish", "class 'smoothish'")]
    [InlineData("\"mu\": \"0\"", "\"mu\": \"1\"", "not below L")]
    [InlineData("\"mu\": \"0\"", "\"mu\": \"-1\"", "parameter mu")]
    [InlineData("initial-distance", "initial-luck", "kind 'initial-luck'")]
    [InlineData("\"value-gap\"", "\"luck\"", "kind 'luck'")]
    [InlineData("{\"x0\": \"1\"}", "{\"y0\": \"1\"}", "not in the basis")]
    [InlineData("\"gramBasis\": [\"x0\",", "\"gramBasis\": [\"x0\", \"x0\",", "repeats a name")]
    [InlineData("\"weight\": \"1\"", "\"weight\": \"-1\"", "negative weight")]
    [InlineData("\"theorylab-certificate/1\"", "\"theorylab-certificate/2\"", "this verifier reads")]
    [InlineData("\"claim\": null,", "\"claim\": null", "not JSON: line 3")]
    public void What_the_format_does_not_list_is_refused_with_a_sentence(string original, string altered, string expected)
    {
        Assert.Contains(original, Example.GradientStep, StringComparison.Ordinal);
        CertificateException e = Assert.Throws<CertificateException>(() => Certificate.Parse(Example.GradientStep.Replace(original, altered, StringComparison.Ordinal)));
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    private static bool Accepts(string file)
    {
        try
        {
            return Verification.Of(Certificate.Parse(file)).IsAccepted;
        }
        catch (CertificateException)
        {
            return false;
        }
    }

    private static IEnumerable<(string Name, string File)> Edits(string json)
    {
        foreach (string list in new[] { "assumptions", "interpolation", "points" })
        {
            int count = JsonNode.Parse(json)![list]!.AsArray().Count;
            for (int i = 0; i < count; i++)
            {
                yield return ($"{list} without {i}", With(json, f => f[list]!.AsArray().RemoveAt(i)));
                yield return ($"{list} with {i} twice", With(json, f => f[list]!.AsArray().Add(f[list]![i]!.DeepClone())));
            }
        }

        for (int i = 0; i < JsonNode.Parse(json)!["interpolation"]!.AsArray().Count; i++)
        {
            yield return ($"row {i} turned around", With(json, f => (f["interpolation"]![i]!["i"], f["interpolation"]![i]!["j"]) = (f["interpolation"]![i]!["j"]!.DeepClone(), f["interpolation"]![i]!["i"]!.DeepClone())));
        }

        foreach (string @class in new[] { "convex", "monotone", "nonexpansive", "none" })
        {
            string function = JsonNode.Parse(json)!["functions"]!.AsObject().First().Key;
            yield return ($"class {@class}", With(json, f => f["functions"]![function] = new JsonObject { ["class"] = @class }));
        }

        yield return ("points exchanged", json.Replace("\"x0\"", "\"?\"", StringComparison.Ordinal).Replace("\"x*\"", "\"x0\"", StringComparison.Ordinal).Replace("\"?\"", "\"x*\"", StringComparison.Ordinal));
        yield return ("assumption added", With(json, f =>
        {
            JsonObject assumption = new() { ["kind"] = "initial-distance", ["i"] = Pair(f["points"]![0]!), ["j"] = Pair(f["points"]![1]!), ["value"] = "1/100", ["multiplier"] = "1" };
            f["assumptions"]!.AsArray().Add(assumption);
        }));
    }

    private static JsonArray Pair(JsonNode point) => [(string)point["function"]!, (string)point["id"]!];

    private static string With(string json, Action<JsonObject> edit)
    {
        JsonObject file = JsonNode.Parse(json)!.AsObject();
        edit(file);
        return file.ToJsonString();
    }

    [GeneratedRegex("\"-?[0-9]+(/[0-9]+)?\"")]
    private static partial Regex Numbers();
}
