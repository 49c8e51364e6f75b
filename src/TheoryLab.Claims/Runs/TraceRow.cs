using System.Globalization;
using System.Text;
using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>The current record of a trace file as fields, of which two are numbers.</summary>
internal abstract class TraceRow(TraceRecords records)
{
    private const int LongestShown = 30;

    /// <summary>The column names.</summary>
    public abstract string[] Names { get; }

    /// <summary>Index of the column of the iterations.</summary>
    public int X { get; set; }

    /// <summary>Index of the column of the values.</summary>
    public int Y { get; set; }

    /// <summary>The records.</summary>
    protected TraceRecords Records => records;

    /// <summary>The digits of the current record's value.</summary>
    public PrintedNumber Printed { get; private set; }

    /// <summary>The two numbers of the current record.</summary>
    public abstract (double X, double Y) Read();

    /// <summary>A finite number from text.</summary>
    protected double Number(ReadOnlySpan<byte> text, int column)
    {
        text = text.Trim(" \t"u8);
        Printed = column == Y ? PrintedNumber.Of(text) : Printed;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value)
            ? value
            : throw (text.IsEmpty ? Missing(column) : NoNumber(text, column));
    }

    /// <summary>The error that a column has no value in the current record.</summary>
    protected InputException Missing(int column) => records.Error($"the value of '{Names[column]}' is missing; complete or remove the line.");

    /// <summary>The error that a column has no number in the current record.</summary>
    protected InputException NoNumber(ReadOnlySpan<byte> text, int column)
    {
        string shown = Encoding.UTF8.GetString(text);
        return records.Error($"'{(shown.Length <= LongestShown ? shown : shown[..LongestShown] + "...")}' in column '{Names[column]}' is not a finite number; correct it or remove the line.");
    }
}
