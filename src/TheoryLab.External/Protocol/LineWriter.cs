using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace TheoryLab.External;

/// <summary>
/// Writes one line of the protocol at a time. Numbers are in the shortest form that reads back to the same double, always with a point or an
/// exponent, so that no language takes them for integers and -0 keeps its sign; what is not finite travels as a string ("Infinity", "NaN").
/// </summary>
internal sealed class LineWriter : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _json;

    public LineWriter() => _json = new(_buffer);

    /// <summary>The line, with its line feed; valid until the next one is begun.</summary>
    public ReadOnlyMemory<byte> Line => _buffer.WrittenMemory;

    /// <summary>{"name": numbers}.</summary>
    public LineWriter Vector(string name, ReadOnlySpan<double> numbers)
    {
        Begin().Add(name, numbers);
        return End();
    }

    /// <summary>{"name": number}.</summary>
    public LineWriter Scalar(string name, double number)
    {
        Begin().Add(name, number);
        return End();
    }

    /// <summary>{"name": "text"}.</summary>
    public LineWriter Text(string name, string text)
    {
        Begin();
        _json.WriteString(name, text);
        return End();
    }

    public LineWriter Begin()
    {
        _buffer.ResetWrittenCount();
        _json.Reset();
        _json.WriteStartObject();
        return this;
    }

    public LineWriter Add(string name, ReadOnlySpan<double> numbers)
    {
        _json.WriteStartArray(name);
        foreach (double number in numbers)
        {
            Number(number);
        }

        _json.WriteEndArray();
        return this;
    }

    public LineWriter Add(string name, double number)
    {
        _json.WritePropertyName(name);
        Number(number);
        return this;
    }

    public LineWriter Add(string name, int number)
    {
        _json.WriteNumber(name, number);
        return this;
    }

    public LineWriter Add(string name, IEnumerable<KeyValuePair<string, double>> numbers)
    {
        _json.WriteStartObject(name);
        foreach ((string key, double number) in numbers)
        {
            Add(key, number);
        }

        _json.WriteEndObject();
        return this;
    }

    public LineWriter Add(string name, IEnumerable<string> words)
    {
        _json.WriteStartArray(name);
        foreach (string word in words)
        {
            _json.WriteStringValue(word);
        }

        _json.WriteEndArray();
        return this;
    }

    public LineWriter End()
    {
        _json.WriteEndObject();
        _json.Flush();
        _buffer.Write("\n"u8);
        return this;
    }

    public void Dispose() => _json.Dispose();

    private void Number(double number)
    {
        if (!double.IsFinite(number))
        {
            _json.WriteStringValue(double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
            return;
        }

        // "R" takes at most 24 characters; two more for ".0".
        Span<byte> text = stackalloc byte[26];
        number.TryFormat(text, out int length, "R", CultureInfo.InvariantCulture);
        if (text[..length].IndexOfAny((byte)'.', (byte)'E') < 0)
        {
            ".0"u8.CopyTo(text[length..]);
            length += 2;
        }

        _json.WriteRawValue(text[..length], skipInputValidation: true);
    }
}
