using System.Numerics;

namespace TheoryLab.Core.Tests;

/// <summary>The documented order of additions, written with scalars: sixteen lanes, folded 16 to 8 to 4 to 2 to 1, then the tail.</summary>
internal static class ReferenceReductions
{
    public static double InLanes(ReadOnlySpan<double> terms)
    {
        int full = terms.Length - (terms.Length % 16);
        double[] lanes = new double[16];
        for (int i = 0; i < full; i++)
        {
            lanes[i % 16] += terms[i];
        }

        for (int width = 8; width >= 1; width /= 2)
        {
            for (int i = 0; i < width; i++)
            {
                lanes[i] += lanes[i + width];
            }
        }

        return InOrder(terms[full..], lanes[0]);
    }

    public static T InOrder<T>(ReadOnlySpan<T> terms, T sum = default)
        where T : struct, INumberBase<T>
    {
        foreach (T term in terms)
        {
            sum += term;
        }

        return sum;
    }
}
