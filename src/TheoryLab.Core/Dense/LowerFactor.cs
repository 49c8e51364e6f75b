using System.Runtime.CompilerServices;
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
            int first = j0, width = Math.Min(Block, n - j0), below = first + width;
            Update(matrix, stride, first, width, first, below);
            if (FactorDiagonal(matrix, stride, first, width) >= 0)
            {
                return false;
            }

            MatrixKernels.ForRows(rows - below, PanelGrain, (long)(rows - below) * width * (first + width), (from, to) =>
            {
                Update(matrix, stride, first, width, below + from, below + to);
                SolvePanel(matrix, stride, first, width, below + from, below + to);
            });
        }

        return true;
    }

    /// <summary>Factors in place on one thread; the same bits as <see cref="TryFactor"/>.</summary>
    /// <param name="matrix">Square; the lower triangle is read and becomes L, the rest is left as it is.</param>
    /// <returns>-1, or the index of the first pivot that is not positive.</returns>
    public static int Factor(MatrixSpan matrix)
    {
        Span<double> entries = matrix.Entries;
        (int n, int stride) = (matrix.Rows, matrix.Stride);
        for (int first = 0; first < n; first += Block)
        {
            int width = Math.Min(Block, n - first), below = first + width;
            Update(entries, stride, first, width, first, below);
            if (FactorDiagonal(entries, stride, first, width) is >= 0 and int pivot)
            {
                return pivot;
            }

            Update(entries, stride, first, width, below, n);
            SolvePanel(entries, stride, first, width, below, n);
        }

        return -1;
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

    // Columns first..first+width of some rows lose what the columns before them explain. On the diagonal block only the lower triangle is computed.
    private static void Update(Span<double> matrix, int stride, int first, int width, int from, int to)
    {
        if (first == 0 || from == to)
        {
            return;
        }

        ReadOnlySpan<double> block = matrix[(first * stride)..];
        if (from > first)
        {
            MatrixKernels.AddProductTransposed(matrix[((from * stride) + first)..], stride, matrix[(from * stride)..], stride, block, stride, to - from, width, first, -1);
            return;
        }

        for (int i = from; i < to; i += 4)
        {
            int height = Math.Min(4, to - i);
            MatrixKernels.AddProductTransposed(matrix[((i * stride) + first)..], stride, matrix[(i * stride)..], stride, block, stride, height, i - first, first, -1);
            for (int r = i; r < i + height; r++)
            {
                MatrixKernels.AddProductTransposed(matrix[((r * stride) + i)..], stride, matrix[(r * stride)..], stride, matrix[(i * stride)..], stride, 1, r - i + 1, first, -1);
            }
        }
    }

    private static int FactorDiagonal(Span<double> matrix, int stride, int first, int width)
    {
        for (int j = first; j < first + width; j++)
        {
            ReadOnlySpan<double> done = matrix.Slice((j * stride) + first, j - first);
            double pivot = matrix[(j * stride) + j] - MatrixKernels.Dot(done, done);
            if (!(pivot > 0 && double.IsFinite(pivot)))
            {
                return j;
            }

            double root = matrix[(j * stride) + j] = Math.Sqrt(pivot);
            for (int i = j + 1; i < first + width; i++)
            {
                double s = matrix[(i * stride) + j] - MatrixKernels.Dot(done, matrix.Slice((i * stride) + first, j - first));
                matrix[(i * stride) + j] = s / root;
            }
        }

        return -1;
    }

    private static void SolvePanel(Span<double> matrix, int stride, int first, int width, int from, int to)
    {
        ref double start = ref MemoryMarshal.GetReference(matrix);
        for (int i = from; i < to; i++)
        {
            Span<double> row = matrix.Slice((i * stride) + first, width);
            for (int j = 0; j < width; j++)
            {
                ref double diagonal = ref Unsafe.Add(ref start, ((first + j) * (nint)stride) + first);
                row[j] = (row[j] - MatrixKernels.Dot(ref diagonal, ref row[0], j)) / Unsafe.Add(ref diagonal, j);
            }
        }
    }
}
