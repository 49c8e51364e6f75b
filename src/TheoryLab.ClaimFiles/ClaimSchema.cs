using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TheoryLab.ClaimFiles;

/// <summary>The JSON Schema of claim files, for editors that complete and check: written from the table of keys that the reader follows.</summary>
public static class ClaimSchema
{
    /// <summary>The name under which it is published.</summary>
    public const string FileName = "claim-file.schema.json";

    /// <summary>The schema (draft 7, which editors know best), indented.</summary>
    public static string Text()
    {
        JsonObject schema = new()
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = "TheoryLab claim file",
            ["description"] = "A claim about an optimisation method, checked by 'theorylab check FILE.yaml'.",
        };
        foreach ((string name, JsonNode? value) in ClaimKeys.Claim.Schema())
        {
            schema[name] = value!.DeepClone();
        }

        JsonSerializerOptions options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        return schema.ToJsonString(options) + "\n";
    }
}
