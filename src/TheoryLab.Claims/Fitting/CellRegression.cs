using MathNet.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Claims.Fitting;

/// <summary>One regression: z = offset + a + b x + oscillation + error with a given correlation.</summary>
/// <param name="LogLikelihood">The likelihood with a, b and the error's size integrated out.</param>
/// <param name="Slope">b, zero without a slope.</param>
/// <param name="SlopeError">Standard error of b.</param>
/// <param name="Sigma">Estimated size of the error.</param>
internal readonly record struct Cell(double LogLikelihood, double Slope, double SlopeError, double Sigma);

/// <summary>
/// Solves cells in closed form. With u, v the whitened slope and whitened z - offset, both projected off the common columns,
/// b = u'v / u'u, rss = |v - b u|^2 + n S0^2, f = n - columns - 1 and
/// log L = -1/2 log det Sigma - log|det R| - 1/2 log u'u + lgamma(f/2) - f/2 log(pi rss) - (columns - 1) log 5:
/// flat priors on a and b, 1/sigma on the error's size (Zellner and Tiao, JASA 1964; Harville, Biometrika 1974).
/// </summary>
internal sealed class CellRegression
{
    /// <summary>S0: no law is believed below 0.3% in y.</summary>
    public const double LeastError = 0.003;

    // Prior width of an oscillation's coefficient in log y.
    private const double WaveWidth = 5;

    private readonly Whitening[] _kernels;
    private readonly double[][] _slopes;
    private readonly double[] _slopeSquares;
    private readonly double[] _work;
    private readonly double[] _logGamma = [double.NaN, double.NaN];

    public CellRegression(Window window, Wave? wave)
    {
        Window = window;
        Wave = wave;
        List<double[]> columns = [Ones(window.Count)];
        if (wave is { } found)
        {
            columns.AddRange(found.Columns(window));
        }

        Columns = columns.Count;
        _kernels = [.. NoiseKernel.All.Select(kernel => new Whitening(kernel, window, columns))];
        _slopes = [.. _kernels.Select(_ => new double[window.Count])];
        _slopeSquares = new double[_kernels.Length];
        _work = new double[window.Count];
    }

    public Window Window { get; }

    /// <summary>The oscillation whose columns are fitted along, if any.</summary>
    public Wave? Wave { get; }

    /// <summary>Number of common columns: the constant, and the oscillation's four.</summary>
    public int Columns { get; }

    public IReadOnlyList<Whitening> Kernels => _kernels;

    /// <summary>Degrees of freedom left.</summary>
    public int Freedom(bool hasSlope) => Window.Count - Columns - (hasSlope ? 1 : 0);

    /// <summary>Whitens and projects a slope for one kernel; the cells solved after it use it.</summary>
    public void SetSlope(int kernel, ReadOnlySpan<double> slope)
    {
        double[] u = _slopes[kernel];
        _kernels[kernel].Apply(slope, u);
        _kernels[kernel].Project(u);
        _slopeSquares[kernel] = Reductions.Dot<double>(u, u) + double.Epsilon;
    }

    /// <summary>Solves one cell.</summary>
    /// <param name="kernel">Index of the kernel.</param>
    /// <param name="target">z - offset.</param>
    /// <param name="hasSlope">Whether the slope last set belongs to the model.</param>
    public Cell Solve(int kernel, ReadOnlySpan<double> target, bool hasSlope)
    {
        Whitening whitening = _kernels[kernel];
        double b = Residual(kernel, target, hasSlope, _work);
        double logDet = whitening.LogDetR, square = 1;
        if (hasSlope)
        {
            square = _slopeSquares[kernel];
            logDet += 0.5 * Math.Log(square);
        }

        int n = Window.Count, f = Freedom(hasSlope);

        // The residual itself, not v'v - b^2 u'u: that cancels to nothing on clean data.
        double rss = Reductions.Dot<double>(_work, _work) + (n * LeastError * LeastError);
        double log = (-0.5 * whitening.LogDetSigma) - logDet + LogGammaHalf(f, hasSlope) - (0.5 * f * Math.Log(Math.PI * rss))
            - ((Columns - 1) * Math.Log(WaveWidth));
        double sigma = Math.Sqrt(rss / f);
        return new Cell(log, b, sigma / Math.Sqrt(square), sigma);
    }

    /// <summary>The whitened residuals of a cell; returns the slope's coefficient.</summary>
    public double Residual(int kernel, ReadOnlySpan<double> target, bool hasSlope, Span<double> residual)
    {
        _kernels[kernel].Apply(target, residual);
        _kernels[kernel].Project(residual);
        if (!hasSlope)
        {
            return 0;
        }

        double[] u = _slopes[kernel];
        double b = Reductions.Dot(u, residual) / _slopeSquares[kernel];
        HostKernels.Combine<double>(residual, 1, residual, -b, u);
        return b;
    }

    private static double[] Ones(int n)
    {
        double[] ones = new double[n];
        Array.Fill(ones, 1);
        return ones;
    }

    private double LogGammaHalf(int freedom, bool hasSlope)
    {
        ref double cached = ref _logGamma[hasSlope ? 1 : 0];
        if (double.IsNaN(cached))
        {
            cached = SpecialFunctions.GammaLn(0.5 * freedom);
        }

        return cached;
    }
}
