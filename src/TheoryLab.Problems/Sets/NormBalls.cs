using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>Linear minimisation over boxes and balls. A zero direction is answered by the first point: the lowest corner, or minus the first unit vector.</summary>
public static class NormBalls
{
    /// <summary>Over the cube [low, high]^n; a zero component goes to the low end.</summary>
    /// <typeparam name="T">The scalar.</typeparam>
    /// <param name="low">Lower end of every coordinate.</param>
    /// <param name="high">Upper end of every coordinate.</param>
    /// <param name="direction">The linear function.</param>
    /// <param name="vertex">Target.</param>
    public static void MinimizeOverCube<T>(T low, T high, HostVector<T> direction, HostVector<T> vertex)
        where T : struct, INumber<T>
    {
        Span<T> d = direction.Span, v = vertex.Span;
        for (int i = 0; i < d.Length; i++)
        {
            v[i] = d[i] < T.Zero ? high : low;
        }
    }

    /// <summary>Over the l_1 ball around zero: the signed unit vector, times the radius, at the largest component; ties to the lowest index.</summary>
    /// <typeparam name="T">The scalar.</typeparam>
    /// <param name="radius">The radius.</param>
    /// <param name="direction">The linear function.</param>
    /// <param name="vertex">Target.</param>
    public static void MinimizeOverL1<T>(T radius, HostVector<T> direction, HostVector<T> vertex)
        where T : struct, INumber<T>
    {
        Span<T> d = direction.Span;
        int best = 0;
        for (int i = 1; i < d.Length; i++)
        {
            if (T.Abs(d[i]) > T.Abs(d[best]))
            {
                best = i;
            }
        }

        vertex.Span.Clear();
        vertex[best] = d[best] < T.Zero ? radius : -radius;
    }

    /// <summary>Over the Euclidean unit ball: minus the direction, normalised.</summary>
    /// <typeparam name="T">The scalar.</typeparam>
    /// <param name="direction">The linear function.</param>
    /// <param name="vertex">Target.</param>
    public static void MinimizeOverL2<T>(HostVector<T> direction, HostVector<T> vertex)
        where T : struct, INumber<T>
    {
        T largest = Largest(direction);
        if (T.IsZero(largest))
        {
            First(vertex);
            return;
        }

        // Scaled first, so that squares neither overflow nor vanish.
        vertex.Assign(T.One / largest, direction);
        vertex.Assign(-T.One / ScalarMath.Sqrt(HostVector<T>.Dot(vertex, vertex)), vertex);
    }

    /// <summary>Over the unit ball of the l_p norm, p > 1: s_i = -sign(d_i) |d_i|^(1/(p-1)), normalised in l_p.</summary>
    /// <typeparam name="T">The scalar, with exponentials and logarithms.</typeparam>
    /// <param name="p">The exponent.</param>
    /// <param name="direction">The linear function.</param>
    /// <param name="vertex">Target.</param>
    public static void MinimizeOverLp<T>(T p, HostVector<T> direction, HostVector<T> vertex)
        where T : struct, INumber<T>
    {
        T largest = Largest(direction);
        if (T.IsZero(largest))
        {
            First(vertex);
            return;
        }

        // With e = |d|/largest: |s_i|^p = e_i^(p/(p-1)) = e_i |s_i|.
        T sum = T.Zero;
        for (int i = 0; i < direction.Length; i++)
        {
            T share = T.Abs(direction[i]) / largest;
            T size = T.IsZero(share) ? T.Zero : ScalarMath.Exp(ScalarMath.Log(share) / (p - T.One));
            sum += share * size;
            vertex[i] = direction[i] < T.Zero ? size : -size;
        }

        vertex.Assign(ScalarMath.Exp(-ScalarMath.Log(sum) / p), vertex);
    }

    private static T Largest<T>(HostVector<T> direction)
        where T : struct, INumber<T>
    {
        T largest = T.Zero;
        foreach (T d in direction.Span)
        {
            largest = T.Max(largest, T.Abs(d));
        }

        return largest;
    }

    private static void First<T>(HostVector<T> vertex)
        where T : struct, INumber<T>
    {
        vertex.Span.Clear();
        vertex[0] = -T.One;
    }
}
