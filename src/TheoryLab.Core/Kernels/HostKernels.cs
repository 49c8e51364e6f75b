using System.Numerics;
using System.Runtime.InteropServices;

namespace TheoryLab.Core;

/// <summary>
/// Element-wise kernels: one pass, in place, no allocation. Every element is computed by the same operations in the same order, vectorised or
/// not (products and sums are never contracted), so results do not depend on the register width. The target may be any of the inputs.
/// </summary>
public static class HostKernels
{
    /// <summary>z &lt;- a x.</summary>
    /// <typeparam name="T">Scalar.</typeparam>
    /// <param name="z">Target; its length is the length of the operation.</param>
    /// <param name="a">Coefficient.</param>
    /// <param name="x">At least as long as z.</param>
    public static void Combine<T>(Span<T> z, T a, ReadOnlySpan<T> x)
        where T : struct, INumberBase<T>
    {
        x = x[..z.Length];
        int i = 0;
        if (Vector.IsHardwareAccelerated && Vector<T>.IsSupported)
        {
            ref T rz = ref MemoryMarshal.GetReference(z), rx = ref MemoryMarshal.GetReference(x);
            Vector<T> va = new(a);
            for (; i <= z.Length - Vector<T>.Count; i += Vector<T>.Count)
            {
                (va * Vector.LoadUnsafe(ref rx, (nuint)i)).StoreUnsafe(ref rz, (nuint)i);
            }
        }

        for (; i < z.Length; i++)
        {
            z[i] = a * x[i];
        }
    }

    /// <summary>z &lt;- a x + b y.</summary>
    /// <typeparam name="T">Scalar.</typeparam>
    /// <param name="z">Target; its length is the length of the operation.</param>
    /// <param name="a">Coefficient of x.</param>
    /// <param name="x">At least as long as z.</param>
    /// <param name="b">Coefficient of y.</param>
    /// <param name="y">At least as long as z.</param>
    public static void Combine<T>(Span<T> z, T a, ReadOnlySpan<T> x, T b, ReadOnlySpan<T> y)
        where T : struct, INumberBase<T>
    {
        x = x[..z.Length];
        y = y[..z.Length];
        int i = 0;
        if (Vector.IsHardwareAccelerated && Vector<T>.IsSupported)
        {
            ref T rz = ref MemoryMarshal.GetReference(z), rx = ref MemoryMarshal.GetReference(x), ry = ref MemoryMarshal.GetReference(y);
            Vector<T> va = new(a), vb = new(b);
            for (; i <= z.Length - Vector<T>.Count; i += Vector<T>.Count)
            {
                ((va * Vector.LoadUnsafe(ref rx, (nuint)i)) + (vb * Vector.LoadUnsafe(ref ry, (nuint)i))).StoreUnsafe(ref rz, (nuint)i);
            }
        }

        for (; i < z.Length; i++)
        {
            z[i] = (a * x[i]) + (b * y[i]);
        }
    }

    /// <summary>z &lt;- a x + b y + c u.</summary>
    /// <typeparam name="T">Scalar.</typeparam>
    /// <param name="z">Target; its length is the length of the operation.</param>
    /// <param name="a">Coefficient of x.</param>
    /// <param name="x">At least as long as z.</param>
    /// <param name="b">Coefficient of y.</param>
    /// <param name="y">At least as long as z.</param>
    /// <param name="c">Coefficient of u.</param>
    /// <param name="u">At least as long as z.</param>
    public static void Combine<T>(Span<T> z, T a, ReadOnlySpan<T> x, T b, ReadOnlySpan<T> y, T c, ReadOnlySpan<T> u)
        where T : struct, INumberBase<T>
    {
        x = x[..z.Length];
        y = y[..z.Length];
        u = u[..z.Length];
        int i = 0;
        if (Vector.IsHardwareAccelerated && Vector<T>.IsSupported)
        {
            ref T rz = ref MemoryMarshal.GetReference(z), rx = ref MemoryMarshal.GetReference(x);
            ref T ry = ref MemoryMarshal.GetReference(y), ru = ref MemoryMarshal.GetReference(u);
            Vector<T> va = new(a), vb = new(b), vc = new(c);
            for (; i <= z.Length - Vector<T>.Count; i += Vector<T>.Count)
            {
                nuint at = (nuint)i;
                ((va * Vector.LoadUnsafe(ref rx, at)) + (vb * Vector.LoadUnsafe(ref ry, at)) + (vc * Vector.LoadUnsafe(ref ru, at)))
                    .StoreUnsafe(ref rz, at);
            }
        }

        for (; i < z.Length; i++)
        {
            z[i] = (a * x[i]) + (b * y[i]) + (c * u[i]);
        }
    }

