using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TheoryLab.Core;

/// <summary>
/// Sums with a fixed number of lanes and a fixed order of additions: sixteen running sums, element i into lane i mod 16, folded 16 to 8 to 4
/// to 2 to 1, then the tail in order. The result is therefore the same bits on any register width, which library reductions do not promise.
/// </summary>
public static class Reductions
{
    private const int Lanes = 16;

    /// <summary>The sum of x_i y_i. Reads both once; scalars without SIMD are added in index order.</summary>
    /// <typeparam name="T">Scalar.</typeparam>
    /// <param name="x">A vector.</param>
    /// <param name="y">At least as long as x; may be x.</param>
    public static T Dot<T>(ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where T : struct, INumberBase<T>
    {
        y = y[..x.Length];
        T sum = T.Zero;
        int i = 0;
        if (Vector256<T>.IsSupported && Vector256<T>.Count == 4 && x.Length >= Lanes)
        {
            ref T rx = ref MemoryMarshal.GetReference(x), ry = ref MemoryMarshal.GetReference(y);
            Vector256<T> s0 = default, s1 = default, s2 = default, s3 = default;
            for (; i <= x.Length - Lanes; i += Lanes)
            {
                nuint at = (nuint)i;
                s0 += Vector256.LoadUnsafe(ref rx, at) * Vector256.LoadUnsafe(ref ry, at);
                s1 += Vector256.LoadUnsafe(ref rx, at + 4) * Vector256.LoadUnsafe(ref ry, at + 4);
                s2 += Vector256.LoadUnsafe(ref rx, at + 8) * Vector256.LoadUnsafe(ref ry, at + 8);
                s3 += Vector256.LoadUnsafe(ref rx, at + 12) * Vector256.LoadUnsafe(ref ry, at + 12);
            }

            sum = Fold((s0 + s2) + (s1 + s3));
        }

        for (; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }

        return sum;
    }

    /// <summary>The sum of x_i. Reads x once; scalars without SIMD are added in index order.</summary>
    /// <typeparam name="T">Scalar.</typeparam>
    /// <param name="x">A vector.</param>
    public static T Sum<T>(ReadOnlySpan<T> x)
        where T : struct, INumberBase<T>
    {
        T sum = T.Zero;
        int i = 0;
        if (Vector256<T>.IsSupported && Vector256<T>.Count == 4 && x.Length >= Lanes)
        {
            ref T rx = ref MemoryMarshal.GetReference(x);
            Vector256<T> s0 = default, s1 = default, s2 = default, s3 = default;
            for (; i <= x.Length - Lanes; i += Lanes)
            {
                nuint at = (nuint)i;
                s0 += Vector256.LoadUnsafe(ref rx, at);
                s1 += Vector256.LoadUnsafe(ref rx, at + 4);
                s2 += Vector256.LoadUnsafe(ref rx, at + 8);
                s3 += Vector256.LoadUnsafe(ref rx, at + 12);
            }

            sum = Fold((s0 + s2) + (s1 + s3));
        }

        for (; i < x.Length; i++)
        {
            sum += x[i];
        }

        return sum;
    }

    private static T Fold<T>(Vector256<T> s)
        where T : struct, INumberBase<T> => (s[0] + s[2]) + (s[1] + s[3]);
}
