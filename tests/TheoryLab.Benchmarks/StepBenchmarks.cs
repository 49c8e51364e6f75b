using BenchmarkDotNet.Attributes;
using TheoryLab.Core;
using TheoryLab.Solvers;

namespace TheoryLab.Benchmarks;

/// <summary>One step of a method against the hand-written loop, with the allocations of each.</summary>
[MemoryDiagnoser]
public class StepBenchmarks
{
    private IIteration<HostVector<double>> _gradientDescent = null!;
    private IIteration<HostVector<double>> _nesterov = null!;
    private HandWritten _hand = null!;
    private int _k;

    /// <summary>Dimension.</summary>
    [Params(100, 10_000)]
    public int N { get; set; }

    /// <summary>Binds the methods; a tiny step keeps iterates in the normal range.</summary>
    [GlobalSetup]
    public void Setup()
    {
        double[] d = DiagonalQuadratic.Spectrum(N), start = DiagonalQuadratic.Start(N);
        MethodSetup<double> setup = new(1e9, 0, int.MaxValue);
        _gradientDescent = new GradientDescent().Start(new DiagonalQuadratic(d), new HostVector<double>(start), setup);
        _nesterov = new NesterovThree().Start(new DiagonalQuadratic(d), new HostVector<double>(start), setup);
        _hand = new HandWritten(d, start, 1e-9);
    }

    /// <summary>Gradient descent from the shared source.</summary>
    [Benchmark]
    public void GradientDescent() => _gradientDescent.Step(_k++ & 1023);

    /// <summary>Gradient descent by hand.</summary>
    [Benchmark]
    public void GradientDescentByHand() => _hand.GradientDescentStep();

    /// <summary>Nesterov's method from the shared source.</summary>
    [Benchmark]
    public void Nesterov() => _nesterov.Step(_k++ & 1023);

    /// <summary>Nesterov's method by hand.</summary>
    [Benchmark]
    public void NesterovByHand() => _hand.NesterovStep(_k++ & 1023);
}
