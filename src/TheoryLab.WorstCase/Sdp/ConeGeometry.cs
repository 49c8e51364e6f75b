using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>A positive definite matrix by its Cholesky factor: inverse, and how far one can go in a direction.</summary>
internal sealed class ConeGeometry(int d)
{
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

    /// <summary>result &lt;- X^-1 = L^-T L^-1.</summary>
    public void Inverse(double[] result)
    {
        for (int i = 0; i < d; i++)
        {
            for (int j = 0; j < d; j++)
            {
                _work[(j * d) + i] = _inverseFactor[(i * d) + j];
            }
        }

        MatrixKernels.ProductTransposed(result, _work, _work, d, d, d);
    }

    /// <summary>The largest t with X + t D positive semidefinite; infinite if D is.</summary>
    public double Length(double[] direction, double accuracy)
    {
        // L^-1 D L^-T has smallest eigenvalue -1/t.
        MatrixKernels.ProductTransposed(_work, _inverseFactor, direction, d, d, d);
        MatrixKernels.ProductTransposed(_work2, _work, _inverseFactor, d, d, d);
        double smallest = SymmetricEigenvalue.Smallest(_work2, d, _scratch, accuracy);
        return smallest < 0 ? -1 / smallest : double.PositiveInfinity;
    }
}