    /// <summary>z &lt;- a x + b y + c u + d v.</summary>
    /// <typeparam name="T">Scalar.</typeparam>
    /// <param name="z">Target; its length is the length of the operation.</param>
    /// <param name="a">Coefficient of x.</param>
    /// <param name="x">At least as long as z.</param>
    /// <param name="b">Coefficient of y.</param>
    /// <param name="y">At least as long as z.</param>
    /// <param name="c">Coefficient of u.</param>
    /// <param name="u">At least as long as z.</param>
    /// <param name="d">Coefficient of v.</param>
    /// <param name="v">At least as long as z.</param>
    public static void Combine<T>(
        Span<T> z, T a, ReadOnlySpan<T> x, T b, ReadOnlySpan<T> y, T c, ReadOnlySpan<T> u, T d, ReadOnlySpan<T> v)
        where T : struct, INumberBase<T>
    {
        x = x[..z.Length];
        y = y[..z.Length];
        u = u[..z.Length];
        v = v[..z.Length];
        int i = 0;
        if (Vector.IsHardwareAccelerated && Vector<T>.IsSupported)
        {
            ref T rz = ref MemoryMarshal.GetReference(z), rx = ref MemoryMarshal.GetReference(x), ry = ref MemoryMarshal.GetReference(y);
            ref T ru = ref MemoryMarshal.GetReference(u), rv = ref MemoryMarshal.GetReference(v);
            Vector<T> va = new(a), vb = new(b), vc = new(c), vd = new(d);
            for (; i <= z.Length - Vector<T>.Count; i += Vector<T>.Count)
            {
                nuint at = (nuint)i;
                ((va * Vector.LoadUnsafe(ref rx, at)) + (vb * Vector.LoadUnsafe(ref ry, at)) + (vc * Vector.LoadUnsafe(ref ru, at))
                    + (vd * Vector.LoadUnsafe(ref rv, at))).StoreUnsafe(ref rz, at);
            }
        }

        for (; i < z.Length; i++)
        {
            z[i] = (a * x[i]) + (b * y[i]) + (c * u[i]) + (d * v[i]);
        }
    }

    /// <summary>z &lt;- d x, component by component.</summary>
    /// <typeparam name="T">Scalar.</typeparam>
    /// <param name="z">Target; its length is the length of the operation.</param>
    /// <param name="d">At least as long as z.</param>
    /// <param name="x">At least as long as z.</param>
    public static void Multiply<T>(Span<T> z, ReadOnlySpan<T> d, ReadOnlySpan<T> x)
        where T : struct, INumberBase<T>
    {
        d = d[..z.Length];
        x = x[..z.Length];
        int i = 0;
        if (Vector.IsHardwareAccelerated && Vector<T>.IsSupported)
        {
            ref T rz = ref MemoryMarshal.GetReference(z), rd = ref MemoryMarshal.GetReference(d), rx = ref MemoryMarshal.GetReference(x);
            for (; i <= z.Length - Vector<T>.Count; i += Vector<T>.Count)
            {
                (Vector.LoadUnsafe(ref rd, (nuint)i) * Vector.LoadUnsafe(ref rx, (nuint)i)).StoreUnsafe(ref rz, (nuint)i);
            }
        }

        for (; i < z.Length; i++)
        {
            z[i] = d[i] * x[i];
        }
    }
}
