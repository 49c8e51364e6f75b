using System.Globalization;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// LIBSVM's sparse text: a label, then index:value with indices from 1 in increasing order; what follows # is a comment. The result is
/// dense, with as many features as the largest index.
/// </summary>
internal static class LibSvmText
{
    // 2 GiB of doubles: beyond it the dense form is the wrong one.
    private const long LargestTable = 1L << 28;

    public static bool Recognizes(string text)
    {
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> content = Content(line);
            int gap = content.IndexOfAny(' ', '\t');
            if (gap >= 0)
            {
                ReadOnlySpan<char> second = content[gap..].TrimStart();
                int colon = second.IndexOf(':');
                return !content.Contains(',') && colon > 0 && !second[..colon].ContainsAnyExceptInRange('0', '9');
            }

            if (content.Contains(','))
            {
                return false;
            }
        }

        return false;
    }

    public static DataSet Read(string text, string name, string source)
    {
        List<double> labels = [];
        List<(int Row, int Column, double Value)> entries = [];
        int line = 0, features = 0;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            line++;
            ReadOnlySpan<char> content = Content(raw);
            if (content.IsEmpty)
            {
                continue;
            }

            int last = 0;
            bool labelled = false;
            foreach (Range range in content.SplitAny(' ', '\t'))
            {
                ReadOnlySpan<char> token = content[range];
                if (token.IsEmpty)
                {
                    continue;
                }

                if (!labelled)
                {
                    labels.Add(DataValue.Parse(token, name, line, "the label"));
                    labelled = true;
                    continue;
                }

                (int index, double value) = Entry(token, name, line);
                last = index > last
                    ? index
                    : throw new InputException($"{name}, line {line}: index {index} after {last}; write the indices of a line in increasing order, each once.");
                entries.Add((labels.Count - 1, index - 1, value));
            }

            features = Math.Max(features, last);
        }

        return Dense(labels, entries, features, name, source);
    }

    private static DataSet Dense(List<double> labels, List<(int Row, int Column, double Value)> entries, int features, string name, string source)
    {
        long size = (long)labels.Count * features;
        if (size > LargestTable)
        {
            throw new InputException($"{name} would be a dense table of {labels.Count} rows and {features} features, more than fits; choose fewer rows or features.");
        }

        double[] values = new double[size];
        foreach ((int row, int column, double value) in entries)
        {
            values[((long)row * features) + column] = value;
        }

        return new(name, source, features, values, [.. labels]);
    }

    private static (int Index, double Value) Entry(ReadOnlySpan<char> token, string name, int line)
    {
        int colon = token.IndexOf(':');
        return colon > 0 && int.TryParse(token[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index >= 1
            ? (index, DataValue.Parse(token[(colon + 1)..], name, line, $"feature {index}"))
            : throw new InputException($"{name}, line {line}: '{token}' is not index:value with an index of at least 1; correct or remove it.");
    }

    private static ReadOnlySpan<char> Content(ReadOnlySpan<char> line)
    {
        int comment = line.IndexOf('#');
        return (comment >= 0 ? line[..comment] : line).Trim();
    }
}
