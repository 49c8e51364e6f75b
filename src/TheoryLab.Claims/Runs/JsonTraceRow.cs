using System.Text;
using System.Text.Json;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>Rows of JSON lines: an object each, with the columns of the first object in any order, and others.</summary>
internal sealed class JsonTraceRow : TraceRow
{
    private readonly byte[][] _names;
    private double _x;
    private double _y;

    /// <summary>Reads the names of the current record, the first.</summary>
    public JsonTraceRow(TraceRecords records)
        : base(records)
    {
        List<string> names = [];
        Walk(names);
        Names = names.Count > 0 ? [.. names] : throw records.Error("an object without columns; write one such as {\"k\":1,\"gap\":0.5}.");
        _names = Array.ConvertAll(Names, Encoding.UTF8.GetBytes);
    }

    /// <inheritdoc/>
    public override string[] Names { get; }

    /// <inheritdoc/>
    public override (double X, double Y) Read()
    {
        (_x, _y) = (double.NaN, double.NaN);
        Walk(null);
        return double.IsNaN(_x) ? throw Missing(X) : double.IsNaN(_y) ? throw Missing(Y) : (_x, _y);
    }

    // Visits the properties of the current record: collects their names, or keeps the two values.
    private void Walk(List<string>? names)
    {
        Utf8JsonReader reader = new(Records.Record);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                throw Records.Error("not a JSON object; write one such as {\"k\":1,\"gap\":0.5} on each line.");
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (names is null)
                {
                    Keep(ref reader);
                }
                else
                {
                    names.Add(reader.GetString()!);
                    reader.Skip();
                }
            }

            // Reading on finds what may follow the object.
            reader.Read();
        }
        catch (JsonException e)
        {
            string message = $"not valid JSON at character {e.BytePositionInLine + 1} (NaN and Infinity are not JSON); correct or remove the line.";
            throw new InputException(Records.Error(message).Message, e);
        }
        catch (InvalidOperationException e)
        {
            // What the framework makes of a name with bytes that are no UTF-8.
            throw new InputException(Records.Error("a column name is not UTF-8; write the file in UTF-8.").Message, e);
        }
    }

    private void Keep(ref Utf8JsonReader reader)
    {
        bool isX = reader.ValueTextEquals(_names[X]), isY = !isX && reader.ValueTextEquals(_names[Y]);
        if (isX || isY)
        {
            reader.Read();
            double value = Value(ref reader, isX ? X : Y);
            (_x, _y) = isX ? (value, _y) : (_x, value);
        }
        else
        {
            reader.Skip();
        }
    }

    private double Value(ref Utf8JsonReader reader, int column) => reader.TokenType switch
    {
        JsonTokenType.Number => Number(reader.ValueSpan, column),
        JsonTokenType.Null => throw Missing(column),
        _ => throw NoNumber(reader.ValueSpan, column),
    };
}
