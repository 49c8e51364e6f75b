using System.Text;
using System.Text.Json;

namespace TheoryLab.External;

/// <summary>Reads one line of the protocol: an object whose keys are known beforehand. Whatever a line holds, it is read or refused with a sentence.</summary>
internal static class LineReader
{
    private const int LongestQuote = 80;

    /// <summary>Takes the value of one key from the reader, which stands on the value's first token.</summary>
    /// <param name="key">The key.</param>
    /// <param name="json">The reader.</param>
    /// <returns>False for a key that has no place in this line.</returns>
    public delegate bool Field(string key, ref Utf8JsonReader json);

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line without its line feed.</param>
    /// <param name="field">Takes the value of a key.</param>
    /// <param name="known">The known keys, for the error message.</param>
    /// <exception cref="ProtocolException">The line is no JSON object, or has unknown or repeated keys or values of the wrong kind.</exception>
    public static void Read(ReadOnlySpan<byte> line, Field field, string known)
    {
        try
        {
            Utf8JsonReader json = new(line);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            {
                throw NotALine(line);
            }

            HashSet<string> seen = new(StringComparer.Ordinal);
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                string key = json.GetString()!;
                json.Read();
                if (!seen.Add(key))
                {
                    throw new ProtocolException($"wrote \"{Short(key)}\" twice in one line", "write it once");
                }

                if (!field(key, ref json))
                {
                    throw new ProtocolException($"wrote the unknown key \"{Short(key)}\"", $"the keys here are {known}");
                }
            }

            if (json.Read())
            {
                throw NotALine(line);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw NotALine(line);
        }
    }

    /// <summary>Reads an array of as many finite numbers as the target has.</summary>
    public static void Vector(string key, ref Utf8JsonReader json, Span<double> target)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            throw new ProtocolException($"wrote no list after \"{key}\"", $"write a list of {target.Length} numbers there");
        }

        int count = 0;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            double number = Finite(key, ref json);
            if (count < target.Length)
            {
                target[count] = number;
            }

            count++;
        }

        if (count != target.Length)
        {
            throw new ProtocolException($"wrote {count} numbers after \"{key}\"", $"the dimension is {target.Length}");
        }
    }

    /// <summary>Reads an array of any length of finite numbers.</summary>
    public static double[] Vector(string key, ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            throw new ProtocolException($"wrote no list after \"{key}\"", "write a list of numbers there");
        }

        List<double> numbers = [];
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            numbers.Add(Finite(key, ref json));
        }

        return [.. numbers];
    }

    /// <summary>Reads a finite number.</summary>
    public static double Finite(string key, ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.Number && json.TryGetDouble(out double number) && double.IsFinite(number)
            ? number
            : throw new ProtocolException($"wrote {Token(ref json)} after \"{key}\"", "every number must be finite");

    /// <summary>Reads a number that may be infinite, as the string "Infinity" or "-Infinity".</summary>
    public static double Extended(string key, ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String && json.ValueTextEquals("Infinity"u8) ? double.PositiveInfinity
        : json.TokenType == JsonTokenType.String && json.ValueTextEquals("-Infinity"u8) ? double.NegativeInfinity
        : Finite(key, ref json);

    /// <summary>Reads a text.</summary>
    public static string Text(string key, ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.String ? json.GetString()! : throw new ProtocolException($"wrote {Token(ref json)} after \"{key}\"", "write a text there");

    /// <summary>What was written, short enough for a sentence, and on one line.</summary>
    public static string Short(ReadOnlySpan<byte> text) => Short(Encoding.UTF8.GetString(text[..Math.Min(text.Length, 4 * LongestQuote)]));

    /// <inheritdoc cref="Short(ReadOnlySpan{byte})"/>
    public static string Short(string text)
    {
        string clean = new([.. text.Trim().Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)]);
        return clean.Length <= LongestQuote ? clean : clean[..LongestQuote] + "…";
    }

    private static ProtocolException NotALine(ReadOnlySpan<byte> line) =>
        line.IndexOf("NaN"u8) >= 0 || line.IndexOf("Infinity"u8) >= 0
            ? new($"wrote a NaN or an infinity, in '{Short(line)}'", "every number must be finite")
            : new($"wrote the line '{Short(line)}', which is not one JSON object", "standard output is for the protocol alone, so print anything else to standard error");

    private static string Token(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.Number => $"the number {Short(json.ValueSpan)}, beyond all doubles,",
        JsonTokenType.String => $"the text '{Short(json.ValueSpan)}'",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.StartObject => "an object",
        JsonTokenType.Null => "null",
        _ => Short(json.ValueSpan),
    };
}
