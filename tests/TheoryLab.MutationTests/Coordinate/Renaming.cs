using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.MutationTests;

/// <summary>The coordinates as the method counts them, and as the problem does.</summary>
/// <param name="mutation">Where the i-th of n coordinates lies.</param>
/// <param name="n">Number of coordinates.</param>
/// <param name="columns">1 for vectors, n for matrices of order n, stored row by row, whose rows and columns are both counted anew.</param>
internal sealed class Renaming<T>(Mutation mutation, int n, int columns = 1)
    where T : struct, INumber<T>
{
    public int Position(int i) => mutation.Position(i, n);

    /// <summary>From the problem's order to the method's.</summary>
    public HostVector<T> Seen(HostVector<T> x) => Reordered((seen, i) => seen[i] = x[Entry(i)]);

    /// <summary>From the method's order to the problem's.</summary>
    public HostVector<T> True(HostVector<T> x) => Reordered((real, i) => real[Entry(i)] = x[i]);

    private HostVector<T> Reordered(Action<HostVector<T>, int> copy)
    {
        HostVector<T> result = new(new T[n * columns]);
        for (int i = 0; i < result.Length; i++)
        {
            copy(result, i);
        }

        return result;
    }

    private int Entry(int i) => columns == 1 ? Position(i) : (Position(i / columns) * columns) + Position(i % columns);
}
