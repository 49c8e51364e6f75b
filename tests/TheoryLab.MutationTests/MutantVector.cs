using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.MutationTests;

/// <summary>
/// A vector whose updates are mutated on their way to the real one: one more interpretation of a method's source. No source is edited and
/// nothing is compiled.
/// </summary>
internal readonly struct MutantVector<T>(HostVector<T> inner, Mutator<T> mutator) : IInnerProductVector<MutantVector<T>, T, T>
    where T : struct, INumber<T>
{
    private readonly Mutator<T> _mutator = mutator;

    public HostVector<T> Inner { get; } = inner;

    public static bool Same(MutantVector<T> x, MutantVector<T> y) => HostVector<T>.Same(x.Inner, y.Inner);

    public static T Dot(MutantVector<T> x, MutantVector<T> y) => HostVector<T>.Dot(x.Inner, y.Inner);

    public static T Scale(T a, T value) => a * value;

    public MutantVector<T> NewLike() => new(Inner.NewLike(), _mutator);

    public MutantVector<T> Copy() => new(Inner.Copy(), _mutator);

    public void CopyFrom(MutantVector<T> source) => Inner.CopyFrom(source.Inner);

    public void Assign(T a, MutantVector<T> x) => Inner.Assign(_mutator.Apply(a)[0], x.Inner);

    public void Assign(T a, MutantVector<T> x, T b, MutantVector<T> y)
    {
        T[] c = _mutator.Apply(a, b);
        Inner.Assign(c[0], x.Inner, c[1], y.Inner);
    }

    public void Assign(T a, MutantVector<T> x, T b, MutantVector<T> y, T c, MutantVector<T> z)
    {
        T[] m = _mutator.Apply(a, b, c);
        Inner.Assign(m[0], x.Inner, m[1], y.Inner, m[2], z.Inner);
    }

    public void Assign(T a, MutantVector<T> x, T b, MutantVector<T> y, T c, MutantVector<T> z, T d, MutantVector<T> w)
    {
        T[] m = _mutator.Apply(a, b, c, d);
        Inner.Assign(m[0], x.Inner, m[1], y.Inner, m[2], z.Inner, m[3], w.Inner);
    }
}
