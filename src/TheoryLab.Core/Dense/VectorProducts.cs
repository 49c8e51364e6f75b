using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TheoryLab.Core;

/// <summary>
/// Products of a dense matrix with a vector, several rows at once so that the vector is read once for all of them. Sums have the lanes and the order of
/// <see cref="Reductions"/>: the result is the same bits as one inner product or one update per row, on every register width. Where a register is narrow, fewer rows
/// go together, which changes nothing but the speed.
/// </summary>
public static class VectorProducts
{
    private const int Lanes = 16;

    /// <summary>y &lt;- A x, each component with the bits of <see cref="Reductions.Dot{T}"/>.</summary>
    /// <param name="a">A.</param>
    /// <param name="x">As many numbers as A has columns.</param>
    /// <param name="y">As many as A has rows; shares no storage with A or x.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Multiply(ReadOnlyMatrixSpan a, ReadOnlySpan<double> x, Span<double> y)
    {
        DenseShapes.CheckVectors(a.Rows, a.Columns, x.Length, y.Length);
        ref double first = ref MemoryMarshal.GetReference(a.Entries), rx = ref MemoryMarshal.GetReference(x);
        int i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            // Sixteen sums need the 32 registers that come with AVX-512. Wider loads were slower: they straddle cache lines.
            for (; i <= a.Rows - 4; i += 4)
            {
                FourRows(ref Unsafe.Add(ref first, (nint)i * a.Stride), a.Stride, ref rx, x.Length, y.Slice(i, 4));
            }
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            for (; i <= a.Rows - 2; i += 2)
            {
                TwoRows(ref Unsafe.Add(ref first, (nint)i * a.Stride), a.Stride, ref rx, x.Length, y.Slice(i, 2));
            }
        }

