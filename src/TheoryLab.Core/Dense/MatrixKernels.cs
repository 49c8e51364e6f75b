using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TheoryLab.Core;

/// <summary>
/// Kernels on row-major dense matrices in doubles. Everything that costs is written as C += s A B' over long contiguous rows, in register tiles of
/// 4 x 4 with fused multiply-adds. Each entry of the result is computed by one thread in a fixed order, so that results depend neither on the
/// number of threads nor on the register width. The innermost loops are compiled for speed at once, not after the thirty calls that a first solve waits for.
/// </summary>
public static class MatrixKernels
{
    private const int Lanes = 8;

    // Rows of A and B of this many columns stay in the first-level cache while a tile row is swept.
    private const int ColumnBlock = 512;

    // So many rows of A stay in the second-level cache while the rows of B pass by.
    private const int RowBlock = 64;

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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddProductTransposed(Span<double> c, int strideC, ReadOnlySpan<double> a, int strideA, ReadOnlySpan<double> b, int strideB, int m, int n, int k, double s)
    {
        ref double rc = ref MemoryMarshal.GetReference(c), ra = ref MemoryMarshal.GetReference(a), rb = ref MemoryMarshal.GetReference(b);
        for (int k0 = 0; k0 < k; k0 += ColumnBlock)
        {
            int width = Math.Min(ColumnBlock, k - k0);
            for (int i0 = 0; i0 < m; i0 += RowBlock)
            {
                int height = Math.Min(RowBlock, m - i0);
                Strip(ref Unsafe.Add(ref rc, (nint)i0 * strideC), strideC, ref Unsafe.Add(ref ra, ((nint)i0 * strideA) + k0), strideA, ref Unsafe.Add(ref rb, k0), strideB, height, n, width, s);
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

    /// <summary>Makes a matrix symmetric by copying its lower triangle over the upper one.</summary>
    /// <param name="x">n x n.</param>
    /// <param name="n">Order.</param>
    public static void MirrorLower(double[] x, int n)
    {
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < i; j++)
            {
                x[(j * n) + i] = x[(i * n) + j];
            }
        }
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Dot(ref double x, ref double y, int length)
    {
        if (length < Lanes)
        {
            double few = 0;
            for (int i = 0; i < length; i++)
            {
                few = Math.FusedMultiplyAdd(Unsafe.Add(ref x, i), Unsafe.Add(ref y, i), few);
            }

            return few;
        }

        int next = FirstStep(length);
        Vector512<double> sums = (Vector512.LoadUnsafe(ref x) & FirstLanes(next)) * Vector512.LoadUnsafe(ref y);
        for (; next < length; next += Lanes)
        {
            sums = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref x, (nuint)next), Vector512.LoadUnsafe(ref y, (nuint)next), sums);
        }

        return Fold(sums);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Strip(ref double c, int strideC, ref double a, int strideA, ref double b, int strideB, int m, int n, int k, double s)
    {
        for (int j = 0; j < n; j += 4)
        {
            for (int i = 0; i < m; i += 4)
            {
                ref double target = ref Unsafe.Add(ref c, ((nint)i * strideC) + j), left = ref Unsafe.Add(ref a, (nint)i * strideA), right = ref Unsafe.Add(ref b, (nint)j * strideB);
                if (i + 4 <= m && j + 4 <= n && k >= Lanes)
                {
                    Tile(ref target, strideC, ref left, strideA, ref right, strideB, k, s);
                }
                else
                {
                    Edge(ref target, strideC, ref left, strideA, ref right, strideB, Math.Min(4, m - i), Math.Min(4, n - j), k, s);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile(ref double c, int strideC, ref double a, int strideA, ref double b, int strideB, int k, double s)
    {
        ref double a1 = ref Unsafe.Add(ref a, strideA), a2 = ref Unsafe.Add(ref a1, strideA), a3 = ref Unsafe.Add(ref a2, strideA);
        ref double b1 = ref Unsafe.Add(ref b, strideB), b2 = ref Unsafe.Add(ref b1, strideB), b3 = ref Unsafe.Add(ref b2, strideB);
        Vector512<double> c00 = default, c01 = default, c02 = default, c03 = default, c10 = default, c11 = default, c12 = default, c13 = default;
        Vector512<double> c20 = default, c21 = default, c22 = default, c23 = default, c30 = default, c31 = default, c32 = default, c33 = default;

        // The first step takes what is more than a multiple of eight.
        int next = FirstStep(k);
        Vector512<double> mask = FirstLanes(next);
        Vector512<double> x0 = Vector512.LoadUnsafe(ref a) & mask, x1 = Vector512.LoadUnsafe(ref a1) & mask;
        Vector512<double> x2 = Vector512.LoadUnsafe(ref a2) & mask, x3 = Vector512.LoadUnsafe(ref a3) & mask;
        for (nuint at = 0; ;)
        {
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
            if (next == k)
            {
                break;
            }

            at = (nuint)next;
            next += Lanes;
            (x0, x1) = (Vector512.LoadUnsafe(ref a, at), Vector512.LoadUnsafe(ref a1, at));
            (x2, x3) = (Vector512.LoadUnsafe(ref a2, at), Vector512.LoadUnsafe(ref a3, at));
        }

        AddRow(ref c, c00, c01, c02, c03, s);
        AddRow(ref Unsafe.Add(ref c, strideC), c10, c11, c12, c13, s);
        AddRow(ref Unsafe.Add(ref c, 2 * (nint)strideC), c20, c21, c22, c23, s);
        AddRow(ref Unsafe.Add(ref c, 3 * (nint)strideC), c30, c31, c32, c33, s);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRow(ref double c, Vector512<double> c0, Vector512<double> c1, Vector512<double> c2, Vector512<double> c3, double s)
    {
        c += s * Fold(c0);
        Unsafe.Add(ref c, 1) += s * Fold(c1);
        Unsafe.Add(ref c, 2) += s * Fold(c2);
        Unsafe.Add(ref c, 3) += s * Fold(c3);
    }

    // From 1 to 8, so that a multiple of eight is left of a length of at least eight.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FirstStep(int length) => ((length - 1) % Lanes) + 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> FirstLanes(int count) => Vector512.LessThan(Vector512<long>.Indices, Vector512.Create((long)count)).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Fold(Vector512<double> v)
    {
        Vector256<double> half = v.GetLower() + v.GetUpper();
        Vector128<double> quarter = half.GetLower() + half.GetUpper();
        return quarter[0] + quarter[1];
    }
}
