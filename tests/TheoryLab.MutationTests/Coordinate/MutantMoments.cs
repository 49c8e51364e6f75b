using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.MutationTests;

/// <summary>The matrix of a quadratic, told or multiplied wrongly.</summary>
internal sealed class MutantMoments<T>(IMomentOracle<T> oracle, Mutator<T> mutator, Renaming<T> renaming) : IMomentOracle<T>
    where T : struct, INumber<T>
{
    private HostVector<T>? _before;

    public int Order => oracle.Order;

    public T Entry(int i, int j) => mutator.Alter(
        Site.Entry,
        new([At(i, j)]) { Next = () => [At((i + 1) % Order, (j + 1) % Order)], Diagonal = () => [i == j ? At(i, i) : T.Zero] },
        out _)[0];

    public void Multiply(HostVector<T> moments, HostVector<T> result)
    {
        HostVector<T> now = moments.Copy(), before = _before ?? now;
        T[] answer = mutator.Alter(
            Site.Product, new(Product(now)) { Stale = () => Product(before), Diagonal = () => DiagonalProduct(now), IsStep = true }, out _);
        answer.CopyTo(result.Span);
        _before = now;
    }

    private T At(int i, int j) => oracle.Entry(renaming.Position(i), renaming.Position(j));

    private T[] Product(HostVector<T> moments)
    {
        HostVector<T> real = renaming.True(moments), result = real.NewLike();
        oracle.Multiply(real, result);
        return renaming.Seen(result).Span.ToArray();
    }

    private T[] DiagonalProduct(HostVector<T> moments) => [.. Enumerable.Range(0, moments.Length).Select(e => At(e / Order, e / Order) * moments[e])];
}
