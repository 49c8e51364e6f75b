using System.Numerics;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.MutationTests;

/// <summary>Blocks that are minimised over wrongly.</summary>
internal sealed class MutantBlocks<T>(IBlockProximalOracle<T> oracle, Mutator<T> mutator) : IBlockProximalOracle<T>
    where T : struct, INumber<T>
{
    private HostVector<T>? _before;

    public int BlockCount => oracle.BlockCount;

    public void MinimizeBlock(int block, T weight, HostVector<T> x)
    {
        T w = mutator.Alter(Site.ProximalWeight, new([weight]), out _)[0];
        int at = mutator.Mutation.Position(block, BlockCount), next = mutator.Mutation.Position((block + 1) % BlockCount, BlockCount);
        HostVector<T> now = x.Copy(), before = _before ?? now;
        T[] right = From(now, at, w);
        HostVector<T> d = new(mutator.Alter(
            Site.Step, new(right) { Next = () => From(now, next, w), Stale = () => From(before, at, w), GradientStep = () => GradientStep(now, right, w), IsStep = true }, out _));
        x.Assign(x + d);
        _before = now;
    }

    /// <summary>How far the minimiser over a block is.</summary>
    private T[] From(HostVector<T> x, int block, T weight)
    {
        HostVector<T> d = x.Copy();
        oracle.MinimizeBlock(block, weight, d);
        d.Assign(d - x);
        return d.Span.ToArray();
    }

    /// <summary>The step -grad_B F/weight on the coordinates that the right step moves.</summary>
    private T[] GradientStep(HostVector<T> x, T[] right, T weight)
    {
        HostVector<T> g = x.NewLike();
        ((HostProblem<T>)oracle).Gradient(x, g);
        return [.. right.Select((d, i) => T.IsZero(d) ? d : -(g[i] / weight))];
    }
}
