using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>
/// Convex functions whose gradient in block k is L_k-Lipschitz along block k: f_i &gt;= f_j + &lt;g_j, x_i - x_j&gt; + |g_i^(k) - g_j^(k)|^2/(2 L_k) for every block k.
/// Points need not be split, only gradients are. The conditions are necessary, not sufficient
/// (Shi and Liu, Better worst-case complexity analysis of the block coordinate descent method for large scale machine learning, 2016).
/// </summary>
/// <typeparam name="T">Coefficients.</typeparam>
public sealed class BlockSmooth<T> : InterpolationClass<T>
    where T : struct, INumber<T>
{
    private readonly T[] _l;

    /// <summary>The class with one constant per block.</summary>
    /// <param name="L">L_k, positive, at least one.</param>
    /// <exception cref="InputException">There is none.</exception>
    public BlockSmooth(IReadOnlyList<T> L) => _l = L.Count > 0 ? [.. L.Select((l, k) => Positive(l, $"L_{k + 1}"))]
        : throw new InputException($"The class {Name} needs one smoothness constant per block; give at least one.");

    /// <inheritdoc/>
    public override string Name => "block-smooth";

    /// <inheritdoc/>
    public override IReadOnlyList<(string Name, T Value)> Parameters => [.. _l.Select((l, k) => ($"L_{k + 1}", l))];

    /// <inheritdoc/>
    public override (string Name, IReadOnlyList<(string Name, T Value)> Parameters)? InCertificates => null;

    /// <inheritdoc/>
    public override bool IsDifferentiable => true;

    /// <inheritdoc/>
    public override bool IsExact => false;

    /// <inheritdoc/>
    public override int BlockCount => _l.Length;

    /// <inheritdoc/>
    public override IEnumerable<ClassCondition<T>> Pair(SymbolicPoint<T> i, SymbolicPoint<T> j)
    {
        for (int k = 0; k < _l.Length; k++)
        {
            yield return new($"block {k + 1}", Linearization(i, j) + ((T.One / ((T.One + T.One) * _l[k])) * Distance(i, j, k)));
        }

        // Different blocks of the gradients of different points.
        for (int k = 0; k < i.Parts.Count; k++)
        {
            for (int l = 0; l < j.Parts.Count; l++)
            {
                if (l != k && string.CompareOrdinal(i.Id, j.Id) < 0)
                {
                    yield return new($"blocks {k + 1} and {l + 1}", Form<T>.Product(i.Parts[k], j.Parts[l]), IsEquality: true);
                }
            }
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<ClassCondition<T>> Single(SymbolicPoint<T> i) =>
        from l in Enumerable.Range(0, i.Parts.Count)
        from k in Enumerable.Range(0, l)
        select new ClassCondition<T>($"blocks {k + 1} and {l + 1}", Form<T>.Product(i.Parts[k], i.Parts[l]), IsEquality: true);

    private static Form<T> Distance(SymbolicPoint<T> i, SymbolicPoint<T> j, int k) => (i.Parts.Count, j.Parts.Count) switch
    {
        (0, 0) => T.Zero,
        (0, _) => Form<T>.Squared(j.Parts[k]),
        (_, 0) => Form<T>.Squared(i.Parts[k]),
        _ => Form<T>.Squared(i.Parts[k] - j.Parts[k]),
    };
}
