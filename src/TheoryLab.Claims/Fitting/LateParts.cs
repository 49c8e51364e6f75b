using TheoryLab.Core;

namespace TheoryLab.Claims.Fitting;

/// <summary>Measures <see cref="LateRates"/>: three parts of equal length in the clock, a line through log y on each.</summary>
internal static class LateParts
{
    private const int Parts = 3;

    // In log k the three parts are the last three doublings, where the window has them.
    private const double Reach = 8;

    // Beyond this a lag-one correlation is misfit of the parabola and not noise.
    private const double LargestCorrelation = 0.95;

    /// <summary>The rates; null where a part has fewer than two points.</summary>
    /// <param name="window">The window.</param>
    /// <param name="strongest">The shape with most evidence, whose oscillation is taken out and whose correlation the errors have.</param>
    /// <param name="clock">What the rates are per.</param>
    public static LateRates? Measure(Window window, ShapeFit strongest, RateClock clock)
    {
        double[] u = clock == RateClock.LogIteration ? window.LogK : window.K;
        double last = u[^1], from = clock == RateClock.LogIteration ? Math.Max(u[0], last - Math.Log(Reach)) : u[0], length = (last - from) / Parts;
        double[] z = strongest.WithoutWave();
        Line[] lines = new Line[Parts];
        double squares = 0, products = 0, freedom = 0;
        for (int part = 0, start = FirstFrom(u, from); part < Parts; part++)
        {
            int end = part == Parts - 1 ? u.Length : FirstFrom(u, from + ((part + 1) * length));
            if (end - start < 2)
            {
                return null;
            }

            lines[part] = Line.Through(u.AsSpan(start, end - start), z.AsSpan(start, end - start));
            squares += lines[part].Squares;
            products += lines[part].Products;
            freedom += lines[part].Freedom;
            start = end;
        }

        double variance = freedom > 0 ? squares / freedom : 0;
        double correlation = Math.Clamp(Math.Max(squares > 0 ? products / squares : 0, Correlation(window, strongest)), 0, LargestCorrelation);
        double error = (variance * (1 + correlation) / (1 - correlation)) + (CellRegression.LeastError * CellRegression.LeastError);
        return new(-lines[0].Slope, -lines[1].Slope, -lines[2].Slope, Math.Sqrt(error * ((1 / lines[1].Spread) + (1 / lines[2].Spread))), clock);
    }

    private static int FirstFrom(double[] u, double from)
    {
        int index = Array.FindIndex(u, v => v >= from * (1 - 1e-12));
        return index < 0 ? u.Length : index;
    }

    // phi to the mean gap of the points kept.
    private static double Correlation(Window window, ShapeFit strongest)
    {
        NoiseKernel kernel = NoiseKernel.All[strongest.Best.Kernel];
        double gap = (window.Position[^1] - window.Position[0]) / (window.Count - 1);
        return kernel.IsSmooth ? 0 : Math.Pow(kernel.Value, gap);
    }

    /// <summary>The slope of a part, and what a parabola leaves: a straight line would count the bend of the law as noise.</summary>
    private readonly record struct Line(double Slope, double Spread, double Squares, double Products, double Freedom)
    {
        public static Line Through(ReadOnlySpan<double> u, ReadOnlySpan<double> z)
        {
            int n = u.Length;
            double mean = Reductions.Sum(u) / n;
            double[] x = new double[n], q = new double[n], rest = z.ToArray();
            for (int i = 0; i < n; i++)
            {
                x[i] = u[i] - mean;
                q[i] = x[i] * x[i];
            }

            double[] ones = new double[n];
            Array.Fill(ones, 1);
            double spread = Reductions.Dot<double>(x, x);
            Remove(rest, ones);
            double slope = Remove(rest, x);
            Remove(q, ones);
            Remove(q, x);
            if (n > Parts)
            {
                Remove(rest, q);
            }

            double products = 0;
            for (int i = 1; i < n; i++)
            {
                products += rest[i] * rest[i - 1];
            }

            return n > Parts ? new(slope, spread, Reductions.Dot<double>(rest, rest), products, n - Parts) : new(slope, spread, 0, 0, 0);
        }

        private static double Remove(double[] from, double[] direction)
        {
            double coefficient = Reductions.Dot<double>(from, direction) / Reductions.Dot<double>(direction, direction);
            HostKernels.Combine<double>(from, 1, from, -coefficient, direction);
            return coefficient;
        }
    }
}
