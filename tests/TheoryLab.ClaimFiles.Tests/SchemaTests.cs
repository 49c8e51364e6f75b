using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TheoryLab.ClaimFiles.Tests;

/// <summary>What an editor makes of a file with the published schema, by a validator of the few words that the schema uses.</summary>
public sealed class SchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(ClaimSchema.Text())!.AsObject();

    public static TheoryData<string> Valid => [Files.Valid, StarterClaim.Text("starter"), .. DocumentationTests.Snippets.Select(s => (string)s.Data)];

    [Theory]
    [MemberData(nameof(Valid))]
    public void Files_that_the_reader_takes_are_valid(string text) => Assert.True(Admits(Schema, Tree(text)));

    [Theory]
    [InlineData("id", null)]
    [InlineData("id", "id: My Claim")]
    [InlineData("bound", "bouund: 1")]
    [InlineData("kind", "kind: uper")]
    [InlineData("measure", "measure: primal-gab")]
    [InlineData("method", "method: gradient-decent")]
    [InlineData("method", "method: { name: gradient-decent }")]
    [InlineData("method", "method: { trace: run.csv, z: gap }")]
    [InlineData("method", "method: { nam: nesterov }")]
    [InlineData("problem", "problem: { family: quadratc }")]
    [InlineData("problem", "problem: [ { family: quadratc } ]")]
    [InlineData("problem", "problem: { family: quadratic, dimension: [2] }")]
    [InlineData("iterations", "iterations: 0")]
    [InlineData("iterations", "iterations: many")]
    [InlineData("iterations", "horizons: []")]
    [InlineData("iterations", "horizons: [x]")]
    [InlineData("bound", "bound: [1]")]
    [InlineData("source", "source: { authors: A }")]
    [InlineData("twins", "twins: [ { bond: L } ]")]
    public void Files_that_the_table_of_keys_refuses_are_not(string key, string? line)
    {
        string text = Files.With(Files.Valid, key, line);
        Files.Error(text);
        Assert.False(Admits(Schema, Tree(text)));
    }

    [Fact]
    public void Every_name_of_the_registry_is_offered()
    {
        string text = ClaimSchema.Text();
        Assert.All(Claims.Registry.Methods, m => Assert.Contains($"\"{m.Name}\"", text, StringComparison.Ordinal));
        Assert.All(Claims.Registry.Families, f => Assert.Contains($"\"{f.Name}\"", text, StringComparison.Ordinal));
        Assert.All(Claims.Registry.Measures, m => Assert.Contains($"\"{m.Name}\"", text, StringComparison.Ordinal));
        Assert.All(Enum.GetNames<Claims.ClaimKind>(), k => Assert.Contains($"\"{k.ToLowerInvariant()}\"", text, StringComparison.Ordinal));
    }

    private static Node Tree(string text) => YamlText.Parse(Encoding.UTF8.GetBytes(text), "f.yaml");

    private static bool Admits(JsonObject schema, Node node)
    {
        if (schema["anyOf"] is JsonArray any && !any.Any(s => Admits(s!.AsObject(), node)))
        {
            return false;
        }

        if (schema["enum"] is JsonArray words && !(node is Scalar word && words.Any(w => (string)w! == word.Text)))
        {
            return false;
        }

        string[] types = schema["type"] switch { JsonArray list => [.. list.Select(t => (string)t!)], { } one => [(string)one!], null => [] };
        return (types.Length == 0 || types.Any(t => Is(t, node)))
            && (schema["pattern"] is not { } pattern || Regex.IsMatch(((Scalar)node).Text, (string)pattern!))
            && (schema["minimum"] is not { } least || Number((Scalar)node) >= (double)least)
            && (schema["maximum"] is not { } most || Number((Scalar)node) <= (double)most)
            && (node is not Items list2 || schema["items"] is null || (list2.All.Count >= ((int?)schema["minItems"] ?? 0) && list2.All.All(i => Admits(schema["items"]!.AsObject(), i))))
            && (node is not Entries map || types is not ["object"] || AdmitsMap(schema, map));
    }

    private static bool AdmitsMap(JsonObject schema, Entries map) =>
        (schema["required"] as JsonArray ?? []).All(r => map[(string)r!] is not null)
        && map.All.All(e => schema["properties"]!.AsObject().TryGetPropertyValue(e.Key.Text, out JsonNode? property)
            ? Admits(property!.AsObject(), e.Value)
            : schema["additionalProperties"] is JsonObject others && Admits(others, e.Value));

    private static bool Is(string type, Node node) => type switch
    {
        "object" => node is Entries,
        "array" => node is Items,
        "integer" => node is Scalar { IsQuoted: false } s && double.IsInteger(Number(s)),
        "number" => node is Scalar { IsQuoted: false } s && double.IsFinite(Number(s)),
        "boolean" => node is Scalar { IsQuoted: false, Text: "true" or "false" },
        _ => node is Scalar { IsNothing: false } s && (s.IsQuoted || (double.IsNaN(Number(s)) && s.Text is not ("true" or "false"))),
    };

    private static double Number(Scalar s) => double.TryParse(s.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN;
}
