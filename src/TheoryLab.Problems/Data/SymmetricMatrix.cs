using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>A symmetric matrix by its nonzeros, row by row, columns increasing, both triangles.</summary>
/// <typeparam name="T">The scalar.</typeparam>
internal sealed class SymmetricMatrix<T>
    where T : struct, INumberBase<T>
{
    private readonly int[] _start;
    private readonly int[] _column;
    private readonly T[] _value;

    private SymmetricMatrix(int[] start, int[] column, T[] value) => (_start, _column, _value) = (start, column, value);

    /// <summary>n.</summary>
    public int Order => _start.Length - 1;

    /// <summary>An entry, found by bisection in its row.</summary>
    public T this[int i, int j] => Array.BinarySearch(_column, _start[i], _start[i + 1] - _start[i], j) is >= 0 and int at ? _value[at] : T.Zero;

    /// <summary>The matrix with the entries that a row lists, in increasing order of columns.</summary>
    /// <param name="n">Its order.</param>
    /// <param name="row">Columns and entries of a row.</param>
    public static SymmetricMatrix<T> OfRows(int n, Func<int, IEnumerable<(int Column, T Value)>> row)
    {
        int[] start = new int[n + 1];
        List<int> column = [];
        List<T> value = [];
        for (int i = 0; i < n; i++)
        {
            foreach ((int j, T entry) in row(i))
            {
                column.Add(j);
                value.Add(entry);
            }

            start[i + 1] = column.Count;
        }

        return new(start, [.. column], [.. value]);
    }

    /// <summary>The same matrix in another scalar; the pattern is shared.</summary>
    public SymmetricMatrix<TOther> In<TOther>()
        where TOther : struct, INumberBase<TOther> => new(_start, _column, Array.ConvertAll(_value, v => ScalarMath.From<TOther>(ScalarMath.ToDouble(v))));

    /// <summary>result &lt;- A x.</summary>
    public void Multiply(ReadOnlySpan<T> x, Span<T> result)
    {
        for (int i = 0; i < Order; i++)
        {
            result[i] = RowDot(i, x);
        }
    }

    /// <summary>(A x)_i.</summary>
    public T RowDot(int i, ReadOnlySpan<T> x)
    {
        T sum = T.Zero;
        for (int at = _start[i]; at < _start[i + 1]; at++)
        {
            sum += _value[at] * x[_column[at]];
        }

        return sum;
    }

    /// <summary>result &lt;- A M, M and the result n x n row by row.</summary>
    public void MultiplyRows(ReadOnlySpan<T> m, Span<T> result)
    {
        int n = Order;
        result.Clear();
        for (int i = 0; i < n; i++)
        {
            Span<T> row = result.Slice(i * n, n);
            for (int at = _start[i]; at < _start[i + 1]; at++)
            {
                HostKernels.Combine<T>(row, T.One, row, _value[at], m.Slice(_column[at] * n, n));
            }
        }
    }

    /// <summary>y &lt;- y + t A e_i, at the cost of the nonzeros of a column.</summary>
    public void AddColumn(int i, T t, Span<T> y)
    {
        for (int at = _start[i]; at < _start[i + 1]; at++)
        {
            y[_column[at]] += t * _value[at];
        }
    }

    /// <summary>The largest sum of absolute values over a row, as a double.</summary>
    public double LargestRowSum()
    {
        double largest = 0;
        for (int i = 0; i < Order; i++)
        {
            double sum = 0;
            for (int at = _start[i]; at < _start[i + 1]; at++)
            {
                sum += Math.Abs(ScalarMath.ToDouble(_value[at]));
            }

            largest = Math.Max(largest, sum);
        }

        return largest;
    }

    /// <summary>All n x n entries, row by row.</summary>
    public T[] Dense()
    {
        T[] dense = new T[Order * Order];
        for (int i = 0; i < Order; i++)
        {
            for (int at = _start[i]; at < _start[i + 1]; at++)
            {
                dense[(i * Order) + _column[at]] = _value[at];
            }
        }

        return dense;
    }
}
