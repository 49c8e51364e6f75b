using System.Diagnostics;
using TheoryLab.Core;

namespace TheoryLab.Benchmarks;

/// <summary>f(x) = x'A x/2 with a dense A, diagonally dominant, as an oracle that adds up the time spent in factorisations.</summary>
/// <param name="n">The dimension.</param>
internal sealed class DenseQuadratic(int n) : IGradientOracle<HostVector<double>>, INewtonOracle<HostVector<double>, double>
{
    private readonly double[] _a = Matrix(n);
    private readonly LdlFactor<double> _factor = new(n);

    /// <summary>Seconds in factorisations so far, without the copying of A before them.</summary>
    public double Seconds { get; private set; }

    public void Gradient(HostVector<double> x, HostVector<double> gradient)
    {
        for (int i = 0; i < n; i++)
        {
            gradient[i] = Reductions.Dot<double>(_a.AsSpan(i * n, n), x.Span);
        }
    }

    public void Factor(HostVector<double> x, double shift, Curvature curvature = Curvature.Hessian)
    {
        _a.CopyTo(_factor.Matrix);
        long start = Stopwatch.GetTimestamp();
        _factor.Factor(shift);
        Seconds += Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public void Solve(HostVector<double> right, HostVector<double> result)
    {
        result.CopyFrom(right);
        _factor.Solve(result.Span);
    }

    private static double[] Matrix(int n)
    {
        double[] a = new double[n * n];
        a.AsSpan().Fill(-1.0 / n);
        for (int i = 0; i < n; i++)
        {
            a[(i * n) + i] = 2;
        }

        return a;
    }
}
