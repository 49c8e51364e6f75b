using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>R'R of a symmetric positive definite matrix, in doubles; stored as L = R' row by row.</summary>
internal sealed class CholeskyFactor
{
    private const int Small = 64;
    private readonly double[] _factor;
    private readonly int _n;

    private CholeskyFactor(double[] factor, int n) => (_factor, _n) = (factor, n);

    /// <summary>The factor, or null if a pivot is not positive.</summary>
    /// <param name="matrix">Row-major n x n, of which the lower triangle is read; overwritten.</param>
    /// <param name="n">Its order.</param>
    public static CholeskyFactor? TryFactor(double[] matrix, int n)
    {
        // Larger ones in blocks; a sum of the same terms in another order has the same error bound.
        if (n > Small)
        {
            return LowerFactor.TryFactor(matrix, n, n) ? new(matrix, n) : null;
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double s = matrix[(i * n) + j];
                for (int k = 0; k < j; k++)
                {
                    s -= matrix[(i * n) + k] * matrix[(j * n) + k];
                }

                if (i != j)
                {
                    matrix[(i * n) + j] = s / matrix[(j * n) + j];
                }
                else if (s > 0 && double.IsFinite(s))
                {
                    matrix[(i * n) + i] = Math.Sqrt(s);
                }
                else
                {
                    return null;
                }
            }
        }

        return new(matrix, n);
    }

    /// <summary>The factor of the matrix plus the smallest tried multiple of the identity with which it exists.</summary>
    /// <param name="matrix">Row-major n x n, positive semidefinite up to rounding, finite; left as it is.</param>
    /// <param name="n">Its order.</param>
    public static CholeskyFactor OfShifted(double[] matrix, int n)
    {
        double trace = 0;
        for (int i = 0; i < n; i++)
        {
            trace += matrix[(i * n) + i];
        }

        // Rounding can make a matrix of large condition indefinite by about n u trace.
        for (double shift = 0; ; shift = shift == 0 ? n * trace / (1L << 53) : 2 * shift)
        {
            double[] copy = [.. matrix];
            for (int i = 0; i < n; i++)
            {
                copy[(i * n) + i] += shift;
            }

            if (TryFactor(copy, n) is { } factor)
            {
                return factor;
            }

            if (!double.IsFinite(shift) || !double.IsFinite(trace))
            {
                throw new ArithmeticException("The matrix has entries that are not finite.");
            }
        }
    }

    /// <summary>x &lt;- (R'R)^-1 x.</summary>
    /// <param name="x">Right-hand side and solution.</param>
    public void Solve(Span<double> x)
    {
        for (int i = 0; i < _n; i++)
        {
            for (int k = 0; k < i; k++)
            {
                x[i] -= _factor[(i * _n) + k] * x[k];
            }

            x[i] /= _factor[(i * _n) + i];
        }

        for (int i = _n - 1; i >= 0; i--)
        {
            for (int k = i + 1; k < _n; k++)
            {
                x[i] -= _factor[(k * _n) + i] * x[k];
            }

            x[i] /= _factor[(i * _n) + i];
        }
    }
}
