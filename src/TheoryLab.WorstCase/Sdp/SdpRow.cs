namespace TheoryLab.WorstCase;

/// <summary>coefficient times the inner product of two vectors of the table.</summary>
/// <param name="A">Index of the first vector.</param>
/// <param name="B">Index of the second one, not smaller than A.</param>
/// <param name="Coefficient">Factor.</param>
public readonly record struct GramTerm(int A, int B, double Coefficient);

/// <summary>coefficient times a free value.</summary>
/// <param name="Index">Which value.</param>
/// <param name="Coefficient">Factor.</param>
public readonly record struct ValueTerm(int Index, double Coefficient);

/// <summary>
/// An affine expression in the Gram matrix and the free values: sum of Gram terms + sum of value terms + constant. As a constraint it reads
/// "at most zero" or "equal to zero".
/// </summary>
public sealed class SdpRow
{
    /// <summary>A row whose terms name each pair of vectors, and each value, once.</summary>
    /// <param name="name">What reports call it.</param>
    /// <param name="gram">Gram terms.</param>
    /// <param name="values">Value terms.</param>
    /// <param name="constant">Constant.</param>
    /// <param name="isEquality">Whether it is an equality.</param>
    public SdpRow(string name, GramTerm[] gram, ValueTerm[] values, double constant, bool isEquality)
    {
        (Name, Gram, Values, Constant, IsEquality) = (name, gram, values, constant, isEquality);
        Vectors = [.. gram.SelectMany(t => new[] { t.A, t.B }).Distinct().Order()];
        Weights = new double[Vectors.Length * Vectors.Length];
        foreach (GramTerm t in gram)
        {
            int a = Array.IndexOf(Vectors, t.A), b = Array.IndexOf(Vectors, t.B);
            Weights[(a * Vectors.Length) + b] += t.Coefficient / 2;
            Weights[(b * Vectors.Length) + a] += t.Coefficient / 2;
        }
    }

    private SdpRow(SdpRow row, double factor, ReadOnlySpan<double> unitsOfValues)
    {
        (Name, IsEquality, Vectors, Constant) = (row.Name, row.IsEquality, row.Vectors, factor * row.Constant);
        (Gram, Values, Weights) = ([.. row.Gram], [.. row.Values], [.. row.Weights]);
        for (int i = 0; i < Weights.Length; i++)
        {
            Weights[i] *= factor;
        }

        for (int i = 0; i < Gram.Length; i++)
        {
            Gram[i] = Gram[i] with { Coefficient = factor * Gram[i].Coefficient };
        }

        for (int i = 0; i < Values.Length; i++)
        {
            Values[i] = Values[i] with { Coefficient = factor * unitsOfValues[Values[i].Index] * Values[i].Coefficient };
        }
    }

    /// <summary>What reports call it.</summary>
    public string Name { get; }

    /// <summary>Gram terms.</summary>
    public GramTerm[] Gram { get; }

    /// <summary>Value terms.</summary>
    public ValueTerm[] Values { get; }

    /// <summary>Constant.</summary>
    public double Constant { get; }

    /// <summary>Whether the multiplier may have any sign.</summary>
    public bool IsEquality { get; }

    /// <summary>The r vectors that occur; the matrix of the row is sum over a, b of Weights[a, b] V_a V_b'.</summary>
    internal int[] Vectors { get; }

    /// <summary>Symmetric r x r.</summary>
    internal double[] Weights { get; }

    /// <summary>A multiple of the row, for values in given units.</summary>
    internal SdpRow Scaled(double factor, ReadOnlySpan<double> unitsOfValues) => new(this, factor, unitsOfValues);

    /// <summary>The row without its terms in some free values.</summary>
    internal SdpRow Without(HashSet<int> values) => values.Count == 0 ? this
        : new(Name, Gram, [.. Values.Where(v => !values.Contains(v.Index))], Constant, IsEquality);

    /// <summary>The value of the row at a table of inner products and free values.</summary>
    /// <param name="table">All inner products, n x n.</param>
    /// <param name="n">Number of vectors.</param>
    /// <param name="values">Free values.</param>
    public double Evaluate(ReadOnlySpan<double> table, int n, ReadOnlySpan<double> values) => Constant + Linear(table, n, values);

    /// <summary>The value without the constant.</summary>
    internal double Linear(ReadOnlySpan<double> table, int n, ReadOnlySpan<double> values)
    {
        double sum = GramPart(table, n);
        foreach (ValueTerm t in Values)
        {
            sum += t.Coefficient * values[t.Index];
        }

        return sum;
    }

    /// <summary>The Gram part alone.</summary>
    internal double GramPart(ReadOnlySpan<double> table, int n)
    {
        double sum = 0;
        foreach (GramTerm t in Gram)
        {
            sum += t.Coefficient * table[(t.A * n) + t.B];
        }

        return sum;
    }

    /// <summary>target &lt;- target (or zero) + factor times the coefficients of the values.</summary>
    internal void AddValues(Span<double> target, double factor, bool clear)
    {
        if (clear)
        {
            target.Clear();
        }

        foreach (ValueTerm t in Values)
        {
            target[t.Index] += factor * t.Coefficient;
        }
    }

    /// <summary>The largest coefficient in absolute value, by which residuals are judged.</summary>
    internal double Magnitude() => Gram.Select(t => Math.Abs(t.Coefficient)).Concat(Values.Select(t => Math.Abs(t.Coefficient))).Append(Math.Abs(Constant)).Max();
}
