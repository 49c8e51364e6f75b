using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// Self-concordant objectives on the simplex that are logarithmically homogeneous, f(s x) = f(x) - degree log s, and infinite on part of the
/// simplex. Then &lt;grad f(x), x&gt; = -degree, so x* is optimal if no partial derivative is below -degree. f* is computed once per instance in
/// double-doubles and certified by the Frank-Wolfe gap.
/// </summary>
/// <typeparam name="T">The scalar.</typeparam>
/// <param name="start">x_0.</param>
/// <param name="optimum">The minimiser and the optimal value with their errors, asked for once.</param>
internal abstract class SimplexBarrier<T>(T[] start, Func<(T[] Minimizer, T Value)> optimum) : LineSearchProblem<T>, IHessianOracle<HostVector<T>>
    where T : struct, INumber<T>
{
    // Bisection alone reaches the accuracy of double-doubles in so many steps; Newton's method needs about ten.
    private const int MostSearchSteps = 120;

    private readonly Lazy<(T[] Minimizer, T Value)> _optimum = new(optimum);

    /// <summary>The value outside the domain.</summary>
    protected static T Infinity { get; } = T.One / T.Zero;

    public sealed override int? VertexCount => InitialPoint.Length;

    public sealed override HostVector<T> InitialPoint { get; } = new(start);

    public sealed override HostVector<T> Minimizer => new(_optimum.Value.Minimizer);

    /// <summary>f* up to the certified error.</summary>
    protected T OptimalValue => _optimum.Value.Value;

    public override T PrimalGap(HostVector<T> x)
    {
        T value = Value(x);
        return T.IsFinite(value) ? value - OptimalValue : value;
    }

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

    protected sealed override void ComputeVertex(HostVector<T> direction, HostVector<T> vertex) => VertexSets.MinimizeOverSimplex(direction, vertex);

    protected override T? FamilyConstant(string name) => name switch
    {
        "D" => ScalarMath.Sqrt(Two),
        "fstar" => OptimalValue,
        _ => null,
    };

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
