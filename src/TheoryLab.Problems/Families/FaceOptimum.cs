using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// The minimiser of least squares over an l_1 ball or a scaled simplex, with a proved accuracy: with G a bound on the Frank-Wolfe gap at a feasible
/// point p, f(p) - f* is at most G, and |p - x*|^2 at most 2 G/mu.
/// </summary>
internal sealed class FaceOptimum
{
    private const int ProjectedSteps = 20_000;
    private const int Refinements = 20;
    private const double Inflation = 1 + (1.0 / (1L << 40));

    private readonly DoubleDouble[] _point;
    private readonly Tracked<DoubleDouble>[] _gradient;
    private readonly double _gap;
    private readonly double _distance;

    private FaceOptimum(DoubleDouble[] point, Tracked<DoubleDouble>[] gradient, double gap, double mu) =>
        (_point, _gradient, _gap, _distance) = (point, gradient, gap, mu > 0 ? Math.Sqrt(2 * gap / mu) * Inflation : double.PositiveInfinity);

    /// <summary>The reference point as exact data, the gradient there, and f(p) - f* as zero with the gap as its error.</summary>
    public (T[] Point, T[] Gradient, T Excess) In<T>()
        where T : struct, INumber<T>
    {
        // Tracked doubles carry the rounding of the point to doubles as its error.
        T[] point = Array.ConvertAll(_point, v => Convert<T>(v, 0));
        return (point, Array.ConvertAll(_gradient, v => Convert<T>(v.Value, v.Error)), Convert<T>(0.0, _gap));
    }

    /// <summary>The minimiser; tracked scalars carry its error.</summary>
    public T[] Minimizer<T>()
        where T : struct, INumber<T> => Array.ConvertAll(_point, v => Convert<T>(v, _distance));

    public static FaceOptimum Find(
        SquaredLoss<double> rough, SquaredLoss<DoubleDouble> fine, SquaredLoss<Tracked<DoubleDouble>> tracked, int n, double radius, bool simplex, (double Mu, double L) curvature)
    {
        double[] x = Projected(rough, n, radius, simplex, curvature.L);
        DoubleDouble[] point = Refined(rough, fine, x, radius, simplex);
        Tracked<DoubleDouble>[] at = Array.ConvertAll(point, v => (Tracked<DoubleDouble>)v), gradient = new Tracked<DoubleDouble>[n];
        tracked.Gradient(at, gradient);

        // G = <g, p> - min over vertices of <g, s>; what p misses of feasibility costs at most |g|_max times it.
        double steepest = gradient.Max(g => Math.Abs(g.Value.High) + g.Error);
        Tracked<DoubleDouble> length = Reductions.Sum<Tracked<DoubleDouble>>(Array.ConvertAll(at, v => simplex || v.Value.High >= 0 ? v : -v));
        Tracked<DoubleDouble> excess = length - (Tracked<DoubleDouble>)(DoubleDouble)radius;
        double infeasible = Math.Max(0, simplex ? Math.Abs(excess.Value.High) : excess.Value.High) + excess.Error + (simplex ? point.Sum(v => Math.Max(0, -v.High)) : 0);
        Tracked<DoubleDouble> gap = Reductions.Dot<Tracked<DoubleDouble>>(gradient, at);
        DoubleDouble top = simplex ? gradient.Select(g => -g.Value).Max() : gradient.Select(g => g.Value.High < 0 ? -g.Value : g.Value).Max();
        gap += (Tracked<DoubleDouble>)(DoubleDouble)radius * (Tracked<DoubleDouble>)top;
        double bound = Math.Max(0, gap.Value.High) + gap.Error + (radius * gradient.Max(g => g.Error)) + (2 * steepest * infeasible);
        return new(point, gradient, bound * Inflation, curvature.Mu);
    }

