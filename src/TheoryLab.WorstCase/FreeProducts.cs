using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>
/// Takes vectors of which only a linear functional matters out of the Gram matrix. If |u|^2 occurs in no constraint, then u can be lengthened at will in a
/// direction of its own, the multipliers' matrix is zero at (u, u), and no interior point exists. But then the products &lt;u, b&gt; are arbitrary numbers: they become
/// free values, and u leaves the Gram matrix. The supremum is the same, since every (G, products) with G positive definite belongs to some u.
/// </summary>
internal sealed class FreeProducts<T>
    where T : struct, INumber<T>
{
    // A coefficient is a product of a few coordinates.
    private const double Rounding = 16.0 / (1L << 53);

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
        bool[] seen = new bool[dimension];
        Mark(objective, seen, anywhere: false);
        foreach (NamedConstraint<T> constraint in constraints)
        {
            // An equality between free values alone would have no Gram part, and no pivot.
            Mark(constraint.Expression, seen, anywhere: constraint.IsEquality);
        }

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

    /// <summary>
    /// Rows that can always be met, whatever the rest: a product occurs nowhere else, or a value does together with a product that follows it everywhere else.
    /// </summary>
    /// <param name="objective">The objective.</param>
    /// <param name="rows">All constraints.</param>
    public HashSet<SdpRow> Vacuous(SdpRow objective, IReadOnlyList<SdpRow> rows)
    {
        HashSet<SdpRow> vacuous = [];
        for (int before = -1; IsActive && before != vacuous.Count;)
        {
            before = vacuous.Count;
            ILookup<int, (SdpRow Row, double Coefficient)> columns = (from row in rows.Append(objective)
                                                                      where !vacuous.Contains(row)
                                                                      from term in row.Values
                                                                      select (term.Index, (row, term.Coefficient))).ToLookup(t => t.Index, t => t.Item2);
            foreach (IGrouping<int, (SdpRow Row, double Coefficient)> product in columns.Where(c => c.Key >= _values))
            {
                if (product.Count() == 1)
                {
                    vacuous.Add(product.First().Row);
                    continue;
                }

                Dictionary<SdpRow, double> own = product.ToDictionary(t => t.Row, t => t.Coefficient);
                foreach (int other in product.First().Row.Values.Select(v => v.Index).Where(v => v != product.Key && columns[v].Count() == own.Count + 1))
                {
                    (SdpRow Row, double Coefficient)[] inside = [.. columns[other].Where(t => own.ContainsKey(t.Row))];
                    double ratio = inside[0].Coefficient / own[inside[0].Row];
                    if (inside.Length == own.Count && inside.All(t => Math.Abs(t.Coefficient - (ratio * own[t.Row])) <= Rounding * Math.Abs(t.Coefficient)))
                    {
                        vacuous.UnionWith(columns[other].Where(t => !own.ContainsKey(t.Row)).Select(t => t.Row));
                    }
                }
            }

            vacuous.Remove(objective);
        }

        return vacuous;
    }

    /// <summary>
    /// Which values only repeat what others do: their columns, over all rows, are combinations of earlier columns, so that they may be taken as zero. Products are
    /// such, and the value of a function of which only differences occur.
    /// Modified Gram-Schmidt, twice. Costs rows times values squared.
    /// </summary>
    /// <param name="rows">All rows, the objective included.</param>
    public HashSet<int> Redundant(IReadOnlyList<SdpRow> rows)
    {
        double[][] columns = [.. Enumerable.Range(0, ValueCount).Select(_ => new double[rows.Count])];
        for (int k = 0; k < rows.Count; k++)
        {
            foreach (ValueTerm term in rows[k].Values)
            {
                columns[term.Index][k] = term.Coefficient;
            }
        }

        HashSet<int> redundant = [];
        List<double[]> independent = [];
        for (int i = 0; i < columns.Length; i++)
        {
            double[] column = columns[i];
            double norm = Math.Sqrt(MatrixKernels.Dot(column, column)), rest = norm;
            for (int pass = 0; pass < 2 && rest > 0; pass++)
            {
                foreach (double[] other in independent)
                {
                    MatrixKernels.AddScaled(-MatrixKernels.Dot(column, other), other, column);
                }

                rest = Math.Sqrt(MatrixKernels.Dot(column, column));
            }

            // What a dependent column leaves is rounding: one unit round-off of the norm per operation of a sum over rows, for each earlier column.
            if (rest > norm * rows.Count * (independent.Count + 1) * ScalarMath.UnitRoundoff<double>())
            {
                independent.Add(Array.ConvertAll(column, c => c / rest));
            }
            else
            {
                redundant.Add(i);
            }
        }

        return redundant;
    }

    private static T At(T[] row, int i) => i < row.Length ? row[i] : T.Zero;

    private void Mark(Form<T> form, bool[] seen, bool anywhere)
    {
        for (int u = 0; u < _dimension; u++)
        {
            T sum = T.Zero, size = T.Zero;
            int terms = 0;
            foreach (Form<T>.Pair pair in form.Pairs)
            {
                T square = pair.Coefficient * At(pair.Left, u) * At(pair.Right, u);
                (sum, size, terms) = (sum + square, size + T.Abs(square), terms + 1);
                seen[u] |= anywhere && !(T.IsZero(At(pair.Left, u)) && T.IsZero(At(pair.Right, u)));
            }

            // Each term is two products, and is added once; its coordinates carry the rounding of the run.
            seen[u] |= ScalarMath.ToDouble(T.Abs(sum)) > 16 * terms * ScalarMath.UnitRoundoff<T>() * ScalarMath.ToDouble(size);
        }
    }

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
