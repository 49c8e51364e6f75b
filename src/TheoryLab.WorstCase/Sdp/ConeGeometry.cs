using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>A positive definite matrix by its Cholesky factor: inverse, and how far one can go in a direction.</summary>
internal sealed class ConeGeometry(int d)
{
    private const int Block = 16;

    private readonly double[] _factor = new double[d * d];
    private readonly double[] _inverseFactor = new double[d * d];
    private readonly double[] _work = new double[d * d];
    private readonly double[] _work2 = new double[d * d];
    private readonly double[] _scratch = new double[3 * d];

    /// <summary>Factors the matrix X = L L'.</summary>
    public bool TryFactor(double[] matrix)
    {
        matrix.CopyTo(_factor, 0);
        if (!LowerFactor.TryFactor(_factor, d, d))
        {
            return false;
        }

        LowerFactor.Invert(_factor, _inverseFactor, d);
        return true;
    }

    /// <summary>result &lt;- X^-1 = L^-T L^-1. Costs d^3/6 multiplications.</summary>
    public void Inverse(double[] result)
    {
        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j < d; j++)
            {
                _work[(j * d) + i] = _inverseFactor[(i * d) + j];
            }
        }

        // Row i of L^-T starts at i.
        Array.Clear(result);
        for (int i = 0; i < d; i += Block)
        {
            int rows = Math.Min(Block, d - i);
            MatrixKernels.AddProductTransposed(result.AsSpan(i * d), d, _work.AsSpan((i * d) + i), d, _work.AsSpan(i), d, rows, i + rows, d - i, 1);
        }

        MatrixKernels.MirrorLower(result, d);
    }

    /// <summary>The largest t with X + t D positive semidefinite; infinite if D is. Costs about 4 d^3/3 multiplications.</summary>
    public double Length(double[] direction, double accuracy)
    {
        // L^-1 D L^-T has smallest eigenvalue -1/t; row i of L^-1 ends at i, and the lower triangle is all that is read.
        Array.Clear(_work);
        Array.Clear(_work2);
        for (int i = 0; i < d; i += Block)
        {
            int rows = Math.Min(Block, d - i);
            MatrixKernels.AddProductTransposed(_work.AsSpan(i * d), d, _inverseFactor.AsSpan(i * d), d, direction, d, rows, d, i + rows, 1);
        }

        for (int j = 0; j < d; j += Block)
        {
            int columns = Math.Min(Block, d - j);
            MatrixKernels.AddProductTransposed(_work2.AsSpan((j * d) + j), d, _work.AsSpan(j * d), d, _inverseFactor.AsSpan(j * d), d, d - j, columns, j + columns, 1);
        }

        double smallest = SymmetricEigenvalue.Smallest(_work2, d, _scratch, accuracy);
        return smallest < 0 ? -1 / smallest : double.PositiveInfinity;
    }
}