    /// <summary>Nesterov's method with projections, in doubles.</summary>
    private static double[] Projected(SquaredLoss<double> loss, int n, double radius, bool simplex, double L)
    {
        double[] origin = new double[n], h = loss.Hessian(origin), linear = new double[n], x = new double[n], y = new double[n], g = new double[n], next = new double[n];
        loss.Gradient(origin, linear);
        for (int i = 0; i < n; i++)
        {
            for (int j = i + 1; j < n; j++)
            {
                h[(i * n) + j] = h[(j * n) + i];
            }
        }

        for (int k = 0; k < ProjectedSteps; k++)
        {
            for (int i = 0; i < n; i++)
            {
                g[i] = y[i] - ((linear[i] + Reductions.Dot<double>(h.AsSpan(i * n, n), y)) / L);
            }

            Project(g, radius, simplex, next);

            // Restarted where the step turns against the momentum (O'Donoghue and Candes 2015).
            double turn = 0;
            for (int i = 0; i < n; i++)
            {
                turn += (y[i] - next[i]) * (next[i] - x[i]);
            }

            double momentum = turn > 0 ? 0 : (k % 200) / ((k % 200) + 3.0);
            for (int i = 0; i < n; i++)
            {
                (y[i], x[i]) = (next[i] + (momentum * (next[i] - x[i])), next[i]);
            }
        }

        return x;
    }

    /// <summary>The nearest point of the set: soft thresholding at the level found from the sorted components (Held, Wolfe and Crowder 1974).</summary>
    private static void Project(double[] x, double radius, bool simplex, double[] result)
    {
        double[] sizes = simplex ? [.. x] : Array.ConvertAll(x, Math.Abs);
        double level = 0;
        if (simplex || sizes.Sum() > radius)
        {
            Array.Sort(sizes, (a, b) => b.CompareTo(a));
            double sum = 0;
            for (int i = 0; i < sizes.Length; i++)
            {
                sum += sizes[i];
                double candidate = (sum - radius) / (i + 1);
                if (sizes[i] > candidate)
                {
                    level = candidate;
                }
            }
        }

        for (int i = 0; i < x.Length; i++)
        {
            result[i] = simplex ? Math.Max(0, x[i] - level) : Math.Sign(x[i]) * Math.Max(0, Math.Abs(x[i]) - level);
        }
    }

    /// <summary>Newton steps on the face of the rough solution: H_S step = -(g_S + nu s), s'w = radius where the constraint is active.</summary>
    private static DoubleDouble[] Refined(SquaredLoss<double> rough, SquaredLoss<DoubleDouble> fine, double[] x, double radius, bool simplex)
    {
        int n = x.Length;
        int[] support = [.. Enumerable.Range(0, n).Where(i => x[i] != 0)];
        bool active = simplex || x.Sum(Math.Abs) > radius * (1 - 1e-9);
        double[] h = rough.Hessian(x), reduced = new double[support.Length * support.Length], signs = Array.ConvertAll(support, i => (double)Math.Sign(x[i]));
        for (int a = 0; a < support.Length; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                reduced[(a * support.Length) + b] = h[(support[a] * n) + support[b]];
            }
        }

        DoubleDouble[] point = Array.ConvertAll(x, v => (DoubleDouble)v), gradient = new DoubleDouble[n];
        if (support.Length == 0)
        {
            return point;
        }

        CholeskyFactor factor = CholeskyFactor.OfShifted(reduced, support.Length);
        double[] u = [.. signs];
        factor.Solve(u);
        double curvature = Reductions.Dot<double>(signs, u);
        DoubleDouble nu = 0.0;
        for (int k = 0; k < Refinements; k++)
        {
            fine.Gradient(point, gradient);
            DoubleDouble missing = radius;
            double[] step = new double[support.Length];
            for (int a = 0; a < support.Length; a++)
            {
                missing -= point[support[a]] * signs[a];
                step[a] = -(gradient[support[a]] + (nu * signs[a])).High;
            }

            factor.Solve(step);
            double shift = active ? (missing.High - Reductions.Dot<double>(signs, step)) / curvature : 0;
            nu -= shift;
            for (int a = 0; a < support.Length; a++)
            {
                point[support[a]] += step[a] + (shift * u[a]);
            }
        }

        return point;
    }

    private static T Convert<T>(DoubleDouble value, double error)
        where T : struct, INumber<T> =>
        typeof(T) == typeof(double) ? (T)(object)value.High
        : typeof(T) == typeof(DoubleDouble) ? (T)(object)value
        : typeof(T) == typeof(Tracked<double>) ? (T)(object)new Tracked<double>(value.High, (Math.Abs(value.Low) + error) * Inflation)
        : typeof(T) == typeof(Tracked<DoubleDouble>) ? (T)(object)new Tracked<DoubleDouble>(value, error)
        : throw new NotSupportedException($"A minimiser known to an accuracy cannot be given in {typeof(T).Name}; run this problem in doubles or double-doubles.");
}
