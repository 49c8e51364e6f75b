using System.Numerics;
using System.Runtime.InteropServices;
using TheoryLab.Core;

namespace TheoryLab.Claims.Fitting;

/// <summary>
/// One kernel on one window: the whitening w_i = (x_i - r_i x_(i-1)) / sqrt(1 - r_i^2), which is exact for a Markov correlation, and the
/// whitened common columns as QR, orthonormalised once.
/// </summary>
internal sealed class Whitening
{
    // A column that keeps less than this share of its length beside the others adds nothing.
    private const double Dependent = 1e-8;

    private readonly double[] _scale;
    private readonly double[] _carry;
    private readonly double[][] _q;

    public Whitening(NoiseKernel kernel, Window window, IReadOnlyList<double[]> columns)
    {
        Kernel = kernel;
        int n = window.Count;
        _scale = new double[n];
        _carry = new double[n];
        _scale[0] = 1;
        double span = window.K[^1] - window.K[0];
        for (int i = 1; i < n; i++)
        {
            double log = kernel.LogCorrelation(
                window.Position[i] - window.Position[i - 1], window.LogK[i] - window.LogK[i - 1], (window.K[i] - window.K[i - 1]) / span);
            double variance = -MathNet.Numerics.SpecialFunctions.Expm1(2 * log);
            _scale[i] = 1 / Math.Sqrt(variance);
            _carry[i] = Math.Exp(log) * _scale[i];
            LogDetSigma += Math.Log(variance);
        }

        _q = new double[columns.Count][];
        R = new double[columns.Count, columns.Count];
        for (int j = 0; j < columns.Count; j++)
        {
            Orthonormalise(columns[j], j);
        }
    }

    public NoiseKernel Kernel { get; }

    /// <summary>log det of the correlation matrix.</summary>
    public double LogDetSigma { get; }

    /// <summary>log |det R| of the whitened common columns.</summary>
    public double LogDetR { get; private set; }

    /// <summary>The triangular factor of the whitened common columns.</summary>
    public double[,] R { get; }

    /// <summary>w becomes the whitened x. The two must not be the same.</summary>
    public void Apply(ReadOnlySpan<double> x, Span<double> w)
    {
        ReadOnlySpan<double> scale = _scale, carry = _carry;
        w[0] = x[0];
        int n = scale.Length, i = 1;
        ref double rx = ref MemoryMarshal.GetReference(x), rw = ref MemoryMarshal.GetReference(w);
        ref double rs = ref MemoryMarshal.GetReference(scale), rc = ref MemoryMarshal.GetReference(carry);
        for (; i <= n - Vector<double>.Count; i += Vector<double>.Count)
        {
            nuint at = (nuint)i;
            ((Vector.LoadUnsafe(ref rs, at) * Vector.LoadUnsafe(ref rx, at))
                - (Vector.LoadUnsafe(ref rc, at) * Vector.LoadUnsafe(ref rx, at - 1))).StoreUnsafe(ref rw, at);
        }

        for (; i < n; i++)
        {
            w[i] = (scale[i] * x[i]) - (carry[i] * x[i - 1]);
        }
    }

    /// <summary>Removes from w its part in the common columns.</summary>
    public void Project(Span<double> w)
    {
        foreach (double[] q in _q)
        {
            HostKernels.Combine(w, 1.0, w, -Reductions.Dot<double>(q, w), q);
        }
    }

    /// <summary>Q'w: the coordinates of a whitened vector in the common columns.</summary>
    public void Coordinates(ReadOnlySpan<double> w, Span<double> result)
    {
        for (int j = 0; j < _q.Length; j++)
        {
            result[j] = Reductions.Dot(_q[j], w);
        }
    }

    // Modified Gram-Schmidt, twice.
    private void Orthonormalise(double[] column, int j)
    {
        double[] w = new double[column.Length];
        Apply(column, w);
        double whole = Math.Sqrt(Reductions.Dot<double>(w, w));
        for (int pass = 0; pass < 2; pass++)
        {
            for (int i = 0; i < j; i++)
            {
                double c = Reductions.Dot<double>(_q[i], w);
                R[i, j] += c;
                HostKernels.Combine<double>(w, 1, w, -c, _q[i]);
            }
        }

        double left = Math.Sqrt(Reductions.Dot<double>(w, w));
        if (left < Dependent * whole)
        {
            Array.Clear(w);
            left = whole;
        }
        else
        {
            HostKernels.Combine<double>(w, 1 / left, w);
        }

        R[j, j] = left;
        LogDetR += Math.Log(left);
        _q[j] = w;
    }
}
