using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>
/// The table V of all vectors of a program, n x d in coordinates of the base vectors, with the two products that a solve is made of: V X V' and V' K V with a
/// sparse K. Rows with a single entry (gradients, x_0) are looked up and not multiplied, and the others are sorted by their length, the index of the last nonzero
/// entry, beyond which nothing is multiplied (iterate t of a method has no coordinate in later gradients).
/// </summary>
internal sealed class VectorTable
{
    private const int Block = 16;

    private readonly int _d;
    private readonly int _n;

    // Of a row with a single entry: where it is, and what; otherwise -1 and the place among the others.
    private readonly int[] _unit;
    private readonly double[] _entry;
    private readonly int[] _place;

    // The other rows, shortest first, the same transposed, and for every base vector the first of them that is long enough to have it.
    private readonly int[] _long;
    private readonly int[] _lengths;
    private readonly double[] _rows;
    private readonly double[] _columns;
    private readonly int[] _firstWith;

    private readonly double[] _half;
    private readonly double[] _halfTransposed;
    private readonly double[] _products;

    /// <summary>A table.</summary>
    /// <param name="vectors">V, row-major.</param>
    /// <param name="dimension">d.</param>
    public VectorTable(double[] vectors, int dimension)
    {
        (_d, _n) = (dimension, vectors.Length / dimension);
        (_unit, _entry, _place) = (new int[_n], new double[_n], new int[_n]);
        int[] length = new int[_n];
        for (int i = 0; i < _n; i++)
        {
            ReadOnlySpan<double> row = vectors.AsSpan(i * _d, _d);
            int last = row.LastIndexOfAnyExcept(0.0);
            length[i] = last + 1;
            (_unit[i], _entry[i]) = last >= 0 && row[..last].IndexOfAnyExcept(0.0) < 0 ? (last, row[last]) : (-1, 0);
        }

        _long = [.. Enumerable.Range(0, _n).Where(i => _unit[i] < 0).OrderBy(i => length[i])];
        _lengths = Array.ConvertAll(_long, i => length[i]);
        int count = _long.Length;
        (_rows, _half, _columns, _halfTransposed) = (new double[count * _d], new double[count * _d], new double[count * _d], new double[count * _d]);
        _products = new double[count * count];
        for (int p = 0; p < count; p++)
        {
            _place[_long[p]] = p;
            vectors.AsSpan(_long[p] * _d, _d).CopyTo(_rows.AsSpan(p * _d));
        }

        Transpose(_rows, _columns);
        _firstWith = [.. Enumerable.Range(0, _d).Select(j => Array.FindIndex(_lengths, l => l > j) is >= 0 and int p ? p : count)];
    }

    /// <summary>table &lt;- V X V' for a symmetric X: every inner product of two vectors. Costs at most n d (d + n/2) multiplications.</summary>
    /// <param name="x">X, d x d.</param>
    /// <param name="table">Target, n x n.</param>
    public void InnerProducts(double[] x, double[] table)
    {
        int count = _long.Length;
        Array.Clear(_half);
        Array.Clear(_products);
        for (int p = 0; p < count; p += Block)
        {
            int rows = Math.Min(Block, count - p);
            MatrixKernels.AddProductTransposed(_half.AsSpan(p * _d), _d, _rows.AsSpan(p * _d), _d, x, _d, rows, _d, _lengths[p + rows - 1], 1);
        }

        for (int p = 0; p < count; p += Block)
        {
            int rows = Math.Min(Block, count - p);
            MatrixKernels.AddProductTransposed(
                _products.AsSpan((p * count) + p), count, _half.AsSpan(p * _d), _d, _rows.AsSpan(p * _d), _d, count - p, rows, _lengths[p + rows - 1], 1);
        }

        for (int i = 0; i < _n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                table[(i * _n) + j] = table[(j * _n) + i] = InnerProduct(i, j, x);
            }
        }
    }

    /// <summary>Starts a sum of rows' matrices.</summary>
    /// <param name="sum">Where it will be, d x d.</param>
    public void Begin(double[] sum)
    {
        Array.Clear(sum);
        Array.Clear(_half);
    }

    /// <summary>Adds a multiple of a row's matrix to the sum begun.</summary>
    /// <param name="sum">The sum.</param>
    /// <param name="row">The row.</param>
    /// <param name="multiplier">Factor.</param>
    public void Add(double[] sum, SdpRow row, double multiplier)
    {
        if (multiplier == 0)
        {
            return;
        }

        // A term is c (V_a V_b' + V_b V_a')/2. Only the lower triangle is formed; products of two long rows wait in K V.
        foreach (GramTerm t in row.Gram)
        {
            double c = multiplier * t.Coefficient / 2;
            int a = _unit[t.A], b = _unit[t.B];
            if (a >= 0 && b >= 0)
            {
                sum[(Math.Max(a, b) * _d) + Math.Min(a, b)] += (a == b ? 2 : 1) * c * _entry[t.A] * _entry[t.B];
            }
            else if (a < 0 && b < 0)
            {
                AddLong(c, _place[t.B], _half.AsSpan(_place[t.A] * _d));
                AddLong(c, _place[t.A], _half.AsSpan(_place[t.B] * _d));
            }
            else
            {
                AddMixed(sum, c * (a < 0 ? _entry[t.B] : _entry[t.A]), Math.Max(a, b), _place[a < 0 ? t.A : t.B]);
            }
        }
    }

    /// <summary>Ends the sum begun. Costs at most n d^2/2 multiplications.</summary>
    /// <param name="sum">The sum.</param>
    public void End(double[] sum)
    {
        int count = _long.Length;
        Transpose(_half, _halfTransposed);
        for (int i = 0; i < _d; i += Block)
        {
            int rows = Math.Min(Block, _d - i), first = _firstWith[i];
            if (first < count)
            {
                MatrixKernels.AddProductTransposed(
                    sum.AsSpan(i * _d), _d, _columns.AsSpan((i * count) + first), count, _halfTransposed.AsSpan(first), count, rows, i + rows, count - first, 1);
            }
        }

        MatrixKernels.MirrorLower(sum, _d);
    }

    private double InnerProduct(int i, int j, double[] x)
    {
        if (_unit[i] >= 0)
        {
            return _entry[i] * (_unit[j] >= 0 ? _entry[j] * x[(_unit[i] * _d) + _unit[j]] : _half[(_place[j] * _d) + _unit[i]]);
        }

        return _unit[j] >= 0 ? _entry[j] * _half[(_place[i] * _d) + _unit[j]]
            : _products[(Math.Max(_place[i], _place[j]) * _long.Length) + Math.Min(_place[i], _place[j])];
    }

    private void AddLong(double factor, int place, Span<double> target) => MatrixKernels.AddScaled(factor, _rows.AsSpan(place * _d, _lengths[place]), target);

    // c (u e' + e u') for a base vector e.
    private void AddMixed(double[] sum, double c, int e, int place)
    {
        int length = _lengths[place];
        ReadOnlySpan<double> row = _rows.AsSpan(place * _d, length);
        MatrixKernels.AddScaled(c, row[..Math.Min(length, e + 1)], sum.AsSpan(e * _d));
        for (int i = e; i < length; i++)
        {
            sum[(i * _d) + e] += c * row[i];
        }
    }

    private void Transpose(double[] rows, double[] columns)
    {
        int count = _long.Length;
        for (int p = 0; p < count; p++)
        {
            for (int j = 0; j < _d; j++)
            {
                columns[(j * count) + p] = rows[(p * _d) + j];
            }
        }
    }
}