        for (; i < a.Rows; i++)
        {
            y[i] = Reductions.Dot<double>(a.Row(i), x);
        }
    }

    /// <summary>y &lt;- A'x, adding x_i times row i in order of i.</summary>
    /// <param name="a">A.</param>
    /// <param name="x">As many numbers as A has rows.</param>
    /// <param name="y">As many as A has columns; shares no storage with A or x.</param>
    public static void MultiplyTransposed(ReadOnlyMatrixSpan a, ReadOnlySpan<double> x, Span<double> y)
    {
        DenseShapes.CheckVectors(a.Columns, a.Rows, x.Length, y.Length);
        y.Clear();
        AddRows(a, x, y);
    }

    /// <summary>y &lt;- y + A'x, adding x_i times row i in order of i.</summary>
    /// <param name="a">A.</param>
    /// <param name="x">As many numbers as A has rows.</param>
    /// <param name="y">As many as A has columns; shares no storage with A or x.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddRows(ReadOnlyMatrixSpan a, ReadOnlySpan<double> x, Span<double> y)
    {
        DenseShapes.CheckVectors(a.Columns, a.Rows, x.Length, y.Length);
        ref double first = ref MemoryMarshal.GetReference(a.Entries);
        int i = 0;
        for (; i <= a.Rows - 4; i += 4)
        {
            AddFourRows(ref Unsafe.Add(ref first, (nint)i * a.Stride), a.Stride, x.Slice(i, 4), y);
        }

        for (; i < a.Rows; i++)
        {
            HostKernels.Combine(y, 1, y, x[i], a.Row(i));
        }
    }

    /// <summary>y &lt;- A x for symmetric A; a row of the lower triangle serves as row and as column in one pass.</summary>
    /// <param name="a">Square; the lower triangle is read.</param>
    /// <param name="x">As many numbers as A has rows.</param>
    /// <param name="y">As many; shares no storage with A or x.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MultiplySymmetric(ReadOnlyMatrixSpan a, ReadOnlySpan<double> x, Span<double> y)
    {
        DenseShapes.CheckSquare(a);
        DenseShapes.CheckVectors(a.Rows, a.Columns, x.Length, y.Length);
        y.Clear();
        for (int i = 0; i < a.Rows; i++)
        {
            ReadOnlySpan<double> row = a.Row(i);
            y[i] = DotAndAdd(row[..i], x, x[i], y) + (row[i] * x[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourRows(ref double a, int stride, ref double x, int length, Span<double> y)
    {
        ref double b = ref Unsafe.Add(ref a, stride), c = ref Unsafe.Add(ref b, stride), d = ref Unsafe.Add(ref c, stride);
        Vector256<double> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
        Vector256<double> c0 = default, c1 = default, c2 = default, c3 = default, d0 = default, d1 = default, d2 = default, d3 = default;
        int j = 0;
        for (; j <= length - Lanes; j += Lanes)
        {
            nuint at = (nuint)j;
            Vector256<double> v = Vector256.LoadUnsafe(ref x, at);
            a0 += Vector256.LoadUnsafe(ref a, at) * v;
            b0 += Vector256.LoadUnsafe(ref b, at) * v;
            c0 += Vector256.LoadUnsafe(ref c, at) * v;
            d0 += Vector256.LoadUnsafe(ref d, at) * v;
            v = Vector256.LoadUnsafe(ref x, at + 4);
            a1 += Vector256.LoadUnsafe(ref a, at + 4) * v;
            b1 += Vector256.LoadUnsafe(ref b, at + 4) * v;
            c1 += Vector256.LoadUnsafe(ref c, at + 4) * v;
            d1 += Vector256.LoadUnsafe(ref d, at + 4) * v;
            v = Vector256.LoadUnsafe(ref x, at + 8);
            a2 += Vector256.LoadUnsafe(ref a, at + 8) * v;
            b2 += Vector256.LoadUnsafe(ref b, at + 8) * v;
            c2 += Vector256.LoadUnsafe(ref c, at + 8) * v;
            d2 += Vector256.LoadUnsafe(ref d, at + 8) * v;
            v = Vector256.LoadUnsafe(ref x, at + 12);
            a3 += Vector256.LoadUnsafe(ref a, at + 12) * v;
            b3 += Vector256.LoadUnsafe(ref b, at + 12) * v;
            c3 += Vector256.LoadUnsafe(ref c, at + 12) * v;
            d3 += Vector256.LoadUnsafe(ref d, at + 12) * v;
        }

        // No call while the sums are alive: it would put them into memory, in the loop as well.
        double s = Fold((a0 + a2) + (a1 + a3)), t = Fold((b0 + b2) + (b1 + b3)), u = Fold((c0 + c2) + (c1 + c3)), w = Fold((d0 + d2) + (d1 + d3));
        for (; j < length; j++)
        {
            double xj = Unsafe.Add(ref x, j);
            s += Unsafe.Add(ref a, j) * xj;
            t += Unsafe.Add(ref b, j) * xj;
            u += Unsafe.Add(ref c, j) * xj;
            w += Unsafe.Add(ref d, j) * xj;
        }

        (y[0], y[1], y[2], y[3]) = (s, t, u, w);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TwoRows(ref double a, int stride, ref double x, int length, Span<double> y)
    {
        ref double b = ref Unsafe.Add(ref a, stride);
        Vector256<double> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
        int j = 0;
        for (; j <= length - Lanes; j += Lanes)
        {
            nuint at = (nuint)j;
            Vector256<double> v = Vector256.LoadUnsafe(ref x, at);
            a0 += Vector256.LoadUnsafe(ref a, at) * v;
            b0 += Vector256.LoadUnsafe(ref b, at) * v;
            v = Vector256.LoadUnsafe(ref x, at + 4);
            a1 += Vector256.LoadUnsafe(ref a, at + 4) * v;
            b1 += Vector256.LoadUnsafe(ref b, at + 4) * v;
            v = Vector256.LoadUnsafe(ref x, at + 8);
            a2 += Vector256.LoadUnsafe(ref a, at + 8) * v;
            b2 += Vector256.LoadUnsafe(ref b, at + 8) * v;
            v = Vector256.LoadUnsafe(ref x, at + 12);
            a3 += Vector256.LoadUnsafe(ref a, at + 12) * v;
            b3 += Vector256.LoadUnsafe(ref b, at + 12) * v;
        }

        double s = Fold((a0 + a2) + (a1 + a3)), t = Fold((b0 + b2) + (b1 + b3));
        for (; j < length; j++)
        {
            double xj = Unsafe.Add(ref x, j);
            s += Unsafe.Add(ref a, j) * xj;
            t += Unsafe.Add(ref b, j) * xj;
        }

        (y[0], y[1]) = (s, t);
    }

    /// <summary>y &lt;- (((y + x_0 r_0) + x_1 r_1) + x_2 r_2) + x_3 r_3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddFourRows(ref double a, int stride, ReadOnlySpan<double> x, Span<double> y)
    {
        ref double b = ref Unsafe.Add(ref a, stride), c = ref Unsafe.Add(ref b, stride), d = ref Unsafe.Add(ref c, stride), ry = ref MemoryMarshal.GetReference(y);
        Vector512<double> x0 = Vector512.Create(x[0]), x1 = Vector512.Create(x[1]), x2 = Vector512.Create(x[2]), x3 = Vector512.Create(x[3]);
        int j = 0;
        for (; j <= y.Length - 8; j += 8)
        {
            nuint at = (nuint)j;
            ((((Vector512.LoadUnsafe(ref ry, at) + (x0 * Vector512.LoadUnsafe(ref a, at))) + (x1 * Vector512.LoadUnsafe(ref b, at)))
                + (x2 * Vector512.LoadUnsafe(ref c, at))) + (x3 * Vector512.LoadUnsafe(ref d, at))).StoreUnsafe(ref ry, at);
        }

        for (; j < y.Length; j++)
        {
            y[j] = (((y[j] + (x[0] * Unsafe.Add(ref a, j))) + (x[1] * Unsafe.Add(ref b, j))) + (x[2] * Unsafe.Add(ref c, j))) + (x[3] * Unsafe.Add(ref d, j));
        }
    }

    /// <summary>y &lt;- y + s row, and the inner product of the row with x; both over the row's length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double DotAndAdd(ReadOnlySpan<double> row, ReadOnlySpan<double> x, double s, Span<double> y)
    {
        ref double rr = ref MemoryMarshal.GetReference(row), rx = ref MemoryMarshal.GetReference(x), ry = ref MemoryMarshal.GetReference(y);
        Vector512<double> scale = Vector512.Create(s), low = default, high = default;
        int j = 0;
        for (; j <= row.Length - Lanes; j += Lanes)
        {
            nuint at = (nuint)j;
            Vector512<double> r0 = Vector512.LoadUnsafe(ref rr, at), r1 = Vector512.LoadUnsafe(ref rr, at + 8);
            low += r0 * Vector512.LoadUnsafe(ref rx, at);
            high += r1 * Vector512.LoadUnsafe(ref rx, at + 8);
            (Vector512.LoadUnsafe(ref ry, at) + (scale * r0)).StoreUnsafe(ref ry, at);
            (Vector512.LoadUnsafe(ref ry, at + 8) + (scale * r1)).StoreUnsafe(ref ry, at + 8);
        }

        double sum = Fold(low + high);
        for (; j < row.Length; j++)
        {
            sum += row[j] * x[j];
            y[j] += s * row[j];
        }

        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Fold(Vector512<double> s) => Fold(s.GetLower() + s.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Fold(Vector256<double> s) => (s[0] + s[2]) + (s[1] + s[3]);
}
