using System.Collections.Immutable;

namespace TheoryLab.Claims.Fitting;

/// <summary>What the correlation between neighbouring points depends on.</summary>
internal enum KernelAxis
{
    /// <summary>phi^(index gap): real noise, AR(1) in the recorded index.</summary>
    Index,

    /// <summary>exp(-gap of log k / l): smooth misfit of the law, early terms.</summary>
    LogIteration,

    /// <summary>exp(-gap of k / (l span)): smooth misfit over the window.</summary>
    Iteration,
}

/// <summary>
/// One correlation of the errors in log y. The fit integrates over all of them with a uniform prior, which keeps short correlated traces
/// honest: an estimated phi is biased towards zero and undercovers (Andrews, Econometrica 1993; Kiefer and Vogelsang, Econometric Theory 2005).
/// The smooth kernels describe the model's own error (Kennedy and O'Hagan, JRSS B 2001).
/// </summary>
/// <param name="Axis">What the correlation depends on.</param>
/// <param name="Value">phi or l.</param>
internal readonly record struct NoiseKernel(KernelAxis Axis, double Value)
{
    /// <summary>All kernels (table of section 3 of the method).</summary>
    public static readonly ImmutableArray<NoiseKernel> All =
    [
        new(KernelAxis.Index, 0), new(KernelAxis.Index, 0.3), new(KernelAxis.Index, 0.5), new(KernelAxis.Index, 0.7),
        new(KernelAxis.Index, 0.8), new(KernelAxis.Index, 0.9), new(KernelAxis.Index, 0.95), new(KernelAxis.Index, 0.98),
        new(KernelAxis.Index, 0.995), new(KernelAxis.LogIteration, 0.3), new(KernelAxis.LogIteration, 1.5),
        new(KernelAxis.Iteration, 0.05), new(KernelAxis.Iteration, 0.3),
    ];

    /// <summary>The kernels used while searching for an oscillation: phi = 0, .7, .9, .995 and log l = 1.5.</summary>
    public static readonly ImmutableArray<int> Few = [0, 3, 5, 8, 10];

    // From here on an AR(1) correlation stands for misfit, not noise.
    private const double SmoothFrom = 0.98;

    // A misfit of more than this much in log y is implausible.
    private const double SmoothScale = 0.05;

    /// <summary>Whether the kernel stands for the model's own error.</summary>
    public bool IsSmooth => Axis != KernelAxis.Index || Value >= SmoothFrom;

    /// <summary>Log of the correlation between two neighbours; minus infinity for independent ones.</summary>
    public double LogCorrelation(double indexGap, double logGap, double spanShare) => Axis switch
    {
        KernelAxis.Index => indexGap * Math.Log(Value),
        KernelAxis.LogIteration => -logGap / Value,
        _ => -spanShare / Value,
    };

    /// <summary>What is subtracted from the log weight for a model's own error of size sigma: it ought to be small.</summary>
    public double Penalty(double sigma)
    {
        double ratio = sigma / SmoothScale, square = ratio * ratio;
        return IsSmooth ? Math.Log(1 + (square * square)) : 0;
    }
}
