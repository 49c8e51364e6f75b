using MathNet.Numerics.Distributions;
using TheoryLab.Core;

namespace TheoryLab.Claims.Fitting;

/// <summary>
/// Measures <see cref="LateRates"/> on three parts of equal length in the clock. The rate is the slope of a parabola through log y at the middle of a
/// part. Its error comes from what the parabolas leave, since a line would count the bend of a law as noise, with the correlation found
/// there or by the fit, and from the least error that a law is believed to have.
/// </summary>
internal static class LateParts
{
    private const int Parts = 3;

    // In log k the three parts are the last three doublings, where the window has them and enough points in each.
    private const double Reach = 8;

    // Of the last iteration: the ends of parts are computed, and a point that lies at one must not fall to the other side.
    private const double Rounding = 1e-12;

    // Two-sided 99%.
    private const double OuterLevel = 0.995;

    // As far as the kernels of noise go.
    private const double LargestCorrelation = 0.95;

    /// <summary>The rates; null where a part has fewer than two points.</summary>
    /// <param name="window">The window.</param>
    /// <param name="strongest">The shape with most evidence, whose oscillation is taken out.</param>
    /// <param name="clock">What the rates are per.</param>
    public static LateRates? Measure(Window window, ShapeFit strongest, RateClock clock)
    {
        double[] z = strongest.WithoutWave();
        return clock == RateClock.Iteration
            ? Measure(window, strongest, z, window.K, window.First, clock)
            : Measure(window, strongest, z, window.LogK, Math.Max(window.LogK[0], window.LogK[^1] - Math.Log(Reach)), clock)
                ?? Measure(window, strongest, z, window.LogK, window.LogK[0], clock);
    }

    /// <summary>The ratios of successive values on the last three doublings, or on three parts of the window that are equal in log k; null where a part has fewer than two points.</summary>
    /// <param name="window">The window.</param>
    /// <param name="strongest">The shape with most evidence, whose noise counts.</param>
    /// <param name="z">The values, an oscillation taken out.</param>
    public static LateRatios? Ratios(Window window, ShapeFit strongest, double[] z)
    {
        LateRatios? Between(double from)
        {
            double spacing = Math.Pow(window.Last / from, 1.0 / Parts);
            double At(double part) => from * Math.Pow(spacing, part);
            return Measure(window, strongest, z, window.K, At, RateClock.Iteration, isShort: true) is { } s ? new(s.First, s.Second, s.Last, s.Error, spacing) : null;
        }

        return (Between(Math.Max(window.First, window.Last / Reach)) ?? Between(window.First)) is { } ratios
            ? ratios with { End = Between(window.Last / ratios.Spacing) }
            : null;
    }

    private static LateRates? Measure(Window window, ShapeFit strongest, double[] z, double[] u, double from, RateClock clock)
    {
        double length = (u[^1] - from) / Parts;
        return Measure(window, strongest, z, u, part => from + (part * length), clock, isShort: false);
    }

    private static LateRates? Measure(Window window, ShapeFit strongest, double[] z, double[] u, Func<double, double> at, RateClock clock, bool isShort)
    {
        Parabola[] parts = new Parabola[Parts];
        for (int part = 0, start = FirstFrom(u, at(0)); part < Parts; part++)
        {
            int end = part == Parts - 1 ? u.Length : FirstFrom(u, at(part + 1));
            if (end - start < 2)
            {
                return null;
            }

            parts[part] = Parabola.Through(u.AsSpan(start, end - start), z.AsSpan(start, end - start), at(part + 0.5));
            start = end;
        }

        double squares = parts.Sum(p => p.Squares), freedom = parts.Sum(p => p.Freedom), variance = freedom > 0 ? squares / freedom : 0;
        if (isShort)
        {
            // A few points: what Student's quantile is above the normal one goes into the error.
            double stretch = StudentT.InvCDF(0, 1, Math.Max(freedom, 1), OuterLevel) / Normal.InvCDF(0, 1, OuterLevel);
            variance *= stretch * stretch;
        }

        double found = squares > 0 ? parts.Sum(p => p.Products) / squares : 0;
        double correlation = Math.Min(Math.Max(found, Correlation(window, strongest)), LargestCorrelation);
        double square = (variance * (1 + correlation) / (1 - correlation)) + (CellRegression.LeastError * CellRegression.LeastError);
        return new(-parts[0].Slope, -parts[1].Slope, -parts[2].Slope, Math.Sqrt(square * ((1 / parts[1].Spread) + (1 / parts[2].Spread)) / 2), clock);
    }

    private static int FirstFrom(double[] u, double from)
    {
        int index = Array.FindIndex(u, v => v >= from - (Rounding * u[^1]));
        return index < 0 ? u.Length : index;
    }

    // phi to the mean gap of the points kept; a smooth kernel is about the misfit of the law.
    private static double Correlation(Window window, ShapeFit strongest)
    {
        NoiseKernel kernel = NoiseKernel.All[strongest.Best.Kernel];
        return kernel.IsSmooth ? 0 : Math.Pow(kernel.Value, (window.Position[^1] - window.Position[0]) / (window.Count - 1));
    }

    /// <summary>The slope at the middle, the sum of squares of u about its mean, and what is left: squares, products of neighbours, degrees of freedom.</summary>
    private readonly record struct Parabola(double Slope, double Spread, double Squares, double Products, int Freedom)
    {
        public static Parabola Through(ReadOnlySpan<double> u, ReadOnlySpan<double> z, double middle)
        {
            int n = u.Length;
            double mean = Reductions.Sum(u) / n;
            double[] one = new double[n], x = new double[n], square = new double[n], rest = z.ToArray();
            for (int i = 0; i < n; i++)
            {
                (one[i], x[i]) = (1, u[i] - mean);
                square[i] = x[i] * x[i];
            }

            double spread = Reductions.Dot<double>(x, x);
            Remove(rest, one);
            double slope = Remove(rest, x);
            if (n == 2)
            {
                return new(slope, spread, 0, 0, 0);
            }

            // The square is made orthogonal to one and x; the derivative of what remains is 2 x less its slope.
            Remove(square, one);
            double tilt = Remove(square, x);
            slope += Remove(rest, square) * ((2 * (middle - mean)) - tilt);
            return new(slope, spread, Reductions.Dot<double>(rest, rest), Reductions.Dot<double>(rest.AsSpan(1), rest.AsSpan(0, n - 1)), n - Parts);
        }

        private static double Remove(double[] from, double[] direction)
        {
            double coefficient = Reductions.Dot<double>(from, direction) / Reductions.Dot<double>(direction, direction);
            HostKernels.Combine<double>(from, 1, from, -coefficient, direction);
            return coefficient;
        }
    }
}
