using MathNet.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Claims.Fitting;

/// <summary>
/// Looks for an oscillation around the best power and the best linear shape: a scan over frequencies in k and in log k, golden section at the
/// best of them, over a few noise kernels. Bounds on the scan came from failures: less than two periods in log k is curvature, not
/// oscillation, and a frequency near pi makes its double a slow wave in disguise.
/// </summary>
internal sealed class OscillationSearch
{
    private const int LeastPoints = 14;

    // Periods over the window: in k from 1.8 to .42 n on an even grid, else to 30; in log k from 2 to min(12, n/6); steps of .35.
    private const double LeastPeriods = 1.8;
    private const double LeastLogPeriods = 2;
    private const double EvenShare = 0.42;
    private const double UnevenPeriods = 30;
    private const double LogPeriods = 12;
    private const int PointsPerLogPeriod = 6;
    private const double Step = 0.35;
    private const int LeastFrequencies = 3;

    // The score must rise by this much.
    private const double LeastGain = 6;

    // A ridge on the coefficients, relative to the number of points, and the price of five parameters: 5/2 log n.
    private const double Ridge = 1e-9;
    private const double Price = 2.5;
    private const int GoldenSteps = 24;
    private const double GoldenTolerance = 1e-7;

    private readonly Window _window;
    private readonly double[] _target;
    private readonly Whitening[] _kernels;
    private readonly double[][] _residuals;
    private readonly double[][] _raw = Columns();
    private readonly double[][] _white = Columns();
    private readonly double[] _work;

    private OscillationSearch(ShapeFit fit)
    {
        _window = fit.Regression.Window;
        _target = fit.Target(fit.Best);
        double[] ones = new double[_window.Count];
        Array.Fill(ones, 1);
        double[][] columns = [ones, fit.Slope(fit.Best)];
        _kernels = [.. NoiseKernel.All.Select(kernel => new Whitening(kernel, _window, columns))];
        _residuals = new double[_kernels.Length][];
        for (int i = 0; i < _kernels.Length; i++)
        {
            _residuals[i] = new double[_window.Count];
            _kernels[i].Apply(_target, _residuals[i]);
            _kernels[i].Project(_residuals[i]);
        }

        _work = new double[_window.Count];
        for (int c = 0; c < Wave.ColumnCount; c++)
        {
            (_raw[c], _white[c]) = (new double[_window.Count], new double[_window.Count]);
        }
    }

    private double LeastSquare => _window.Count * CellRegression.LeastError * CellRegression.LeastError;

    /// <summary>The oscillation worth trying, or null.</summary>
    public static Wave? Find(IReadOnlyList<ShapeFit> fits, CancellationToken cancellation)
    {
        (double Score, Wave Wave)? best = null;
        double without = double.NegativeInfinity;
        foreach (RateModel model in (ReadOnlySpan<RateModel>)[RateModel.Power, RateModel.Linear])
        {
            cancellation.ThrowIfCancellationRequested();
            ShapeFit? strongest = fits.Where(fit => fit.Shape.Model == model).MaxBy(fit => fit.LogEvidence);
            if (strongest is null || strongest.Regression.Window.Count < LeastPoints)
            {
                continue;
            }

            OscillationSearch search = new(strongest);
            without = Math.Max(without, search.ScoreWithout());
            foreach ((double Score, Wave Wave) found in search.Scan())
            {
                if (best is null || found.Score > best.Value.Score)
                {
                    best = found;
                }
            }
        }

        return best is { } winner && winner.Score > without + LeastGain ? winner.Wave : null;
    }

    private static double[][] Columns() => new double[Wave.ColumnCount][];

    private double Score(int kernel, double square) =>
        (-0.5 * (_window.Count - 2) * Math.Log(square)) - (0.5 * _kernels[kernel].LogDetSigma);

    private double ScoreWithout()
    {
        double best = double.NegativeInfinity;
        for (int i = 0; i < _kernels.Length; i++)
        {
            best = Math.Max(best, Score(i, Reductions.Dot<double>(_residuals[i], _residuals[i]) + LeastSquare));
        }

        return best;
    }

    private IEnumerable<(double Score, Wave Wave)> Scan()
    {
        foreach (bool inLog in (bool[])[false, true])
        {
            double[] s = Wave.Coordinate(_window, inLog);
            double[] frequencies = Frequencies(inLog, s[^1]);
            if (frequencies.Length < LeastFrequencies)
            {
                continue;
            }

            int few = NoiseKernel.Few.Length;
            double[] least = new double[few];
            int[] at = new int[few];
            Array.Fill(least, double.PositiveInfinity);
            for (int j = 0; j < frequencies.Length; j++)
            {
                Wave.Fill(s, frequencies[j], _raw);
                for (int i = 0; i < few; i++)
                {
                    double square = SquareWith(NoiseKernel.Few[i]);
                    if (square < least[i])
                    {
                        (least[i], at[i]) = (square, j);
                    }
                }
            }

            double price = (Price * Math.Log(_window.Count)) + Math.Log(frequencies.Length);
            for (int i = 0; i < few; i++)
            {
                int kernel = NoiseKernel.Few[i];
                double low = frequencies[Math.Max(at[i] - 1, 0)], high = frequencies[Math.Min(at[i] + 1, frequencies.Length - 1)];
                (double frequency, double square) = Golden(kernel, s, low, high);
                yield return (Score(kernel, square) - price, new Wave(inLog, frequency));
            }
        }
    }

