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
    // Coefficients so far below their row, in logarithms to base two, are what rounding left of zero, and say nothing about units.
    private const double Negligible = 30;

    // Half a unit decides the rounding to powers of two; a program is as well scaled a tenth away from it.
    private const double Accuracy = 0.01;
    private const int MostIterations = 200;

    private readonly int _dimension;
    private readonly int _vectors;
    private readonly int _values;
    private readonly List<Equation> _equations = [];
    private readonly double[] _logs;

    /// <summary>The units of a program.</summary>
    /// <param name="vectors">The table V, n x d row-major.</param>
    /// <param name="dimension">d.</param>
    /// <param name="values">How many free values.</param>
    /// <param name="rows">The rows that decide, the objective included; all vectors of the table count.</param>
    public ProgramUnits(double[] vectors, int dimension, int values, IReadOnlyList<SdpRow> rows)
    {
        (_dimension, _vectors, _values) = (dimension, vectors.Length / dimension, values);
        for (int i = 0; i < vectors.Length; i++)
        {
            if (vectors[i] != 0)
            {
                _equations.Add(new(i % dimension, -1, dimension + (i / dimension), Math.Log2(Math.Abs(vectors[i]))));
            }
        }

        int unknowns = dimension + _vectors + values;
        foreach (SdpRow row in rows)
        {
            _equations.AddRange(Equations(row, unknowns++));
        }

        _logs = new double[unknowns];
        Fit();
        if (_equations.RemoveAll(e => e.Rest(_logs) < -Negligible) > 0)
        {
            Fit();
        }
    }

    /// <summary>The unit of a base vector.</summary>
    /// <param name="index">Its index.</param>
    public double OfVector(int index) => Power(_logs[index]);

    /// <summary>The unit of a free value.</summary>
    /// <param name="index">Its index.</param>
    public double OfValue(int index) => Power(_logs[_dimension + _vectors + index]);

    /// <summary>The unit of a row: what it is divided by once its vectors and values are in theirs.</summary>
    /// <param name="row">The row, in the units of the statement.</param>
    public double OfRow(SdpRow row)
    {
        double[] sizes = [.. Equations(row, -1).Select(e => e.Rest(_logs))];
        double[] telling = [.. sizes.Where(s => s > sizes.Max() - Negligible)];
        return telling.Length == 0 ? 1 : Power(telling.Average());
    }

    /// <summary>The row in these units.</summary>
    /// <param name="row">The row, in the units of the statement.</param>
    /// <param name="unit">Its unit.</param>
    public SdpRow Scaled(SdpRow row, double unit) => new(
        row.Name,
        Array.ConvertAll(row.Gram, t => t with { Coefficient = t.Coefficient / unit }),
        Array.ConvertAll(row.Values, t => t with { Coefficient = t.Coefficient * (OfValue(t.Index) / unit) }),
        row.Constant / unit,
        row.IsEquality);

    /// <summary>Gram matrix from these units to those of the statement.</summary>
    /// <param name="gram">d x d.</param>
    public double[] Gram(double[] gram)
    {
        double[] result = new double[gram.Length];
        for (int i = 0; i < gram.Length; i++)
        {
            result[i] = gram[i] * OfVector(i / _dimension) * OfVector(i % _dimension);
        }

        return result;
    }

    /// <summary>Free values from these units to those of the statement.</summary>
    /// <param name="values">The values.</param>
    public double[] Values(double[] values) => [.. values.Select((value, i) => value * OfValue(i))];

    private static double Power(double log) => Math.ScaleB(1, (int)Math.Round(log));

    private IEnumerable<Equation> Equations(SdpRow row, int unknown)
    {
        foreach (GramTerm t in row.Gram)
        {
            yield return new(_dimension + t.A, _dimension + t.B, unknown, Math.Log2(Math.Abs(t.Coefficient)));
        }

        foreach (ValueTerm t in row.Values)
        {
            yield return new(_dimension + _vectors + t.Index, -1, unknown, Math.Log2(Math.Abs(t.Coefficient)));
        }

        if (row.Constant != 0)
        {
            yield return new(-1, -1, unknown, Math.Log2(Math.Abs(row.Constant)));
        }
    }

    // Conjugate gradients on the normal equations, from zero: where something is undetermined the shortest solution.
    private void Fit()
    {
        Array.Clear(_logs);
        double[] residual = new double[_logs.Length], direction = new double[_logs.Length], image = new double[_logs.Length];
        foreach (Equation e in _equations)
        {
            e.Add(residual, -e.Log);
        }

        residual.CopyTo(direction, 0);
        double square = Square(residual);
        for (int i = 0; i < MostIterations && square > Accuracy * Accuracy; i++)
        {
            Array.Clear(image);
            foreach (Equation e in _equations)
            {
                e.Add(image, e.Linear(direction));
            }

            double curvature = 0;
            for (int j = 0; j < image.Length; j++)
            {
                curvature += direction[j] * image[j];
            }

            double step = square / curvature, before = square;
            for (int j = 0; j < image.Length; j++)
            {
                _logs[j] += step * direction[j];
                residual[j] -= step * image[j];
            }

            square = Square(residual);
            for (int j = 0; j < image.Length; j++)
            {
                direction[j] = residual[j] + (square / before * direction[j]);
            }
        }
    }

    private static double Square(double[] x)
    {
        double sum = 0;
        foreach (double value in x)
        {
            sum += value * value;
        }

        return sum;
    }

    /// <summary>x_A + x_B - x_C + Log = 0; an index of -1 stands for zero.</summary>
    private readonly record struct Equation(int A, int B, int C, double Log)
    {
        public double Rest(double[] x) => Linear(x) + Log;

        public double Linear(double[] x) => At(x, A) + At(x, B) - At(x, C);

        public void Add(double[] target, double amount)
        {
            if (A >= 0)
            {
                target[A] += amount;
            }

            if (B >= 0)
            {
                target[B] += amount;
            }

            if (C >= 0)
            {
                target[C] -= amount;
            }
        }

        private static double At(double[] x, int index) => index < 0 ? 0 : x[index];
    }
}
