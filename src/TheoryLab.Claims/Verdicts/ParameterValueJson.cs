using System.Text.Json;
using System.Text.Json.Serialization;
using TheoryLab.Problems;

namespace TheoryLab.Claims;

/// <summary>A parameter in JSON: a number, or a string for a word and for what JSON has no number for: "Infinity", "-Infinity", "NaN".</summary>
internal sealed class ParameterValueJson : JsonConverter<ParameterValue>
{
    public override ParameterValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : reader.GetString() switch
        {
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            "NaN" => double.NaN,
            var text => text ?? string.Empty,
        };

    public override void Write(Utf8JsonWriter writer, ParameterValue value, JsonSerializerOptions options)
    {
        if (value.Text is { } text)
        {
            writer.WriteStringValue(text);
        }
        else if (!double.IsFinite(value.Number))
        {
            writer.WriteStringValue(value.ToString());
        }
        else
        {
            writer.WriteNumberValue(value.Number);
        }
    }
}
