using System.Numerics;
using System.Runtime.InteropServices;

namespace TheoryLab.Benchmarks;

/// <summary>Gradient descent and Nesterov's method as a careful programmer would write them for this one problem: SIMD loops over arrays.</summary>
internal sealed class HandWritten(double[] d, double[] start, double h)
{
    private readonly double[] _g = new double[d.Length], _y = [.. start];
    private double[] _x = [.. start], _previous = [.. start];

    public void GradientDescentStep()
    {
        Multiply(_g, d, _x);
        Combine(_x, _x, -h, _g);
    }

    public void NesterovStep(int k)
    {
        (_x, _previous) = (_previous, _x);
        Multiply(_g, d, _y);
        Combine(_x, _y, -h, _g);
        double beta = (double)k / (k + 3);
        Combine(_y, 1 + beta, _x, -beta, _previous);
    }

    private static void Multiply(double[] z, double[] d, double[] x)
    {
        ref double rz = ref MemoryMarshal.GetArrayDataReference(z), rd = ref MemoryMarshal.GetArrayDataReference(d), rx = ref MemoryMarshal.GetArrayDataReference(x);
        int i = 0;
        for (; i <= z.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            (Vector.LoadUnsafe(ref rd, (nuint)i) * Vector.LoadUnsafe(ref rx, (nuint)i)).StoreUnsafe(ref rz, (nuint)i);
        }

        for (; i < z.Length; i++)
        {
            z[i] = d[i] * x[i];
        }
    }

    private static void Combine(double[] z, double[] x, double b, double[] y)
    {
        ref double rz = ref MemoryMarshal.GetArrayDataReference(z), rx = ref MemoryMarshal.GetArrayDataReference(x), ry = ref MemoryMarshal.GetArrayDataReference(y);
        Vector<double> vb = new(b);
        int i = 0;
        for (; i <= z.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            (Vector.LoadUnsafe(ref rx, (nuint)i) + (vb * Vector.LoadUnsafe(ref ry, (nuint)i))).StoreUnsafe(ref rz, (nuint)i);
        }

        for (; i < z.Length; i++)
        {
            z[i] = x[i] + (b * y[i]);
        }
    }

    private static void Combine(double[] z, double a, double[] x, double b, double[] y)
    {
        ref double rz = ref MemoryMarshal.GetArrayDataReference(z), rx = ref MemoryMarshal.GetArrayDataReference(x), ry = ref MemoryMarshal.GetArrayDataReference(y);
        Vector<double> va = new(a), vb = new(b);
        int i = 0;
        for (; i <= z.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            ((va * Vector.LoadUnsafe(ref rx, (nuint)i)) + (vb * Vector.LoadUnsafe(ref ry, (nuint)i))).StoreUnsafe(ref rz, (nuint)i);
        }

        for (; i < z.Length; i++)
        {
            z[i] = (a * x[i]) + (b * y[i]);
        }
    }
}
