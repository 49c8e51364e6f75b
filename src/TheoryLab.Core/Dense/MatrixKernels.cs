using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TheoryLab.Core;

/// <summary>
/// Kernels on row-major dense matrices in doubles. Everything that costs is written as C += s A B' over long contiguous rows, in register tiles of
/// 4 x 4 with fused multiply-adds. Each entry of the result is computed by one thread in a fixed order, so that results depend neither on the
/// number of threads nor on the register width.
/// </summary>
public static class MatrixKernels
{
    // Rows of A and B of this many columns stay in the first-level cache while a tile row is swept.
    private const int ColumnBlock = 512;

    // Below this many multiplications a second thread costs more than it saves (measured: about 50 microseconds to start one).
    private const long ParallelWork = 400_000;

    private const int RowsPerTask = 16;

    /// <summary>C &lt;- C + s A B', with C m x n, A m x k and B n x k. Costs 2 m n k operations.</summary>
    /// <param name="c">Starts at C's first entry; may share no storage with A or B, except rows that are not touched.</param>
    /// <param name="strideC">Distance between rows of C.</param>
    /// <param name="a">Starts at A's first entry.</param>
    /// <param name="strideA">Distance between rows of A.</param>
    /// <param name="b">Starts at B's first entry; may be A.</param>
    /// <param name="strideB">Distance between rows of B.</param>
    /// <param name="m">Rows of C.</param>
    /// <param name="n">Columns of C.</param>
    /// <param name="k">Columns of A and B.</param>
    /// <param name="s">Factor.</param>
    public static void AddProductTransposed(Span<double> c, int strideC, ReadOnlySpan<double> a, int strideA, ReadOnlySpan<double> b, int strideB, int m, int n, int k, double s)
    {
        ref double rc = ref MemoryMarshal.GetReference(c), ra = ref MemoryMarshal.GetReference(a), rb = ref MemoryMarshal.GetReference(b);
        for (int k0 = 0; k0 < k; k0 += ColumnBlock)
        {
            int width = Math.Min(ColumnBlock, k - k0);
            for (int j = 0; j < n; j += 4)
            {
                for (int i = 0; i < m; i += 4)
                {
                    ref double target = ref Unsafe.Add(ref rc, (nint)i * strideC + j);
                    ref double left = ref Unsafe.Add(ref ra, (nint)i * strideA + k0);
                    ref double right = ref Unsafe.Add(ref rb, (nint)j * strideB + k0);
                    if (i + 4 <= m && j + 4 <= n)
                    {
                        Tile(ref target, strideC, ref left, strideA, ref right, strideB, width, s);
                    }
                    else
                    {
                        Edge(ref target, strideC, ref left, strideA, ref right, strideB, Math.Min(4, m - i), Math.Min(4, n - j), width, s);
                    }
                }
            }
        }
    }

    /// <summary>C &lt;- A B', with C m x n, A m x k and B n x k, all without gaps between rows. Uses several threads where it pays.</summary>
    /// <param name="c">Target; shares no storage with A or B.</param>
    /// <param name="a">A.</param>
    /// <param name="b">B; may be A.</param>
    /// <param name="m">Rows of C.</param>
    /// <param name="n">Columns of C.</param>
    /// <param name="k">Columns of A and B.</param>
    public static void ProductTransposed(double[] c, double[] a, double[] b, int m, int n, int k)
    {
        Array.Clear(c, 0, m * n);
        ForRows(m, RowsPerTask, (long)m * n * k, (from, to) =>
            AddProductTransposed(c.AsSpan(from * n), n, a.AsSpan(from * k), k, b, k, to - from, n, k, 1));
    }

