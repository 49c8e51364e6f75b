using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>Objectives that are infinite on part of their set, with Hessian products and exact line search within the domain.</summary>
/// <typeparam name="T">The scalar.</typeparam>
internal abstract class BarrierProblem<T> : LineSearchProblem<T>, IHessianOracle<HostVector<T>>
    where T : struct, INumber<T>
{
    // Bisection alone reaches the accuracy of double-doubles in so many steps; Newton's method needs about ten.
    private const int MostSearchSteps = 120;

    /// <summary>The value outside the domain.</summary>
    protected static T Infinity { get; } = T.One / T.Zero;

    public void HessianProduct(HostVector<T> x, HostVector<T> direction, HostVector<T> result)
    {
        OracleCalls++;
        ComputeHessianProduct(x, direction, result);
    }

    protected abstract void ComputeHessianProduct(HostVector<T> x, HostVector<T> direction, HostVector<T> result);

    /// <summary>Readies <see cref="Along"/> for a segment.</summary>
    protected abstract void PrepareSearch(HostVector<T> x, HostVector<T> direction);

    /// <summary>The first two derivatives of f(x + t d) in t; false outside the domain.</summary>
    protected abstract bool Along(T t, out T slope, out T curvature);

    /// <summary>The first two derivatives of -sum w_i log(u_i + t v_i) in t; false where an argument is not positive.</summary>
    /// <param name="weights">w; empty for ones.</param>
    /// <param name="u">u.</param>
    /// <param name="v">v.</param>
    /// <param name="t">t.</param>
    /// <param name="slope">The first derivative; infinite outside the domain.</param>
    /// <param name="curvature">The second derivative.</param>
    protected static bool Logarithms(ReadOnlySpan<T> weights, ReadOnlySpan<T> u, ReadOnlySpan<T> v, T t, out T slope, out T curvature)
    {
        (slope, curvature) = (T.Zero, T.Zero);
        for (int i = 0; i < u.Length; i++)
        {
            T value = u[i] + (t * v[i]);
            if (value <= T.Zero)
            {
                slope = Infinity;
                return false;
            }

            T ratio = v[i] / value, weighted = weights.IsEmpty ? ratio : weights[i] * ratio;
            slope -= weighted;
            curvature += weighted * ratio;
        }

        return true;
    }

    /// <summary>
    /// Newton's method on the derivative, kept inside a bracket that bisection shrinks: it ends when the step no longer changes t, or when rounding
    /// leaves nothing between the ends.
    /// </summary>
    protected sealed override T ComputeStep(HostVector<T> x, HostVector<T> direction, T largest)
    {
        PrepareSearch(x, direction);
        if (Along(largest, out T slope, out T curvature) && slope <= T.Zero)
        {
            return largest;
        }

        T low = T.Zero, high = largest, t = T.Zero;
        if (!Along(t, out slope, out curvature) || slope >= T.Zero)
        {
            return T.Zero;
        }

        for (int i = 0; i < MostSearchSteps; i++)
        {
            T next = t - (slope / curvature);
            if (!(next > low && next < high))
            {
                next = low + ((high - low) / Two);
            }

            if (next == t || next <= low || next >= high)
            {
                break;
            }

            t = next;
            if (!Along(t, out slope, out curvature) || slope > T.Zero)
            {
                high = t;
                // Outside the domain the derivative is unknown: bisect.
                (slope, curvature) = T.IsFinite(slope) ? (slope, curvature) : (T.Zero, T.One);
            }
            else
            {
                low = t;
            }
        }

        return low;
    }
}
