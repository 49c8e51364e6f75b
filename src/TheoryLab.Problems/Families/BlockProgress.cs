using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>What one exact step can gain on a quadratic, from its gradient g: over a block of the partition, or along a coordinate.</summary>
/// <typeparam name="T">The scalar.</typeparam>
internal sealed class BlockProgress<T>
    where T : struct, INumber<T>
{
    private readonly T[] _diagonal;
    private readonly T[] _d;
    private readonly LdlFactor<T>[] _factors;

    /// <summary>Factors the blocks of consecutive coordinates.</summary>
    /// <param name="matrix">A.</param>
    /// <param name="diagonal">Its diagonal.</param>
    /// <param name="block">Coordinates per block; the last one takes the rest.</param>
    public BlockProgress(SymmetricMatrix<T> matrix, T[] diagonal, int block)
    {
        int n = diagonal.Length, size = Math.Min(block, n);
        (_diagonal, _d, _factors) = (diagonal, new T[size], new LdlFactor<T>[(n + size - 1) / size]);
        for (int b = 0; b < _factors.Length; b++)
        {
            int first = b * size, order = Math.Min(size, n - first);
            _factors[b] = new(order);
            for (int i = 0; i < order * order; i++)
            {
                _factors[b].Matrix[i] = matrix[first + (i / order), first + (i % order)];
            }

            _factors[b].Factor(T.Zero);
        }
    }

    /// <summary>The largest g_B'A_BB^-1 g_B/2.</summary>
    public T BestBlock(ReadOnlySpan<T> g)
    {
        T best = T.Zero;
        for (int b = 0; b < _factors.Length; b++)
        {
            ReadOnlySpan<T> part = g.Slice(b * _d.Length, Math.Min(_d.Length, g.Length - (b * _d.Length)));
            Span<T> d = _d.AsSpan(0, part.Length);
            part.CopyTo(d);
            _factors[b].Solve(d);
            best = T.Max(best, Reductions.Dot<T>(d, part));
        }

        return best / (T.One + T.One);
    }

    /// <summary>The largest g_i^2/(2 L_i).</summary>
    public T BestCoordinate(ReadOnlySpan<T> g)
    {
        T best = T.Zero;
        for (int i = 0; i < g.Length; i++)
        {
            best = T.Max(best, g[i] * g[i] / _diagonal[i]);
        }

        return best / (T.One + T.One);
    }
}
