using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// The minimiser of a logarithmically homogeneous self-concordant function on the simplex, with a proved accuracy: multiplicative updates approach
/// it, an active-set Newton method settles the support, undamped steps refine the point in double-doubles, and the Frank-Wolfe gap there, evaluated under running error analysis,
/// bounds f(x) - f* by G and omega(|x - x*|_x) by G with omega(t) = t - log(1 + t) (Nesterov and Nemirovskii 1994).
/// </summary>
internal sealed class BarrierOptimum
{
    private const int Multiplications = 500;
    private const double SupportShare = 1e-7;
    private const double NewtonRegion = 0.1;
    private const double Settling = 1e-7;
    private const double Inflation = 1 + (1.0 / (1L << 40));

    private readonly DoubleDouble[] _point;
    private readonly DoubleDouble _value;
    private readonly double _valueError;
    private readonly double _distanceError;

    private BarrierOptimum(DoubleDouble[] point, DoubleDouble value, double valueError, double distanceError) =>
        (_point, _value, _valueError, _distanceError) = (point, value, valueError, distanceError);

    /// <summary>f and its derivatives at one point, in one scalar.</summary>
    /// <typeparam name="T">The scalar.</typeparam>
    internal interface IFunction<T>
    {
        /// <summary>f(x).</summary>
        T Value(T[] x);

        /// <summary>gradient &lt;- grad f(x).</summary>
        void Gradient(T[] x, T[] gradient);
    }

    /// <summary>Finds and certifies the optimum.</summary>
    /// <param name="n">Dimension.</param>
    /// <param name="degree">f(s x) = f(x) - degree log s.</param>
    /// <param name="rough">The function in doubles.</param>
    /// <param name="hessian">The Hessian in doubles, row-major.</param>
    /// <param name="fine">The function in double-doubles.</param>
    /// <param name="tracked">The same under running error analysis.</param>
    /// <param name="curvature">A proved lower bound on the smallest Hessian eigenvalue at a point; zero if there is none.</param>
    /// <param name="onFace">The eigenvalue is that of the block of the positive components.</param>
    public static BarrierOptimum Find(
        int n,
        int degree,
        IFunction<double> rough,
        Func<double[], double[]> hessian,
        IFunction<DoubleDouble> fine,
        IFunction<Tracked<DoubleDouble>> tracked,
        Func<double[], double> curvature,
        bool onFace = false)
    {
        double[] x = Sampling.Fill(n, _ => 1.0 / n), gradient = new double[n];
        for (int k = 0; k < Multiplications; k++)
        {
            rough.Gradient(x, gradient);
            for (int j = 0; j < n; j++)
            {
                x[j] *= -gradient[j] / degree;
            }
        }

        SortedSet<int> support = Settled(x, degree, rough, hessian);
        DoubleDouble[] best = Refined(Array.ConvertAll(x, v => (DoubleDouble)v), [.. support], degree, hessian, fine);
        return Certified(best, degree, tracked, curvature, onFace);
    }

    /// <summary>The minimiser in a scalar; tracked scalars carry its error.</summary>
    public T[] PointIn<T>()
        where T : struct => Array.ConvertAll(_point, v => Convert<T>(v, _distanceError));

    /// <summary>f* in a scalar; tracked scalars carry its error.</summary>
    public T ValueIn<T>()
        where T : struct => Convert<T>(_value, _valueError);

    /// <summary>
    /// Damped Newton steps on the positive components: a component that reaches zero leaves, and once the steps are small the one whose derivative
    /// is furthest below -degree comes in. Overwrites x with the point found and returns its support.
    /// </summary>
    private static SortedSet<int> Settled(double[] x, int degree, IFunction<double> rough, Func<double[], double[]> hessian)
    {
        const int MostSteps = 500;
        int n = x.Length;
        double[] gradient = new double[n];
        SortedSet<int> support = [.. Enumerable.Range(0, n).Where(j => x[j] > SupportShare / n)];
        for (int j = 0; j < n; j++)
        {
            x[j] = support.Contains(j) ? x[j] : 0;
        }

        for (int k = 0; k < MostSteps; k++)
        {
            rough.Gradient(x, gradient);
            int[] at = [.. support];
            double[] step = Array.ConvertAll(at, j => -gradient[j] - degree), residual = [.. step];
            CholeskyFactor.OfShifted(Reduced(hessian(x), at, n), at.Length).Solve(step);
            double decrement = Math.Sqrt(Math.Max(0, Reductions.Dot<double>(step, residual))), size = 1 / (1 + decrement);
            if (decrement < NewtonRegion)
            {
                size = 1;
                int entering = Enumerable.Range(0, n).Where(j => !support.Contains(j)).DefaultIfEmpty(-1).MinBy(j => j < 0 ? 0 : gradient[j]);
                if (decrement < Settling && (entering < 0 || gradient[entering] >= -degree * (1 + Settling)))
                {
                    break;
                }

                if (decrement < Settling)
                {
                    support.Add(entering);
                    x[entering] = Settling;
                    continue;
                }
            }

            int leaving = -1;
            for (int a = 0; a < at.Length; a++)
            {
                if (x[at[a]] + (size * step[a]) <= 0)
                {
                    (leaving, size) = (at[a], -x[at[a]] / step[a]);
                }
            }

            for (int a = 0; a < at.Length; a++)
            {
                x[at[a]] += size * step[a];
            }

            if (leaving >= 0)
            {
                x[leaving] = 0;
                support.Remove(leaving);
            }
        }

        return support;
    }

