using System.Diagnostics;
using TheoryLab.Core;

namespace TheoryLab.Benchmarks;

/// <summary>f(x) = x'A x/2 with a dense A, diagonally dominant, as an oracle that adds up the time spent in factorisations; its set is the unit simplex.</summary>
/// <param name="n">The dimension.</param>
/// <param name="backend">Who multiplies and factors; null for the problems' own way.</param>
internal sealed class DenseQuadratic(int n, IDenseBackend? backend = null)
    : IGradientOracle<HostVector<double>>, INewtonOracle<HostVector<double>, double>, ILinearMinimizationOracle<HostVector<double>>
{
    private readonly double[] _a = Matrix(n);
    private readonly IDenseBackend _products = backend ?? new ManagedBackend();
    private readonly IShiftedFactor<double> _factor = backend is null ? new LdlFactor<double>(n) : new BackendFactor(n, backend);

    /// <summary>Seconds in factorisations so far, without the copying of A before them.</summary>
    public double Seconds { get; private set; }

    /// <summary>A.</summary>
    public double[] Entries => _a;

    public void Gradient(HostVector<double> x, HostVector<double> gradient) => _products.Multiply(new(_a, n, n), x.Span, gradient.Span);

    public void Minimize(HostVector<double> direction, HostVector<double> vertex)
    {
        int smallest = 0;
        for (int i = 1; i < n; i++)
        {
            smallest = direction[i] < direction[smallest] ? i : smallest;
        }

        vertex.Span.Clear();
        vertex[smallest] = 1;
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