    private double[] Frequencies(bool inLog, double span)
    {
        int n = _window.Count;
        double from = inLog ? LeastLogPeriods : LeastPeriods;
        double to = inLog ? Math.Min(LogPeriods, (double)n / PointsPerLogPeriod) : IsEven() ? EvenShare * n : UnevenPeriods;
        int count = Math.Max(0, (int)Math.Ceiling((to - from) / Step));
        double[] frequencies = new double[count];
        for (int j = 0; j < count; j++)
        {
            frequencies[j] = 2 * Math.PI * (from + (j * Step)) / span;
        }

        return frequencies;
    }

    private bool IsEven()
    {
        double gap = _window.K[1] - _window.K[0];
        for (int i = 1; i < _window.Count; i++)
        {
            if (_window.Position[i] - _window.Position[i - 1] != 1 || !(_window.K[i] - _window.K[i - 1]).AlmostEqual(gap, 1e-8 * gap))
            {
                return false;
            }
        }

        return true;
    }

    private (double Frequency, double Square) Golden(int kernel, double[] s, double low, double high)
    {
        const double Ratio = 0.38196601125010515;
        double a = low + (Ratio * (high - low)), b = high - (Ratio * (high - low));
        double atA = SquareAt(kernel, s, a), atB = SquareAt(kernel, s, b);
        for (int step = 0; step < GoldenSteps && high - low > GoldenTolerance * high; step++)
        {
            if (atA < atB)
            {
                (high, b, atB) = (b, a, atA);
                a = low + (Ratio * (high - low));
                atA = SquareAt(kernel, s, a);
            }
            else
            {
                (low, a, atA) = (a, b, atB);
                b = high - (Ratio * (high - low));
                atB = SquareAt(kernel, s, b);
            }
        }

        return atA < atB ? (a, atA) : (b, atB);
    }

    private double SquareAt(int kernel, double[] s, double frequency)
    {
        Wave.Fill(s, frequency, _raw);
        return SquareWith(kernel);
    }

    // Residual sum of squares with the columns now in _raw.
    private double SquareWith(int kernel)
    {
        const int M = Wave.ColumnCount;
        Span<double> gram = stackalloc double[M * M], right = stackalloc double[M];
        double[] residual = _residuals[kernel];
        for (int c = 0; c < M; c++)
        {
            _kernels[kernel].Apply(_raw[c], _white[c]);
            _kernels[kernel].Project(_white[c]);
            right[c] = Reductions.Dot<double>(_white[c], residual);
            for (int e = 0; e <= c; e++)
            {
                gram[(c * M) + e] = Reductions.Dot<double>(_white[c], _white[e]);
            }

            gram[(c * M) + c] += Ridge * _window.Count;
        }

        SolveCholesky(gram, right);
        residual.CopyTo(_work, 0);
        for (int c = 0; c < M; c++)
        {
            HostKernels.Combine<double>(_work, 1, _work, -right[c], _white[c]);
        }

        return Reductions.Dot<double>(_work, _work) + LeastSquare;
    }

    // The lower triangle is overwritten by its factor; the ridge keeps the pivots positive.
    private static void SolveCholesky(Span<double> a, Span<double> x)
    {
        int m = x.Length;
        for (int j = 0; j < m; j++)
        {
            for (int i = j; i < m; i++)
            {
                double sum = a[(i * m) + j];
                for (int l = 0; l < j; l++)
                {
                    sum -= a[(i * m) + l] * a[(j * m) + l];
                }

                a[(i * m) + j] = i == j ? Math.Sqrt(Math.Max(sum, double.Epsilon)) : sum / a[(j * m) + j];
            }
        }

        for (int i = 0; i < m; i++)
        {
            for (int l = 0; l < i; l++)
            {
                x[i] -= a[(i * m) + l] * x[l];
            }

            x[i] /= a[(i * m) + i];
        }

        for (int i = m - 1; i >= 0; i--)
        {
            for (int l = i + 1; l < m; l++)
            {
                x[i] -= a[(l * m) + i] * x[l];
            }

            x[i] /= a[(i * m) + i];
        }
    }
}