    /// <summary>The sum of x_i y_i with fused multiply-adds in eight lanes.</summary>
    /// <param name="x">A vector.</param>
    /// <param name="y">At least as long as x.</param>
    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y) =>
        Dot(ref MemoryMarshal.GetReference(x), ref MemoryMarshal.GetReference(y[..x.Length]), x.Length);

    /// <summary>y &lt;- y + a x.</summary>
    /// <param name="a">Factor.</param>
    /// <param name="x">A vector.</param>
    /// <param name="y">Target, at least as long as x; may be x.</param>
    public static void AddScaled(double a, ReadOnlySpan<double> x, Span<double> y)
    {
        ref double rx = ref MemoryMarshal.GetReference(x), ry = ref MemoryMarshal.GetReference(y[..x.Length]);
        Vector512<double> va = Vector512.Create(a);
        int i = 0;
        for (; i <= x.Length - 8; i += 8)
        {
            Vector512.FusedMultiplyAdd(va, Vector512.LoadUnsafe(ref rx, (nuint)i), Vector512.LoadUnsafe(ref ry, (nuint)i)).StoreUnsafe(ref ry, (nuint)i);
        }

        for (; i < x.Length; i++)
        {
            Unsafe.Add(ref ry, i) = Math.FusedMultiplyAdd(a, Unsafe.Add(ref rx, i), Unsafe.Add(ref ry, i));
        }
    }

    /// <summary>Runs a body over ranges of rows, on several threads if the work is worth it; ranges do not overlap.</summary>
    /// <param name="rows">Number of rows.</param>
    /// <param name="grain">Fewest rows of a range.</param>
    /// <param name="work">Multiplications of the whole call.</param>
    /// <param name="body">From a row, to a row (exclusive).</param>
    public static void ForRows(int rows, int grain, long work, Action<int, int> body)
    {
        int tasks = work < ParallelWork ? 1 : Math.Min(2 * Environment.ProcessorCount, rows / grain);
        if (tasks <= 1)
        {
            body(0, rows);
            return;
        }

        Parallel.For(0, tasks, t => body((int)((long)rows * t / tasks), (int)((long)rows * (t + 1) / tasks)));
    }

    internal static double Dot(ref double x, ref double y, int length)
    {
        Vector512<double> sums = default;
        int i = 0;
        for (; i <= length - 8; i += 8)
        {
            sums = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref x, (nuint)i), Vector512.LoadUnsafe(ref y, (nuint)i), sums);
        }

        double sum = Fold(sums);
        for (; i < length; i++)
        {
            sum = Math.FusedMultiplyAdd(Unsafe.Add(ref x, i), Unsafe.Add(ref y, i), sum);
        }

        return sum;
    }

    private static void Tile(ref double c, int strideC, ref double a, int strideA, ref double b, int strideB, int k, double s)
    {
        ref double a1 = ref Unsafe.Add(ref a, strideA), a2 = ref Unsafe.Add(ref a1, strideA), a3 = ref Unsafe.Add(ref a2, strideA);
        ref double b1 = ref Unsafe.Add(ref b, strideB), b2 = ref Unsafe.Add(ref b1, strideB), b3 = ref Unsafe.Add(ref b2, strideB);
        Vector512<double> c00 = default, c01 = default, c02 = default, c03 = default, c10 = default, c11 = default, c12 = default, c13 = default;
        Vector512<double> c20 = default, c21 = default, c22 = default, c23 = default, c30 = default, c31 = default, c32 = default, c33 = default;
        int p = 0;
        for (; p <= k - 8; p += 8)
        {
            nuint at = (nuint)p;
            Vector512<double> x0 = Vector512.LoadUnsafe(ref a, at), x1 = Vector512.LoadUnsafe(ref a1, at), x2 = Vector512.LoadUnsafe(ref a2, at), x3 = Vector512.LoadUnsafe(ref a3, at);
            Vector512<double> y = Vector512.LoadUnsafe(ref b, at);
            (c00, c10) = (Vector512.FusedMultiplyAdd(x0, y, c00), Vector512.FusedMultiplyAdd(x1, y, c10));
            (c20, c30) = (Vector512.FusedMultiplyAdd(x2, y, c20), Vector512.FusedMultiplyAdd(x3, y, c30));
            y = Vector512.LoadUnsafe(ref b1, at);
            (c01, c11) = (Vector512.FusedMultiplyAdd(x0, y, c01), Vector512.FusedMultiplyAdd(x1, y, c11));
            (c21, c31) = (Vector512.FusedMultiplyAdd(x2, y, c21), Vector512.FusedMultiplyAdd(x3, y, c31));
            y = Vector512.LoadUnsafe(ref b2, at);
            (c02, c12) = (Vector512.FusedMultiplyAdd(x0, y, c02), Vector512.FusedMultiplyAdd(x1, y, c12));
            (c22, c32) = (Vector512.FusedMultiplyAdd(x2, y, c22), Vector512.FusedMultiplyAdd(x3, y, c32));
            y = Vector512.LoadUnsafe(ref b3, at);
            (c03, c13) = (Vector512.FusedMultiplyAdd(x0, y, c03), Vector512.FusedMultiplyAdd(x1, y, c13));
            (c23, c33) = (Vector512.FusedMultiplyAdd(x2, y, c23), Vector512.FusedMultiplyAdd(x3, y, c33));
        }

        Span<double> sums =
        [
            Fold(c00), Fold(c01), Fold(c02), Fold(c03), Fold(c10), Fold(c11), Fold(c12), Fold(c13),
            Fold(c20), Fold(c21), Fold(c22), Fold(c23), Fold(c30), Fold(c31), Fold(c32), Fold(c33),
        ];
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < 4; j++)
            {
                double sum = sums[(4 * i) + j];
                for (int q = p; q < k; q++)
                {
                    sum = Math.FusedMultiplyAdd(Unsafe.Add(ref a, ((nint)i * strideA) + q), Unsafe.Add(ref b, ((nint)j * strideB) + q), sum);
                }

                Unsafe.Add(ref c, ((nint)i * strideC) + j) += s * sum;
            }
        }
    }

    private static void Edge(ref double c, int strideC, ref double a, int strideA, ref double b, int strideB, int m, int n, int k, double s)
    {
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < n; j++)
            {
                Unsafe.Add(ref c, ((nint)i * strideC) + j) += s * Dot(ref Unsafe.Add(ref a, (nint)i * strideA), ref Unsafe.Add(ref b, (nint)j * strideB), k);
            }
        }
    }

    // 8 to 4 to 2 to 1, the same pairs on every machine.
    private static double Fold(Vector512<double> v)
    {
        Vector256<double> half = v.GetLower() + v.GetUpper();
        Vector128<double> quarter = half.GetLower() + half.GetUpper();
        return quarter[0] + quarter[1];
    }
}
