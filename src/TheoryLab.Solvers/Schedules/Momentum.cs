using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>Sequences that momentum methods share.</summary>
public static class Momentum
{
    /// <summary>t_{k+1} = (1 + sqrt(1 + 4 t_k^2))/2, from t_0 = 1 (Nesterov 1983).</summary>
    /// <typeparam name="TScalar">The scalar.</typeparam>
    /// <param name="t">t_k.</param>
    public static TScalar Next<TScalar>(TScalar t)
        where TScalar : struct, INumberBase<TScalar> => Grow(t, 4);

    /// <summary>The last term of the optimized gradient method, (1 + sqrt(1 + 8 t^2))/2 (Kim and Fessler 2016).</summary>
    /// <typeparam name="TScalar">The scalar.</typeparam>
    /// <param name="t">theta_{N-1}.</param>
    public static TScalar Last<TScalar>(TScalar t)
        where TScalar : struct, INumberBase<TScalar> => Grow(t, 8);

    /// <summary>t_k of <see cref="Next{TScalar}"/>.</summary>
    /// <typeparam name="TScalar">The scalar.</typeparam>
    /// <param name="k">Index from zero.</param>
    public static TScalar Term<TScalar>(int k)
        where TScalar : struct, INumberBase<TScalar>
    {
        TScalar t = TScalar.One;
        for (int i = 0; i < k; i++)
        {
            t = Next(t);
        }

        return t;
    }

    /// <summary>theta_N of the optimized gradient method with N steps: N - 1 times <see cref="Next{TScalar}"/>, then <see cref="Last{TScalar}"/>.</summary>
    /// <typeparam name="TScalar">The scalar.</typeparam>
    /// <param name="n">Number of steps; zero gives one.</param>
    public static TScalar FinalTheta<TScalar>(int n)
        where TScalar : struct, INumberBase<TScalar> => n == 0 ? TScalar.One : Last(Term<TScalar>(n - 1));

    private static TScalar Grow<TScalar>(TScalar t, int factor)
        where TScalar : struct, INumberBase<TScalar> =>
        (TScalar.One + ScalarMath.Sqrt(TScalar.One + (ScalarMath.From<TScalar>(factor) * t * t))) / ScalarMath.From<TScalar>(2);
}
