using System.Runtime.InteropServices;

namespace TheoryLab.Core;

/// <summary>
/// Blocked Cholesky factorisation A = L L' of a symmetric positive definite matrix, row-major in place, with triangular solves. Rows appended below
/// the matrix come out as E L^-T, which is what a saddle system needs of its constraint rows (Higham, Accuracy and Stability of Numerical Algorithms,
/// 2002, chapter 10).
/// </summary>
public static class LowerFactor
{
    private const int Block = 64;
    private const int PanelGrain = 64;

    /// <summary>Factors in place: the lower triangle of rows 0..n-1 becomes L, rows n..n+extra-1 become E L^-T. Costs n^3/3 + extra n^2 operations.</summary>
    /// <param name="matrix">n + extra rows of the given stride; the strict upper triangle is not read.</param>
    /// <param name="stride">Distance between rows.</param>
    /// <param name="n">Order.</param>
    /// <param name="extra">Rows appended.</param>
    /// <param name="cancellation">Ends the work between blocks of columns.</param>
    /// <returns>False if a pivot is not positive; the matrix is then partly overwritten.</returns>
    public static bool TryFactor(double[] matrix, int stride, int n, int extra = 0, CancellationToken cancellation = default)
    {
        int rows = n + extra;
        for (int j0 = 0; j0 < n; j0 += Block)
        {
            cancellation.ThrowIfCancellationRequested();
            int first = j0, width = Math.Min(Block, n - j0);
            MatrixKernels.ForRows(rows - first, PanelGrain, (long)(rows - first) * width * first, (from, to) => MatrixKernels.AddProductTransposed(
                matrix.AsSpan(((first + from) * stride) + first), stride, matrix.AsSpan((first + from) * stride), stride, matrix.AsSpan(first * stride), stride, to - from, width, first, -1));
            if (!FactorDiagonal(matrix, stride, first, width))
            {
                return false;
            }

            int below = first + width;
            MatrixKernels.ForRows(rows - below, PanelGrain, (long)(rows - below) * width * width, (from, to) => SolvePanel(matrix, stride, first, width, below + from, below + to));
        }

        return true;
    }

    /// <summary>x &lt;- L^-1 x.</summary>
    /// <param name="factor">L.</param>
    /// <param name="stride">Distance between rows.</param>
    /// <param name="n">Order.</param>
    /// <param name="x">Right-hand side and solution.</param>
    public static void SolveForward(ReadOnlySpan<double> factor, int stride, int n, Span<double> x)
    {
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<double> row = factor.Slice(i * stride, i + 1);
            x[i] = (x[i] - MatrixKernels.Dot(row[..i], x)) / row[i];
        }
    }

    /// <summary>x &lt;- L^-T x.</summary>
    /// <param name="factor">L.</param>
    /// <param name="stride">Distance between rows.</param>
    /// <param name="n">Order.</param>
    /// <param name="x">Right-hand side and solution.</param>
    public static void SolveBackward(ReadOnlySpan<double> factor, int stride, int n, Span<double> x)
    {
        for (int i = n - 1; i >= 0; i--)
        {
            ReadOnlySpan<double> row = factor.Slice(i * stride, i + 1);
            x[i] /= row[i];
            MatrixKernels.AddScaled(-x[i], row[..i], x);
        }
    }

    /// <summary>inverse &lt;- L^-1, lower triangular with zeros above. Costs n^3/3 operations.</summary>
    /// <param name="factor">L, without gaps between rows.</param>
    /// <param name="inverse">Target, n x n.</param>
    /// <param name="n">Order.</param>
    public static void Invert(ReadOnlySpan<double> factor, Span<double> inverse, int n)
    {
        inverse[..(n * n)].Clear();
        for (int i = 0; i < n; i++)
        {
            Span<double> row = inverse.Slice(i * n, i + 1);
            for (int k = 0; k < i; k++)
            {
                MatrixKernels.AddScaled(-factor[(i * n) + k], inverse.Slice(k * n, k + 1), row);
            }

            row[i] += 1;
            double pivot = factor[(i * n) + i];
            for (int j = 0; j <= i; j++)
            {
                row[j] /= pivot;
            }
        }
    }

    private static bool FactorDiagonal(double[] matrix, int stride, int first, int width)
    {
        for (int j = first; j < first + width; j++)
        {
            ReadOnlySpan<double> done = matrix.AsSpan((j * stride) + first, j - first);
            double pivot = matrix[(j * stride) + j] - MatrixKernels.Dot(done, done);
            if (!(pivot > 0 && double.IsFinite(pivot)))
            {
                return false;
            }

            double root = matrix[(j * stride) + j] = Math.Sqrt(pivot);
            for (int i = j + 1; i < first + width; i++)
            {
                double s = matrix[(i * stride) + j] - MatrixKernels.Dot(done, matrix.AsSpan((i * stride) + first, j - first));
                matrix[(i * stride) + j] = s / root;
            }
        }

        return true;
    }

    private static void SolvePanel(double[] matrix, int stride, int first, int width, int from, int to)
    {
        ref double start = ref MemoryMarshal.GetArrayDataReference(matrix);
        for (int i = from; i < to; i++)
        {
            Span<double> row = matrix.AsSpan((i * stride) + first, width);
            for (int j = 0; j < width; j++)
            {
                ref double diagonal = ref System.Runtime.CompilerServices.Unsafe.Add(ref start, ((first + j) * (nint)stride) + first);
                row[j] = (row[j] - MatrixKernels.Dot(ref diagonal, ref row[0], j)) / System.Runtime.CompilerServices.Unsafe.Add(ref diagonal, j);
            }
        }
    }
}
