namespace TheoryLab.Core;

/// <summary>
/// A = L D L' in doubles, in blocks of columns (Golub and Van Loan, Matrix Computations, section 4.2): the work is in products of matrices, which use every number
/// many times while it is in the cache. Inside a block the operations are those of <see cref="LdlFactor{T}"/>, pivots unchecked.
/// </summary>
internal static class BlockedLdl
{
    /// <summary>Columns of a block.</summary>
    public const int Block = 64;

    /// <summary>Numbers of scratch for a matrix of this order.</summary>
    public static int Scratch(int n) => n > Block ? Block * n : n;

    /// <summary>Overwrites the strict lower triangle of A + shift I, n x n, row-major, with L.</summary>
    public static void Factor(double[] rows, double[] pivots, double[] scratch, double shift)
    {
        int n = pivots.Length;
        for (int first = 0; first < n; first += Block)
        {
            int width = Math.Min(Block, n - first), end = first + width;
            Scale(rows, pivots, scratch, first, end);
            for (int i = first; i < n; i += Block)
            {
                // The strict upper triangle of the diagonal block is overwritten with what nobody reads.
                MatrixKernels.AddProductTransposed(rows.AsSpan((i * n) + first), n, rows.AsSpan(i * n), n, scratch, first, Math.Min(Block, n - i), width, first, -1);
            }

            for (int i = first; i < n; i++)
            {
                Span<double> row = rows.AsSpan((i * n) + first, Math.Min(width, i - first)), w = scratch.AsSpan(0, row.Length);
                for (int j = 0; j < w.Length; j++)
                {
                    w[j] = row[j] - Reductions.Dot<double>(w[..j], rows.AsSpan(((first + j) * n) + first, j));
                }

                for (int j = 0; j < w.Length; j++)
                {
                    row[j] = w[j] / pivots[first + j];
                }

                if (i < end)
                {
                    pivots[i] = rows[(i * n) + i] + shift - Reductions.Dot<double>(w, row);
                }
            }
        }
    }

    /// <summary>scratch &lt;- the rows of the block, as far as they are finished, times D.</summary>
    private static void Scale(double[] rows, double[] pivots, double[] scratch, int first, int end)
    {
        for (int j = first; j < end; j++)
        {
            HostKernels.Multiply<double>(scratch.AsSpan((j - first) * first, first), pivots, rows.AsSpan(j * pivots.Length, first));
        }
    }
}
