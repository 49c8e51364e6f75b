using System.Globalization;
using System.Text;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>
/// Rows of CSV as in RFC 4180: a field in quotation marks may hold commas, line breaks and, doubled, quotation marks. Written for this file
/// because a reader that makes strings of all fields takes several times as long.
/// </summary>
internal sealed class CsvTraceRow : TraceRow
{
    private const byte Quote = (byte)'"';
    private const byte Comma = (byte)',';
    private byte[] _plain = [];

    /// <summary>Reads the header, the current record.</summary>
    public CsvTraceRow(TraceRecords records)
        : base(records)
    {
        List<string> names = [];
        ReadOnlySpan<byte> rest = records.Record;
        for (bool more = true; more;)
        {
            more = Next(ref rest, out ReadOnlySpan<byte> field);
            names.Add(Encoding.UTF8.GetString(field).Trim());
        }

        Names = [.. names];
        if (Array.TrueForAll(Names, n => double.TryParse(n, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
        {
            throw records.Error("numbers where the column names should be; put a line such as k,gap before them.");
        }
    }

    /// <inheritdoc/>
    public override string[] Names { get; }

    /// <inheritdoc/>
    public override (double X, double Y) Read()
    {
        ReadOnlySpan<byte> rest = Records.Record;
        double x = double.NaN, y = double.NaN;
        int column = 0;
        for (bool more = true; more; column++)
        {
            more = Next(ref rest, out ReadOnlySpan<byte> field);
            if (column == X)
            {
                x = Number(field, column);
            }
            else if (column == Y)
            {
                y = Number(field, column);
            }
        }

        return column == Names.Length
            ? (x, y)
            : throw Records.Error($"{column} {(column == 1 ? "value" : "values")} where the header names {Names.Length} columns; {(column < Names.Length ? "complete" : "shorten")} or remove the line.");
    }

    // Takes the next field; false if it is the last.
    private bool Next(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> field)
    {
        if (rest is [Quote, ..])
        {
            return Quoted(ref rest, out field);
        }

        int comma = rest.IndexOf(Comma);
        field = comma < 0 ? rest : rest[..comma];
        rest = comma < 0 ? default : rest[(comma + 1)..];
        return !field.Contains(Quote) ? comma >= 0 : throw Misplaced();
    }

    private bool Quoted(ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> field)
    {
        if (_plain.Length < rest.Length)
        {
            _plain = new byte[rest.Length];
        }

        int length = 0;
        for (int i = 1; i < rest.Length; i++)
        {
            if (rest[i] != Quote)
            {
                _plain[length++] = rest[i];
            }
            else if (i + 1 < rest.Length && rest[i + 1] == Quote)
            {
                _plain[length++] = Quote;
                i++;
            }
            else
            {
                field = _plain.AsSpan(0, length);
                bool more = i + 1 < rest.Length;
                if (more && rest[i + 1] != Comma)
                {
                    throw Misplaced();
                }

                rest = more ? rest[(i + 2)..] : default;
                return more;
            }
        }

        throw Misplaced();
    }

    private InputException Misplaced() =>
        Records.Error("a quotation mark is misplaced; put whole fields in quotation marks and double those inside.");
}
