using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>Turns forms into rows over one table of distinct vectors.</summary>
internal sealed class ProgramBuilder<T>
    where T : struct, INumber<T>
{
    private readonly Dictionary<T[], int> _known = new(new SameCoordinates());
    private readonly List<T[]> _table = [];

    /// <summary>The row of a form; new vectors enter the table.</summary>
    public SdpRow Row(string name, Form<T> form, bool isEquality)
    {
        SortedDictionary<(int A, int B), T> gram = [];
        foreach (Form<T>.Pair pair in form.Pairs)
        {
            int a = Index(pair.Left), b = Index(pair.Right);
            (int, int) key = a <= b ? (a, b) : (b, a);
            gram[key] = gram.GetValueOrDefault(key) + pair.Coefficient;
        }

        SortedDictionary<int, T> values = [];
        foreach ((int index, T coefficient) in form.Values)
        {
            values[index] = values.GetValueOrDefault(index) + coefficient;
        }

        return new(
            name,
            [.. gram.Where(t => !T.IsZero(t.Value)).Select(t => new GramTerm(t.Key.A, t.Key.B, ScalarMath.ToDouble(t.Value)))],
            [.. values.Where(t => !T.IsZero(t.Value)).Select(t => new ValueTerm(t.Key, ScalarMath.ToDouble(t.Value)))],
            ScalarMath.ToDouble(form.Constant),
            isEquality);
    }

    /// <summary>The row that bounds the trace of the Gram matrix in given units.</summary>
    /// <param name="dimension">Number of base vectors.</param>
    /// <param name="bound">The bound.</param>
    /// <param name="units">Units.</param>
    public SdpRow Trace(int dimension, double bound, ProgramUnits units) => new(
        "trace",
        [.. from t in Enumerable.Range(0, dimension).Select(j => (Index: Index([.. new T[j], T.One]), Unit: units.Vectors[j]))
            orderby t.Index
            select new GramTerm(t.Index, t.Index, 1 / (t.Unit * t.Unit))],
        [],
        -bound,
        isEquality: false);

    /// <summary>Units for the vectors met so far.</summary>
    /// <param name="vectorKinds">Which base vectors share a unit.</param>
    /// <param name="valueKinds">Which free values do.</param>
    /// <param name="rows">The rows that decide, the objective included, with their kinds.</param>
    public ProgramUnits Units(int[] vectorKinds, int[] valueKinds, IReadOnlyList<(SdpRow Row, int Kind)> rows)
    {
        double[] ones = new double[vectorKinds.Length];
        Array.Fill(ones, 1);
        return new(Table(ones), vectorKinds, valueKinds, rows);
    }

    /// <summary>The program over all vectors met so far.</summary>
    /// <param name="values">Number of free values.</param>
    /// <param name="rows">Constraints, in the units.</param>
    /// <param name="objective">Objective, in the units.</param>
    /// <param name="units">Units.</param>
    public SemidefiniteProgram Program(int values, IReadOnlyList<SdpRow> rows, SdpRow objective, ProgramUnits units) =>
        new(Table(units.Vectors), units.Vectors.Length, values, rows, objective);

    private double[] Table(ReadOnlySpan<double> units)
    {
        int dimension = units.Length;
        double[] table = new double[_table.Count * dimension];
        for (int i = 0; i < _table.Count; i++)
        {
            for (int j = 0; j < _table[i].Length; j++)
            {
                table[(i * dimension) + j] = ScalarMath.ToDouble(_table[i][j]) * units[j];
            }
        }

        return table;
    }

    private int Index(T[] row)
    {
        if (!_known.TryGetValue(row, out int index))
        {
            _known[row] = index = _table.Count;
            _table.Add(row);
        }

        return index;
    }

    private sealed class SameCoordinates : IEqualityComparer<T[]>
    {
        public bool Equals(T[]? x, T[]? y) => ReferenceEquals(x, y) || x.AsSpan().SequenceEqual(y);

        public int GetHashCode(T[] row)
        {
            HashCode hash = default;
            hash.Add(row.Length);
            if (row.Length > 0)
            {
                hash.Add(row[0]);
                hash.Add(row[^1]);
            }

            return hash.ToHashCode();
        }
    }
}
