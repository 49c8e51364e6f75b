using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>A file of numbers separated by commas, row by row, without a header; blank lines and lines beginning with # are passed over.</summary>
internal sealed class NumberTable
{
    private const int LargestFile = 256 << 20;

    private readonly List<double> _values = [];
    private readonly List<int> _lines = [];

    private NumberTable(string path) => Path = path;

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Number of rows.</summary>
    public int Rows => _lines.Count;

    /// <summary>Number of columns.</summary>
    public int Columns { get; private set; }

    /// <summary>All numbers, row by row.</summary>
    public double[] Values => [.. _values];

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InputException">It cannot be read, or a line is not a row of finite numbers as long as the first.</exception>
    public static NumberTable Read(string path)
    {
        string[] lines;
        try
        {
            lines = InputFile.Lines(path, LargestFile);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"There is no file '{path}'; correct the path.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The file '{path}' cannot be read ({e.Message.TrimEnd('.')}); make it readable or copy it.", e);
        }

        NumberTable table = new(path);
        for (int i = 0; i < lines.Length; i++)
        {
            ReadOnlySpan<char> line = lines[i].AsSpan().Trim();
            if (!line.IsEmpty && line[0] != '#')
            {
                table.Add(line, i + 1);
            }
        }

        return table.Rows > 0 ? table : throw new InputException($"{path} has no rows; write one row of numbers per line, separated by commas.");
    }

    /// <summary>An error at a row.</summary>
    /// <param name="row">From zero.</param>
    /// <param name="message">What is wrong and how to mend it.</param>
    public InputException Error(int row, string message) => new($"{Path}, line {_lines[row]}: {message}");

    /// <summary>The numbers of a file with one row or one column.</summary>
    /// <param name="length">How many there must be.</param>
    /// <exception cref="InputException">There are more or fewer, or they form a table.</exception>
    public double[] Vector(int length) =>
        Rows != 1 && Columns != 1 ? throw Error(0, $"{DataValue.Count(Columns)} where a vector has one; write a number per line, or one line.")
        : _values.Count != length ? throw Error(Rows - 1, $"the vector ends after {DataValue.Count(_values.Count)} where the matrix has {length} columns; complete or shorten it.")
        : Values;

    private void Add(ReadOnlySpan<char> line, int number)
    {
        int count = 0;
        foreach (Range range in line.Split(','))
        {
            _values.Add(DataValue.Parse(line[range].Trim(), Path, number, $"column {++count}"));
        }

        _lines.Add(number);
        Columns = Rows == 1 ? count : Columns;
        if (count != Columns)
        {
            throw Error(Rows - 1, $"{DataValue.Count(count)} where the lines before have {Columns}; {(count < Columns ? "complete" : "shorten")} or remove the line.");
        }
    }
}
