namespace TheoryLab.Core;

/// <summary>
/// The smallest eigenvalue of a symmetric matrix without eigenvectors: Householder tridiagonal form, then bisection on the signs of a Sturm sequence
/// (Golub and Van Loan, Matrix Computations, 2013, sections 8.3 and 8.4).
/// </summary>
public static class SymmetricEigenvalue
{
    private const double UnitRoundoff = 1.0 / (1L << 53);

    /// <summary>A lower bound on the smallest eigenvalue, within the given relative accuracy or a few roundings of the norm. Costs 4 n^3/3 operations.</summary>
    /// <param name="matrix">Row-major n x n, of which the lower triangle is read; overwritten.</param>
    /// <param name="n">Order.</param>
    /// <param name="scratch">At least 3 n numbers.</param>
    /// <param name="accuracy">Relative accuracy.</param>
    public static double Smallest(Span<double> matrix, int n, Span<double> scratch, double accuracy)
    {
        Span<double> diagonal = scratch[..n], off = scratch.Slice(n, n), w = scratch.Slice(2 * n, n);
        Tridiagonalize(matrix, n, diagonal, off, w);
        double low = double.PositiveInfinity, high = double.PositiveInfinity, norm = 0;
        for (int i = 0; i < n; i++)
        {
            double radius = (i > 0 ? Math.Abs(off[i]) : 0) + (i + 1 < n ? Math.Abs(off[i + 1]) : 0);
            low = Math.Min(low, diagonal[i] - radius);
            high = Math.Min(high, diagonal[i]);
            norm = Math.Max(norm, Math.Abs(diagonal[i]) + radius);
        }

        while (high - low > Math.Max(accuracy * Math.Abs(high), 8 * UnitRoundoff * norm))
        {
            double middle = low + ((high - low) / 2);
            (low, high) = HasEigenvalueBelow(middle, diagonal, off, n) ? (low, middle) : (middle, high);
        }

        return low;
    }

    private static void Tridiagonalize(Span<double> a, int n, Span<double> diagonal, Span<double> off, Span<double> w)
    {
        off[0] = 0;
        for (int k = n - 1; k >= 1; k--)
        {
            // H = I - v v'/h maps row k to (0, .., 0, beta).
            Span<double> v = a.Slice(k * n, k);
            double alpha = v[k - 1], squares = MatrixKernels.Dot(v, v);
            diagonal[k] = a[(k * n) + k];
            if (squares - (alpha * alpha) <= 0 || k == 1)
            {
                off[k] = alpha;
                continue;
            }

            double beta = alpha > 0 ? -Math.Sqrt(squares) : Math.Sqrt(squares), h = squares - (alpha * beta);
            off[k] = beta;
            v[k - 1] = alpha - beta;
            Span<double> p = w[..k];
            p.Clear();
            for (int i = 0; i < k; i++)
            {
                Span<double> row = a.Slice(i * n, i + 1);
                p[i] += MatrixKernels.Dot(row, v);
                MatrixKernels.AddScaled(v[i], row[..i], p);
            }

            double q = MatrixKernels.Dot(p, v) / (2 * h * h);
            for (int i = 0; i < k; i++)
            {
                p[i] = (p[i] / h) - (q * v[i]);
            }

            for (int i = 0; i < k; i++)
            {
                Span<double> row = a.Slice(i * n, i + 1);
                MatrixKernels.AddScaled(-v[i], p[..(i + 1)], row);
                MatrixKernels.AddScaled(-p[i], v[..(i + 1)], row);
            }
        }

        diagonal[0] = a[0];
    }

    private static bool HasEigenvalueBelow(double x, ReadOnlySpan<double> diagonal, ReadOnlySpan<double> off, int n)
    {
        double q = diagonal[0] - x;
        for (int i = 1; i < n && q >= 0; i++)
        {
            // A zero pivot is moved by less than a rounding, which keeps the count right.
            q = diagonal[i] - x - (off[i] * off[i] / (q == 0 ? double.Epsilon : q));
        }

        return q < 0;
    }
}