    private static double[] Reduced(double[] full, int[] support, int n)
    {
        double[] reduced = new double[support.Length * support.Length];
        for (int a = 0; a < support.Length; a++)
        {
            for (int b = 0; b < support.Length; b++)
            {
                reduced[(a * support.Length) + b] = full[(support[a] * n) + support[b]];
            }
        }

        return reduced;
    }

    private static DoubleDouble[] Refined(DoubleDouble[] start, int[] support, int degree, Func<double[], double[]> hessian, IFunction<DoubleDouble> fine)
    {
        const int MostSteps = 60;
        int n = start.Length;
        DoubleDouble[] point = new DoubleDouble[n], best = start, gradient = new DoubleDouble[n];
        foreach (int j in support)
        {
            point[j] = start[j];
        }

        double least = double.PositiveInfinity;
        double[] step = new double[support.Length];
        for (int k = 0; k < MostSteps; k++)
        {
            fine.Gradient(point, gradient);
            double largest = 0;
            for (int a = 0; a < support.Length; a++)
            {
                step[a] = (gradient[support[a]] + degree).High;
                largest = Math.Max(largest, Math.Abs(step[a]));
            }

            if (!(largest < least))
            {
                break;
            }

            (best, least) = ([.. point], largest);
            double[] reduced = Reduced(hessian(Array.ConvertAll(point, v => v.High)), support, n);
            CholeskyFactor.OfShifted(reduced, support.Length).Solve(step);
            for (int a = 0; a < support.Length; a++)
            {
                point[support[a]] -= step[a];
            }
        }

        return best;
    }

    /// <summary>
    /// The point need not sum to one exactly: by homogeneity f there is f on the simplex less degree times the logarithm of the sum. Off the face of
    /// x, with least excess s there of the derivatives over -degree, f(x*) &lt;= f(x) and convexity give sum x*_j &lt;= G/s; and a diagonal entry of
    /// the Hessian is at most the square of the partial derivative, as each unit vector is a direction of recession of the domain.
    /// </summary>
    private static BarrierOptimum Certified(
        DoubleDouble[] point, int degree, IFunction<Tracked<DoubleDouble>> tracked, Func<double[], double> curvature, bool onFace)
    {
        Tracked<DoubleDouble>[] x = Array.ConvertAll(point, v => (Tracked<DoubleDouble>)v), gradient = new Tracked<DoubleDouble>[point.Length];
        tracked.Gradient(x, gradient);
        Tracked<DoubleDouble> value = tracked.Value(x), sum = Reductions.Sum<Tracked<DoubleDouble>>(x);
        if (point.Any(v => v.High < 0))
        {
            throw new ArithmeticException("The point found for a barrier problem is not in the simplex.");
        }

        double excess = Math.Abs((sum.Value - 1).High) + sum.Error;

        // G = <grad f(x), x> - min_j = -degree - min_j gradient_j, enlarged by the error of each component.
        double gap = Math.Max(0, gradient.Max(g => -(g.Value + degree).High + g.Error)) + (degree * excess);
        double allowed = (gap + value.Error + (degree * excess)) * Inflation;

        // omega(t) <= G and omega(t) >= t^2/4 for t <= 1.
        double mu = curvature(Array.ConvertAll(point, v => v.High));
        double off = 0;
        if (onFace && point.Any(v => v.High == 0))
        {
            double least = gradient.Where((_, j) => point[j].High == 0).Min(g => (g.Value + degree).High - g.Error);
            off = least > 0 ? gap / least : double.PositiveInfinity;
        }

        double distance = mu > 0 && gap < 0.1
            ? (((Math.Sqrt(4 * gap) + (off * (degree + gap))) / Math.Sqrt(mu)) + off + excess) * Inflation
            : double.PositiveInfinity;
        return new(point, value.Value, allowed, distance);
    }

    private static T Convert<T>(DoubleDouble value, double error)
        where T : struct =>
        typeof(T) == typeof(double) ? (T)(object)value.High
        : typeof(T) == typeof(DoubleDouble) ? (T)(object)value
        : typeof(T) == typeof(Tracked<double>) ? (T)(object)new Tracked<double>(value.High, (Math.Abs(value.Low) + error) * Inflation)
        : typeof(T) == typeof(Tracked<DoubleDouble>) ? (T)(object)new Tracked<DoubleDouble>(value, error)
        : throw new NotSupportedException($"An optimum known to an accuracy cannot be given in {typeof(T).Name}; run this problem in doubles or double-doubles.");
}
