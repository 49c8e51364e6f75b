using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>The shortest convex combination of the gradients of all objectives: one round, no allocation after construction.</summary>
/// <param name="problem">Answers the gradients.</param>
/// <param name="like">A vector of the space.</param>
internal sealed class CommonDescent<TVector, TScalar, TProblem>(TProblem problem, TVector like)
    where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
    where TScalar : struct, INumber<TScalar>
    where TProblem : IMultiobjectiveOracle<TVector>
{
    private readonly TVector[] _gradients = Fresh(like, problem.Objectives);
    private readonly MinimumNormPoint<TScalar> _nearest = new(problem.Objectives);

    /// <summary>d &lt;- argmin of |d| over conv{grad f_i(x)}.</summary>
    public void Direction(TVector x, TVector d)
    {
        int m = _gradients.Length;
        problem.Gradients(x, _gradients);
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                _nearest.Gram[(i * m) + j] = _nearest.Gram[(j * m) + i] = TVector.Dot(_gradients[i], _gradients[j]);
            }
        }

        // As g_1 + sum lam_i (g_i - g_1): what all gradients have in common is not rounded.
        ReadOnlySpan<TScalar> weights = _nearest.Solve();
        d.CopyFrom(_gradients[0]);
        for (int i = 1; i < m; i++)
        {
            d.Assign(d + weights[i] * (_gradients[i] - _gradients[0]));
        }
    }

    private static TVector[] Fresh(TVector like, int count)
    {
        TVector[] vectors = new TVector[count];
        for (int i = 0; i < count; i++)
        {
            vectors[i] = like.NewLike();
        }

        return vectors;
    }
}
