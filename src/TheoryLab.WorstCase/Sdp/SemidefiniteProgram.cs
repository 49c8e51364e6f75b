namespace TheoryLab.WorstCase;

/// <summary>
/// maximise &lt;C, G&gt; + c'F + const over Gram matrices G = positive semidefinite and free values F, subject to rows at most (or equal to) zero. Rows
/// speak of inner products of the n vectors of one table V (n x d, in coordinates of the d base vectors), never of dense matrices.
/// </summary>
public sealed class SemidefiniteProgram
{
    private readonly VectorTable _table;

    /// <summary>A program; the arrays are kept, not copied.</summary>
    /// <param name="vectors">The table V, n x d row-major.</param>
    /// <param name="dimension">d.</param>
    /// <param name="valueCount">How many free values.</param>
    /// <param name="rows">Constraints.</param>
    /// <param name="objective">What is maximised.</param>
    public SemidefiniteProgram(double[] vectors, int dimension, int valueCount, IReadOnlyList<SdpRow> rows, SdpRow objective)
    {
        (Vectors, Dimension, ValueCount, Rows, Objective) = (vectors, dimension, valueCount, rows, objective);
        VectorCount = vectors.Length / dimension;
        _table = new(vectors, dimension);
    }

    /// <summary>The table V, n x d.</summary>
    public double[] Vectors { get; }

    /// <summary>d, the number of base vectors.</summary>
    public int Dimension { get; }

    /// <summary>n, the number of vectors in the table.</summary>
    public int VectorCount { get; }

    /// <summary>The number of free values.</summary>
    public int ValueCount { get; }

    /// <summary>Constraints.</summary>
    public IReadOnlyList<SdpRow> Rows { get; }

    /// <summary>What is maximised.</summary>
    public SdpRow Objective { get; }

    /// <summary>table &lt;- V X V' for a symmetric X: every inner product of two vectors.</summary>
    internal void InnerProducts(double[] x, double[] table) => _table.InnerProducts(x, table);

    /// <summary>result &lt;- sum of multiplier times the row's matrix, minus objectiveWeight C.</summary>
    internal void Adjoint(ReadOnlySpan<double> multipliers, double objectiveWeight, double[] result)
    {
        _table.Begin(result);
        for (int k = 0; k < Rows.Count; k++)
        {
            _table.Add(result, Rows[k], multipliers[k]);
        }

        _table.Add(result, Objective, -objectiveWeight);
        _table.End(result);
    }
}
