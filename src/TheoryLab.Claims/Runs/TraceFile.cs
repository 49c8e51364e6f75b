using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>
/// Traces of any program: CSV with a header (commas, quotation marks as in RFC 4180), or JSON lines, one object per line; the first line tells
/// which. Lines beginning with # and blank lines are passed over. Traces have millions of lines, so a file is read in one pass over its bytes:
/// only the two chosen fields of a line become numbers, and nothing is allocated for a line.
/// </summary>
public static class TraceFile
{
    // Far more iterations than anyone measures.
    private const long LargestFile = 4L << 30;

    /// <summary>Reads two columns of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">Which columns, and what is done about values that are not positive.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InputException">The file cannot be read or is no trace: says where and how to mend it.</exception>
    public static RecordedTrace Read(string path, TraceColumns columns, CancellationToken cancellation = default)
    {
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
        {
            throw new InputException($"'{path.Replace('\0', '?')}' is no name of a trace file; give the file's name.");
        }

        try
        {
            using Stream stream = InputFile.Open(path, LargestFile);
            return Read(stream, path, columns, cancellation);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"There is no trace file '{path}'; check the name and the folder.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The trace '{path}' cannot be read ({e.Message.TrimEnd('.')}); make it readable or copy it.", e);
        }
    }

    /// <summary>Reads two columns of a stream.</summary>
    /// <param name="stream">CSV or JSON lines in UTF-8.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="columns">Which columns, and what is done about values that are not positive.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InputException">The text is no trace.</exception>
    public static RecordedTrace Read(Stream stream, string name, TraceColumns columns, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(columns);
        TraceRecords records = new(stream, name);
        if (!records.Next())
        {
            throw new InputException($"{name} is empty; write a line of column names such as k,gap and then one line per iteration.");
        }

        TraceRow row = records.IsJson ? new JsonTraceRow(records) : new CsvTraceRow(records);
        (row.X, row.Y) = Choose(row.Names, columns, name);
        TraceBuilder trace = new(name, row.Names[row.X], row.Names[row.Y], columns.Nonpositive, columns.Accuracy);

        // The first object of JSON lines is a row, the first line of CSV is not.
        bool more = records.IsJson || records.Next();
        while (more)
        {
            cancellation.ThrowIfCancellationRequested();
            (double x, double y) = row.Read();
            trace.Add(x, y, row.Printed, records.Line);
            more = records.Next();
        }

        return trace.Finish();
    }

    private static (int X, int Y) Choose(string[] names, TraceColumns columns, string file)
    {
        if (names.Length < 2)
        {
            throw new InputException($"{file} has one column, '{names[0]}'; a trace needs two, the iterations and the values, separated by commas.");
        }

        int x = Find(names, columns.X, 0, file, "--x"), y = Find(names, columns.Y, 1, file, "--y");
        return x != y
            ? (x, y)
            : throw new InputException($"{file}: the column '{names[x]}' is chosen as x and as y; choose two columns with --x and --y.");
    }

    private static int Find(string[] names, string? wanted, int otherwise, string file, string option)
    {
        if (wanted is not null && Array.IndexOf(names, wanted) < 0)
        {
            string message = NearestName.Unknown("column", wanted, names).Message;
            throw new InputException($"{option}: {message.Replace($"'{wanted}'.", $"'{wanted}' in {file}.", StringComparison.Ordinal)}");
        }

        string name = wanted ?? names[otherwise];
        return Array.IndexOf(names, name) == Array.LastIndexOf(names, name)
            ? Array.IndexOf(names, name)
            : throw new InputException($"{file} has more than one column '{name}'; give each column a name of its own.");
    }
}
