namespace TheoryLab.WorstCase;

/// <summary>
/// Units of the base vectors, the free values, the rows and the objective in which all coefficients of a program are of the size of one, so that a solve does not depend on
/// the units of the statement: a radius of 1e6 gives the program of a radius of 1. They are powers of two, so that changing units rounds nothing.
/// </summary>
/// <remarks>
/// Geometric scaling (Fulkerson and Wolfe 1962; Curtis and Reid, On the automatic scaling of matrices for Gaussian elimination, 1972): the logarithms of all
/// scaled coefficients are made small in least squares. With a unit 2^u of base vector, 2^s of vector of the table, 2^w of free value and 2^r of row, these are
/// log|coordinate| + u - s, log|Gram coefficient| + s + s' - r, log|value coefficient| + w - r and log|constant| - r. A change of units moves the logarithms by what some
/// u, s, w, r make up for, and so moves the solution by these.
/// </remarks>
internal sealed class ProgramUnits
{
    private readonly double[] _vectors;
    private readonly double[] _values;
    private readonly double[] _rows;

    /// <summary>The units of a program.</summary>
    /// <param name="table">The table V, n x d row-major; all its vectors count.</param>
    /// <param name="vectorKinds">Which base vectors share a unit.</param>
    /// <param name="valueKinds">Which free values share a unit.</param>
    /// <param name="rows">The rows that decide, the objective included, and which of them share a unit.</param>
    public ProgramUnits(double[] table, int[] vectorKinds, int[] valueKinds, IReadOnlyList<(SdpRow Row, int Kind)> rows)
    {
        int d = vectorKinds.Length, n = table.Length / d;
        int firstValue = Count(vectorKinds), firstVector = firstValue + Count(valueKinds), firstRow = firstVector + n, end = firstRow;
        foreach ((_, int kind) in rows)
        {
            end = Math.Max(end, firstRow + kind + 1);
        }

        LogarithmicFit fit = new(end);
        for (int i = 0; i < table.Length; i++)
        {
            fit.Add(vectorKinds[i % d], -1, firstVector + (i / d), table[i]);
        }

        foreach ((SdpRow row, int kind) in rows)
        {
            foreach (GramTerm t in row.Gram)
            {
                fit.Add(firstVector + t.A, firstVector + t.B, firstRow + kind, t.Coefficient);
            }

            foreach (ValueTerm t in row.Values)
            {
                fit.Add(firstValue + valueKinds[t.Index], -1, firstRow + kind, t.Coefficient);
            }

            fit.Add(-1, -1, firstRow + kind, row.Constant);
        }

        double[] units = Array.ConvertAll(fit.Solve(), log => Math.ScaleB(1, (int)Math.Round(log)));
        _vectors = Array.ConvertAll(vectorKinds, kind => units[kind]);
        _values = Array.ConvertAll(valueKinds, kind => units[firstValue + kind]);
        _rows = units[firstRow..];
    }

    /// <summary>The units of the base vectors.</summary>
    public ReadOnlySpan<double> Vectors => _vectors;

    /// <summary>The unit of a row: what it is divided by once its vectors and values are in theirs.</summary>
    /// <param name="kind">The kind of the row.</param>
    public double OfRow(int kind) => _rows[kind];

    /// <summary>A row in these units.</summary>
    /// <param name="row">The row, in the units of the statement.</param>
    /// <param name="kind">Its kind.</param>
    public SdpRow Scaled(SdpRow row, int kind) => row.Scaled(1 / _rows[kind], _values);

    /// <summary>A Gram matrix, from these units to those of the statement.</summary>
    /// <param name="gram">d x d.</param>
    public double[] Gram(double[] gram)
    {
        double[] scaled = new double[gram.Length];
        for (int i = 0; i < gram.Length; i++)
        {
            scaled[i] = gram[i] * _vectors[i / _vectors.Length] * _vectors[i % _vectors.Length];
        }

        return scaled;
    }

    /// <summary>Free values, from these units to those of the statement.</summary>
    /// <param name="values">The values.</param>
    public double[] Values(double[] values)
    {
        double[] scaled = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            scaled[i] = values[i] * _values[i];
        }

        return scaled;
    }

    // A short loop: the one of the library for any element type takes longer to compile than a whole solve of a small program.
    private static int Count(int[] kinds)
    {
        int count = 0;
        foreach (int kind in kinds)
        {
            count = Math.Max(count, kind + 1);
        }

        return count;
    }
}
