using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>Linear minimisation over standard sets; ties go to the lowest index.</summary>
public static class VertexSets
{
    /// <summary>Over the probability simplex: the unit vector at the smallest component. One pass.</summary>
    /// <typeparam name="T">The scalar.</typeparam>
    /// <param name="direction">The linear function.</param>
    /// <param name="vertex">Target.</param>
    public static void MinimizeOverSimplex<T>(HostVector<T> direction, HostVector<T> vertex)
        where T : struct, INumber<T>
    {
        Span<T> d = direction.Span;
        int best = 0;
        for (int i = 1; i < d.Length; i++)
        {
            if (d[i] < d[best])
            {
                best = i;
            }
        }

        vertex.Span.Clear();
        vertex[best] = T.One;
    }

    /// <summary>The pyramidal width of the probability simplex: 2/sqrt n for even n, 2/sqrt(n - 1/n) for odd n (Lacoste-Julien and Jaggi 2015).</summary>
    /// <typeparam name="T">The scalar.</typeparam>
    /// <param name="dimension">n, at least 2.</param>
    public static T PyramidalWidthOfSimplex<T>(int dimension)
        where T : struct, INumber<T>
    {
        T n = ScalarMath.From<T>(dimension);
        return (T.One + T.One) / ScalarMath.Sqrt(int.IsOddInteger(dimension) ? n - (T.One / n) : n);
    }

    /// <summary>Over the convex hull of given vertices, by comparing all of them.</summary>
    /// <typeparam name="T">The scalar.</typeparam>
    /// <param name="vertices">The vertices, at least one.</param>
    /// <param name="direction">The linear function.</param>
    /// <param name="vertex">Target.</param>
    public static void MinimizeOverHull<T>(ReadOnlySpan<HostVector<T>> vertices, HostVector<T> direction, HostVector<T> vertex)
        where T : struct, INumber<T>
    {
        int best = 0;
        T least = HostVector<T>.Dot(direction, vertices[0]);
        for (int i = 1; i < vertices.Length; i++)
        {
            T value = HostVector<T>.Dot(direction, vertices[i]);
            if (value < least)
            {
                (best, least) = (i, value);
            }
        }

        vertex.CopyFrom(vertices[best]);
    }
}
