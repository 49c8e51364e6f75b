using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// Several objectives in host memory. As a <see cref="HostProblem{T}"/> it is the fixed scalarisation f = sum lam_i f_i, so that every method for
/// one function runs on it; a <see cref="IMultiobjectiveMethod"/> sees the objectives themselves.
/// </summary>
/// <typeparam name="T">The scalar.</typeparam>
/// <param name="objectives">m.</param>
public abstract class MultiobjectiveProblem<T>(int objectives) : HessianProblem<T>, IMultiobjectiveOracle<HostVector<T>>, IParetoOracle<HostVector<T>, T>
    where T : struct, INumber<T>
{
    private readonly MinimumNormPoint<T> _nearest = new(objectives);
    private HostVector<T>[]? _gradients;
    private HostVector<T> _point;

    /// <inheritdoc/>
    public int Objectives => objectives;

    /// <inheritdoc/>
    public void Gradients(HostVector<T> x, HostVector<T>[] gradients)
    {
        OracleCalls++;
        ComputeGradients(x, gradients);
    }

    /// <inheritdoc/>
    /// <remarks>The weights found are data; |p| is the value, and G lies between min &lt;p, g_i&gt;/|p| and |p|, which tracked scalars take into their bound.</remarks>
    public T ParetoGap(HostVector<T> x)
    {
        if (_gradients is null)
        {
            _gradients = [.. Enumerable.Range(0, objectives).Select(_ => x.NewLike())];
            _point = x.NewLike();
        }

        Gradients(x, _gradients);
        return LeastNorm(_nearest, _gradients, _point);
    }

    /// <inheritdoc/>
    public abstract T Merit(HostVector<T> x);

    /// <summary>The least norm over the hull of the vectors, with an enclosure; no allocation after the first call.</summary>
    /// <param name="nearest">Finds the weights.</param>
    /// <param name="vectors">The vectors.</param>
    /// <param name="point">Overwritten.</param>
    protected static T LeastNorm(MinimumNormPoint<T> nearest, HostVector<T>[] vectors, HostVector<T> point)
    {
        int m = vectors.Length;
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                nearest.Gram[(i * m) + j] = nearest.Gram[(j * m) + i] = HostVector<T>.Dot(vectors[i], vectors[j]);
            }
        }

        ReadOnlySpan<T> weights = nearest.Solve();
        T direct = T.Zero, sum = T.Zero;
        if (m == 2)
        {
            // The formula bounds its own error, and better where G is small beside the gradients.
            point.Assign(vectors[0] - vectors[1]);
            point.Assign(vectors[1] + weights[0] * point);
            direct = ScalarMath.Sqrt(HostVector<T>.Dot(point, point));
        }

        for (int i = 0; i < m; i++)
        {
            T weight = Enclosures.AsData(weights[i]);
            sum += weight;
            if (i == 0)
            {
                point.Assign(weight, vectors[0]);
            }
            else
            {
                point.Assign(point + weight * vectors[i]);
            }
        }

        T norm = ScalarMath.Sqrt(HostVector<T>.Dot(point, point)), least = T.Zero;
        if (!T.IsZero(norm))
        {
            for (int i = 0; i < m; i++)
            {
                T slope = HostVector<T>.Dot(point, vectors[i]) / norm;
                least = i == 0 ? slope : T.Min(least, slope);
            }
        }

        // Where |p| is no more than its own error the slopes say nothing; G is not negative.
        T top = norm / sum, enclosed = Enclosures.Tighter(Enclosures.Between(top, T.Max(T.Zero, least)), Enclosures.Between(top, T.Zero));
        return m == 2 ? Enclosures.Tighter(direct, enclosed) : enclosed;
    }

    /// <summary>gradients[i] &lt;- grad f_i(x); no allocation.</summary>
    /// <param name="x">Where.</param>
    /// <param name="gradients">Targets.</param>
    protected abstract void ComputeGradients(HostVector<T> x, HostVector<T>[] gradients);
}
