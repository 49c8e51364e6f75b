using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TheoryLab.Cli;

/// <summary>A listing as one JSON document.</summary>
internal static class ListJson
{
    /// <summary>The document: what is listed, and an object each.</summary>
    /// <param name="listing">claims, methods, ….</param>
    /// <param name="rows">What there is.</param>
    public static string Write(string listing, IEnumerable<(string Name, string Text, string Source)> rows)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("schema", "theorylab-list/1");
            json.WriteString("listing", listing);
            json.WriteStartArray("entries");
            foreach ((string name, string text, string source) in rows)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteString("what", text);
                json.WriteString("source", source);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
