using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>
/// maximise &lt;C, G&gt; + c'F + const over Gram matrices G = positive semidefinite and free values F, subject to rows at most (or equal to) zero. Rows
/// speak of inner products of the n vectors of one table V (n x d, in coordinates of the d base vectors), never of dense matrices.
/// </summary>
public sealed class SemidefiniteProgram
{
    private readonly double[] _vectorsTransposed;
    private readonly double[] _half;
    private readonly double[] _weights;

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
        _vectorsTransposed = new double[vectors.Length];
        for (int i = 0; i < VectorCount; i++)
        {
            for (int j = 0; j < dimension; j++)
            {
                _vectorsTransposed[(j * VectorCount) + i] = vectors[(i * dimension) + j];
            }
        }

        _half = new double[VectorCount * dimension];
        _weights = new double[VectorCount * VectorCount];
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

    /// <summary>table &lt;- V X V' for a symmetric X: every inner product of two vectors. Costs 2 n d (n + d) operations.</summary>
    internal void InnerProducts(double[] x, double[] table)
    {
        MatrixKernels.ProductTransposed(_half, Vectors, x, VectorCount, Dimension, Dimension);
        MatrixKernels.ProductTransposed(table, _half, Vectors, VectorCount, VectorCount, Dimension);
    }

    /// <summary>result &lt;- sum of multiplier times the row's matrix, minus objectiveWeight C. Costs 2 n d (n + d) operations.</summary>
    internal void Adjoint(ReadOnlySpan<double> multipliers, double objectiveWeight, double[] result)
    {
        Array.Clear(_weights);
        for (int k = 0; k < Rows.Count; k++)
        {
            Accumulate(Rows[k], multipliers[k]);
        }

        Accumulate(Objective, -objectiveWeight);
        int d = Dimension;
        MatrixKernels.ProductTransposed(_half, _vectorsTransposed, _weights, d, VectorCount, VectorCount);
        MatrixKernels.ProductTransposed(result, _half, _vectorsTransposed, d, d, VectorCount);
        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j < i; j++)
            {
                result[(i * d) + j] = result[(j * d) + i] = 0.5 * (result[(i * d) + j] + result[(j * d) + i]);
            }
        }
    }

    private void Accumulate(SdpRow row, double multiplier)
    {
        if (multiplier == 0)
        {
            return;
        }

        foreach (GramTerm t in row.Gram)
        {
            double half = multiplier * t.Coefficient / 2;
            _weights[(t.A * VectorCount) + t.B] += half;
            _weights[(t.B * VectorCount) + t.A] += half;
        }
    }
}
