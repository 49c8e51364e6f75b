using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>An instance whose minimiser is computed to a certified accuracy rather than known by a formula.</summary>
public interface ICertifiedInstance
{
    /// <summary>The minimiser with its accuracy; computed at the first call, once for the instance, on whichever thread comes first.</summary>
    CertifiedMinimum Minimum { get; }
}

/// <summary>
/// An approximate minimiser of a mu-strongly convex function with a proved accuracy. With g a bound on the gradient norm at the point,
/// |x - x*| &lt;= g/mu and f(x) - g^2/(2 mu) &lt;= f* &lt;= f(x) (Nesterov, Lectures on Convex Optimization, 2018, section 2.1.3). The gradient and
/// the value are evaluated in double-doubles under running error analysis, so that g includes the rounding of its own evaluation.
/// </summary>
public sealed class CertifiedMinimum
{
    // The bounds below are computed in a few roundings of doubles.
    private const double Inflation = 1 + (1.0 / (1L << 40));

    private readonly DoubleDouble[] _point;

    private CertifiedMinimum(DoubleDouble[] point, double gradientNorm, Tracked<DoubleDouble> value, double mu)
    {
        _point = point;
        GradientNorm = gradientNorm;
        DistanceError = gradientNorm / mu * Inflation;
        Value = value.Value;
        ValueError = (value.Error + (gradientNorm * gradientNorm / (2 * mu))) * Inflation;
    }

    /// <summary>The approximate minimiser.</summary>
    public ReadOnlyMemory<DoubleDouble> Point => _point;

    /// <summary>A bound on the gradient norm there.</summary>
    public double GradientNorm { get; }

    /// <summary>A bound on |x - x*|.</summary>
    public double DistanceError { get; }

    /// <summary>The optimal value.</summary>
    public DoubleDouble Value { get; }

    /// <summary>A bound on |<see cref="Value"/> - f*|.</summary>
    public double ValueError { get; }

    /// <summary>The minimiser in a scalar; tracked scalars carry its error, component by component at most <see cref="DistanceError"/>.</summary>
    /// <typeparam name="T">double, double-double, or either of them tracked.</typeparam>
    /// <exception cref="NotSupportedException">Another scalar.</exception>
    public T[] PointIn<T>()
        where T : struct, INumber<T> => Array.ConvertAll(_point, component => Convert<T>(component, DistanceError));

    /// <summary>f* in a scalar; tracked scalars carry its error.</summary>
    /// <typeparam name="T">double, double-double, or either of them tracked.</typeparam>
    /// <exception cref="NotSupportedException">Another scalar.</exception>
    public T ValueIn<T>()
        where T : struct, INumber<T> => Convert<T>(Value, ValueError);

    /// <summary>
    /// Newton steps with a fixed factor, the gradient in double-doubles, until the gradient norm no longer falls: iterative refinement
    /// (Higham 2002, chapter 12). Each step gains the digits that the double factor has.
    /// </summary>
    /// <param name="loss">The function in double-doubles.</param>
    /// <param name="tracked">The same under running error analysis.</param>
    /// <param name="hessian">A factor of the Hessian near the minimiser.</param>
    /// <param name="start">Where to start.</param>
    /// <param name="mu">A proved strong convexity constant, positive.</param>
    internal static CertifiedMinimum Refine(
        ISmoothFunction<DoubleDouble> loss, ISmoothFunction<Tracked<DoubleDouble>> tracked, CholeskyFactor hessian, double[] start, double mu)
    {
        const int MostSteps = 100;
        DoubleDouble[] point = Array.ConvertAll(start, x => (DoubleDouble)x), best = point, gradient = new DoubleDouble[start.Length];
        double[] step = new double[start.Length];
        double least = double.PositiveInfinity;
        for (int k = 0; k < MostSteps; k++)
        {
            loss.Gradient(point, gradient);
            for (int i = 0; i < step.Length; i++)
            {
                step[i] = gradient[i].High;
            }

            double norm = Math.Sqrt(Reductions.Dot<double>(step, step));
            if (!(norm < least))
            {
                break;
            }

            (best, least) = (point, norm);
            hessian.Solve(step);
            point = [.. best.Select((x, i) => x - step[i])];
        }

        Tracked<DoubleDouble>[] exact = Array.ConvertAll(best, x => (Tracked<DoubleDouble>)x), trackedGradient = new Tracked<DoubleDouble>[start.Length];
        tracked.Gradient(exact, trackedGradient);
        double squares = trackedGradient.Sum(g => Math.Pow(Math.Abs(g.Value.High) + g.Error, 2));
        return new(best, Math.Sqrt(squares) * Inflation, tracked.Value(exact), mu);
    }

    /// <summary>
    /// A point with a subgradient of norm at most <paramref name="subgradientNorm"/>. The bounds above hold for every mu-strongly convex function,
    /// differentiable or not, with any of its subgradients.
    /// </summary>
    /// <param name="point">The point.</param>
    /// <param name="subgradientNorm">A bound on the norm of some subgradient there.</param>
    /// <param name="value">The value there with its error.</param>
    /// <param name="mu">A proved strong convexity constant, positive.</param>
    internal static CertifiedMinimum OfSubgradient(DoubleDouble[] point, double subgradientNorm, Tracked<DoubleDouble> value, double mu) =>
        new(point, subgradientNorm, value, mu);

    private static T Convert<T>(DoubleDouble value, double error)
        where T : struct, INumber<T> =>
        typeof(T) == typeof(double) ? (T)(object)value.High
        : typeof(T) == typeof(DoubleDouble) ? (T)(object)value
        : typeof(T) == typeof(Tracked<double>) ? (T)(object)new Tracked<double>(value.High, (Math.Abs(value.Low) + error) * Inflation)
        : typeof(T) == typeof(Tracked<DoubleDouble>) ? (T)(object)new Tracked<DoubleDouble>(value, error)
        : throw new NotSupportedException($"A minimiser known to an accuracy cannot be given in {typeof(T).Name}; run this problem in doubles or double-doubles.");
}
