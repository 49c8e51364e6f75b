using System.Numerics;

namespace TheoryLab.WorstCase;

/// <summary>
/// Takes vectors of which only a linear functional matters out of the Gram matrix. If |u|^2 occurs in no constraint, then u can be lengthened at will in a
/// direction of its own, the multipliers' matrix is zero at (u, u), and no interior point exists. But then the products &lt;u, b&gt; are arbitrary numbers: they become
/// free values, and u leaves the Gram matrix. The supremum is the same, since every (G, products) with G positive definite belongs to some u.
/// </summary>
internal sealed class FreeProducts<T>
    where T : struct, INumber<T>
{
    private readonly int _dimension;
    private readonly int _values;
    private readonly int[] _kept;
    private readonly Dictionary<(int U, int B), int> _products = [];
    private readonly Dictionary<T[], T[]> _rows = new(ReferenceEqualityComparer.Instance);

    /// <summary>Looks for such vectors.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="constraints">All constraints.</param>
    /// <param name="dimension">Number of base vectors.</param>
    /// <param name="values">Number of free values.</param>
    public FreeProducts(Form<T> objective, IEnumerable<NamedConstraint<T>> constraints, int dimension, int values)
    {
        (_dimension, _values) = (dimension, values);
        bool[] seen = FreeVectors.Squared(objective, constraints, dimension);

        // Without a Gram matrix there would be no semidefinite program.
        int next = 0;
        bool none = seen.All(s => !s);
        _kept = [.. seen.Select(s => s || none ? next++ : -1)];
        Dimension = next;
    }

    /// <summary>Number of base vectors that stay.</summary>
    public int Dimension { get; }

    /// <summary>Whether any vector left.</summary>
    public bool IsActive => Dimension < _dimension;

    /// <summary>Number of free values, products included.</summary>
    public int ValueCount => _values + _products.Count;

    /// <summary>What belongs to the base vectors that stay.</summary>
    /// <param name="all">One entry for each base vector.</param>
    public int[] Kept(int[] all) => [.. all.Where((_, i) => _kept[i] >= 0)];

    /// <summary>What belongs to the free values, with a number of its own for each product.</summary>
    /// <param name="all">One entry for each free value that is no product.</param>
    public int[] WithProducts(int[] all) => [.. all, .. Enumerable.Range(all.Append(-1).Max() + 1, _products.Count)];

    /// <summary>The form with products in place of the vectors that left.</summary>
    public Form<T> Reduce(Form<T> form)
    {
        if (!IsActive)
        {
            return form;
        }

        List<Form<T>.Pair> pairs = [];
        Dictionary<int, T> values = [];
        foreach ((int index, T coefficient) in form.Values)
        {
            values[index] = values.GetValueOrDefault(index) + coefficient;
        }

        foreach (Form<T>.Pair pair in form.Pairs)
        {
            pairs.Add(new(pair.Coefficient, Kept(pair.Left), Kept(pair.Right)));
            for (int u = 0; u < _dimension; u++)
            {
                // Products of u with everything after it, and with what stays before it; squares cancel.
                for (int b = 0; _kept[u] < 0 && b < _dimension; b++)
                {
                    if (b != u && (_kept[b] >= 0 || b > u))
                    {
                        T coefficient = pair.Coefficient * ((At(pair.Left, u) * At(pair.Right, b)) + (At(pair.Left, b) * At(pair.Right, u)));
                        if (!T.IsZero(coefficient))
                        {
                            int index = Product(u, b);
                            values[index] = values.GetValueOrDefault(index) + coefficient;
                        }
                    }
                }
            }
        }

        return Form<T>.Of([.. pairs.Where(p => p.Left.Length > 0 && p.Right.Length > 0)], [.. values.Select(v => (v.Key, v.Value))], form.Constant);
    }

    /// <summary>The Gram matrix of all base vectors; the squares of those that left, which nothing bounds from above, are NaN.</summary>
    public double[] Gram(double[] gram, double[] values)
    {
        double[] all = new double[_dimension * _dimension];
        for (int i = 0; i < _dimension; i++)
        {
            for (int j = 0; j < _dimension; j++)
            {
                all[(i * _dimension) + j] = _kept[i] >= 0 && _kept[j] >= 0 ? gram[(_kept[i] * Dimension) + _kept[j]]
                    : i == j ? double.NaN
                    : _products.TryGetValue((i, j), out int index) || _products.TryGetValue((j, i), out index) ? values[index]
                    : 0;
            }
        }

        return all;
    }

    private static T At(T[] row, int i) => i < row.Length ? row[i] : T.Zero;

    private T[] Kept(T[] row)
    {
        if (!_rows.TryGetValue(row, out T[]? kept))
        {
            T[] all = new T[Dimension];
            int length = 0;
            for (int i = 0; i < row.Length; i++)
            {
                if (_kept[i] >= 0 && !T.IsZero(row[i]))
                {
                    (all[_kept[i]], length) = (row[i], _kept[i] + 1);
                }
            }

            _rows[row] = kept = all[..length];
        }

        return kept;
    }

    private int Product(int u, int b)
    {
        (int, int) key = _kept[b] < 0 && b < u ? (b, u) : (u, b);
        if (!_products.TryGetValue(key, out int index))
        {
            _products[key] = index = _values + _products.Count;
        }

        return index;
    }
}
