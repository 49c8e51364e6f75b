using TheoryLab.Core;

namespace TheoryLab.Benchmarks;

/// <summary>f(x) = x' diag(d) x/2, the cheapest gradient there is, so that the cost of a step is the method's own.</summary>
internal readonly struct DiagonalQuadratic(double[] d) : IGradientOracle<HostVector<double>>
{
    public void Gradient(HostVector<double> x, HostVector<double> gradient) => HostKernels.Multiply<double>(gradient.Span, d, x.Span);

    /// <summary>Eigenvalues from 1/n to 1.</summary>
    public static double[] Spectrum(int n) => [.. Enumerable.Range(1, n).Select(i => (double)i / n)];

    /// <summary>A start with all components of size one, alternating signs.</summary>
    public static double[] Start(int n) => [.. Enumerable.Range(0, n).Select(i => i % 2 == 0 ? 1.0 : -1.0)];
}
