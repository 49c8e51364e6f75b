using CsvHelper;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>Comma-separated text: an optional header line without numbers, then one row per line with the label last.</summary>
internal static class CsvText
{
    public static DataSet Read(string text, string name, string source)
    {
        CsvReaderOptions options = new()
        {
            HasHeader = false,
            Separator = ',',
            TrimWhitespace = true,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
        };
        using CsvReader reader = CsvReader.FromText(text, options);
        List<double> values = [], labels = [];
        int columns = 0;
        while (Next(reader, name) is { } fields)
        {
            if (columns == 0)
            {
                columns = fields.Length > 1
                    ? fields.Length
                    : throw Error(name, reader.LineNumber, "one value where a feature and a label are needed; separate the values by commas.");
                if (Array.TrueForAll(fields, f => !DataValue.IsNumber(f)))
                {
                    continue;
                }
            }

            if (fields.Length != columns)
            {
                throw Error(name, reader.LineNumber, fields.Length < columns
                    ? $"{DataValue.Count(fields.Length)} where the lines before have {columns}; complete or remove the line."
                    : $"{DataValue.Count(fields.Length)} where the lines before have {columns}; shorten or remove the line.");
            }

            for (int j = 0; j < columns; j++)
            {
                (j < columns - 1 ? values : labels).Add(DataValue.Parse(fields[j], name, reader.LineNumber, $"column {j + 1}"));
            }
        }

        return labels.Count > 0
            ? new(name, source, columns - 1, [.. values], [.. labels])
            : throw new InputException($"{name} has no rows; write one row per line, numbers separated by commas and the label last.");
    }

    private static string[]? Next(CsvReader reader, string name)
    {
        try
        {
            if (!reader.Read())
            {
                return null;
            }
        }
        catch (CsvFormatException e)
        {
            throw new InputException($"{name}, line {e.LineNumber}: a quotation mark is misplaced; remove the quotation marks from the line.", e);
        }

        string[] fields = new string[reader.FieldCount];
        for (int j = 0; j < fields.Length; j++)
        {
            fields[j] = reader.GetString(j);
        }

        return fields;
    }

    private static InputException Error(string name, long line, string message) => new($"{name}, line {line}: {message}");
}
