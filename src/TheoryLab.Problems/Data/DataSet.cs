using System.Globalization;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>A table of numbers with a label for each row: dense, row after row, all values finite.</summary>
public sealed class DataSet
{
    private readonly double[] _values;
    private readonly double[] _labels;

    /// <summary>A table; the arrays are taken over and must not be written to afterwards.</summary>
    /// <param name="name">A short name for messages.</param>
    /// <param name="source">Where the data come from, with the licence where there is one.</param>
    /// <param name="features">Number of columns without the label, at least one.</param>
    /// <param name="values">Row-major, one row of <paramref name="features"/> values for each label.</param>
    /// <param name="labels">One for each row, at least one.</param>
    /// <exception cref="ArgumentException">The lengths disagree or there is no row.</exception>
    public DataSet(string name, string source, int features, double[] values, double[] labels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        if (labels.Length == 0 || (long)labels.Length * features != values.Length)
        {
            throw new ArgumentException($"{values.Length} values are not {labels.Length} rows of {features}.", nameof(values));
        }

        (Name, Source, Features, _values, _labels) = (name, source, features, values, labels);
    }

    /// <summary>A short name for messages.</summary>
    public string Name { get; }

    /// <summary>Where the data come from.</summary>
    public string Source { get; }

    /// <summary>Number of rows, m.</summary>
    public int Rows => _labels.Length;

    /// <summary>Number of features, n.</summary>
    public int Features { get; }

    /// <summary>The features, row-major, m n values.</summary>
    public ReadOnlyMemory<double> Values => _values;

    /// <summary>The labels, m values.</summary>
    public ReadOnlyMemory<double> Labels => _labels;

    /// <summary>The features themselves, for problems that share them.</summary>
    internal double[] Matrix => _values;

    /// <summary>The features of one row.</summary>
    /// <param name="row">Index from zero.</param>
    public ReadOnlySpan<double> Row(int row) => _values.AsSpan(row * Features, Features);

    /// <summary>
    /// Each feature as (x - mean)/std with std^2 = sum (x - mean)^2/m. A constant feature becomes a column of zeros: it keeps its place, so
    /// that the components of a solution keep their meaning. Sums run in row order, so the result is the same everywhere.
    /// </summary>
    /// <exception cref="InputException">A feature is too large to be summed.</exception>
    public DataSet Standardized()
    {
        double[] result = new double[_values.Length], column = new double[Rows];
        for (int j = 0; j < Features; j++)
        {
            for (int i = 0; i < Rows; i++)
            {
                column[i] = _values[(i * Features) + j];
            }

            Standardize(column, string.Create(CultureInfo.InvariantCulture, $"feature {j + 1}"));
            for (int i = 0; i < Rows; i++)
            {
                result[(i * Features) + j] = column[i];
            }
        }

        return new(Name, Source, Features, result, _labels);
    }

    /// <summary>The labels as (y - mean)/std, like a feature of <see cref="Standardized"/>.</summary>
    /// <exception cref="InputException">The labels are too large to be summed.</exception>
    public double[] StandardizedLabels()
    {
        double[] result = [.. _labels];
        Standardize(result, "the label");
        return result;
    }

    /// <summary>The two classes as -1 (the smaller label) and +1 (the larger one).</summary>
    /// <exception cref="InputException">The labels do not take two values.</exception>
    public double[] BinaryLabels()
    {
        double[] classes = Classes();
        return classes.Length == 2
            ? Array.ConvertAll(_labels, label => label == classes[1] ? 1.0 : -1.0)
            : throw new InputException($"{Name} has {classes.Length} distinct labels ({Listed(classes)}) where two are needed; name one of them as the class to tell from the rest.");
    }

    /// <summary>One class against the rest: +1 for it, -1 for every other label.</summary>
    /// <param name="positive">The label of the class.</param>
    /// <exception cref="InputException">No row, or every row, has this label.</exception>
    public double[] BinaryLabels(double positive)
    {
        double[] classes = Classes();
        return classes.Length > 1 && classes.Contains(positive)
            ? Array.ConvertAll(_labels, label => label == positive ? 1.0 : -1.0)
            : throw new InputException(string.Create(
                CultureInfo.InvariantCulture, $"{positive} cannot be told from the rest in {Name}, whose labels are {Listed(classes)}; choose one of at least two labels."));
    }

    private static string Listed(double[] classes) =>
        string.Join(", ", classes.Take(10).Select(c => c.ToString(CultureInfo.InvariantCulture))) + (classes.Length > 10 ? ", …" : string.Empty);

    private double[] Classes() => [.. _labels.Distinct().Order()];

    private void Standardize(double[] column, string what)
    {
        // Equality, not a small deviation: a constant column has no scale, whatever its mean rounds to.
        if (Array.TrueForAll(column, x => x == column[0]))
        {
            Array.Clear(column);
            return;
        }

        double sum = 0, largest = 0, squares = 0;
        foreach (double x in column)
        {
            sum += x;
        }

        double mean = sum / column.Length;
        for (int i = 0; i < column.Length; i++)
        {
            column[i] -= mean;
            largest = Math.Max(largest, Math.Abs(column[i]));
        }

        if (!double.IsFinite(largest))
        {
            throw new InputException($"{Name} cannot be standardised because {what} overflows when summed; rescale it.");
        }

        // Scaled by the largest deviation, so that squares neither overflow nor all underflow.
        for (int i = 0; i < column.Length; i++)
        {
            column[i] /= largest;
            squares += column[i] * column[i];
        }

        double deviation = Math.Sqrt(squares / column.Length);
        for (int i = 0; i < column.Length; i++)
        {
            column[i] /= deviation;
        }
    }
}
