using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.MutationTests;

/// <summary>
/// A vector whose updates are mutated on their way to the real one: one more interpretation of a method's source. No source is edited and
/// nothing is compiled.
/// </summary>
public readonly struct MutantVector<TVector, TScalar>(TVector inner, Mutator mutator) : IVector<MutantVector<TVector, TScalar>, TScalar>
    where TVector : struct, IVector<TVector, TScalar>
    where TScalar : struct, INumberBase<TScalar>
{
    private readonly Mutator _mutator = mutator;

    public TVector Inner { get; } = inner;

    public static bool Same(MutantVector<TVector, TScalar> x, MutantVector<TVector, TScalar> y) => TVector.Same(x.Inner, y.Inner);

    public MutantVector<TVector, TScalar> NewLike() => new(Inner.NewLike(), _mutator);

    public MutantVector<TVector, TScalar> Copy() => new(Inner.Copy(), _mutator);

    public void CopyFrom(MutantVector<TVector, TScalar> source) => Inner.CopyFrom(source.Inner);

    public void Assign(TScalar a, MutantVector<TVector, TScalar> x) => MutantUpdate.Assign(_mutator, Inner, [a], [x.Inner]);

    public void Assign(TScalar a, MutantVector<TVector, TScalar> x, TScalar b, MutantVector<TVector, TScalar> y) =>
        MutantUpdate.Assign(_mutator, Inner, [a, b], [x.Inner, y.Inner]);

    public void Assign(TScalar a, MutantVector<TVector, TScalar> x, TScalar b, MutantVector<TVector, TScalar> y, TScalar c, MutantVector<TVector, TScalar> z) =>
        MutantUpdate.Assign(_mutator, Inner, [a, b, c], [x.Inner, y.Inner, z.Inner]);

    public void Assign(
        TScalar a, MutantVector<TVector, TScalar> x, TScalar b, MutantVector<TVector, TScalar> y, TScalar c, MutantVector<TVector, TScalar> z, TScalar d, MutantVector<TVector, TScalar> w) =>
        MutantUpdate.Assign(_mutator, Inner, [a, b, c, d], [x.Inner, y.Inner, z.Inner, w.Inner]);
}

/// <summary>The same for methods that look at inner products.</summary>
public readonly struct MutantInnerProductVector<TVector, TScalar>(TVector inner, Mutator mutator)
    : IInnerProductVector<MutantInnerProductVector<TVector, TScalar>, TScalar, TScalar>
    where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
    where TScalar : struct, INumber<TScalar>
{
    private readonly Mutator _mutator = mutator;

    public TVector Inner { get; } = inner;

    public static bool Same(MutantInnerProductVector<TVector, TScalar> x, MutantInnerProductVector<TVector, TScalar> y) => TVector.Same(x.Inner, y.Inner);

    public static TScalar Dot(MutantInnerProductVector<TVector, TScalar> x, MutantInnerProductVector<TVector, TScalar> y) => TVector.Dot(x.Inner, y.Inner);

    public static TScalar Scale(TScalar a, TScalar value) => a * value;

    public MutantInnerProductVector<TVector, TScalar> NewLike() => new(Inner.NewLike(), _mutator);

    public MutantInnerProductVector<TVector, TScalar> Copy() => new(Inner.Copy(), _mutator);

    public void CopyFrom(MutantInnerProductVector<TVector, TScalar> source) => Inner.CopyFrom(source.Inner);

    public void Assign(TScalar a, MutantInnerProductVector<TVector, TScalar> x) => MutantUpdate.Assign(_mutator, Inner, [a], [x.Inner]);

    public void Assign(TScalar a, MutantInnerProductVector<TVector, TScalar> x, TScalar b, MutantInnerProductVector<TVector, TScalar> y) =>
        MutantUpdate.Assign(_mutator, Inner, [a, b], [x.Inner, y.Inner]);

    public void Assign(
        TScalar a, MutantInnerProductVector<TVector, TScalar> x, TScalar b, MutantInnerProductVector<TVector, TScalar> y, TScalar c, MutantInnerProductVector<TVector, TScalar> z) =>
        MutantUpdate.Assign(_mutator, Inner, [a, b, c], [x.Inner, y.Inner, z.Inner]);

    public void Assign(
        TScalar a,
        MutantInnerProductVector<TVector, TScalar> x,
        TScalar b,
        MutantInnerProductVector<TVector, TScalar> y,
        TScalar c,
        MutantInnerProductVector<TVector, TScalar> z,
        TScalar d,
        MutantInnerProductVector<TVector, TScalar> w) =>
        MutantUpdate.Assign(_mutator, Inner, [a, b, c, d], [x.Inner, y.Inner, z.Inner, w.Inner]);
}

/// <summary>Mutates the coefficients of an update and makes it.</summary>
internal static class MutantUpdate
{
    public static void Assign<TVector, TScalar>(Mutator mutator, TVector target, TScalar[] c, TVector[] v)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar>
    {
        mutator.Apply<TScalar>(c, ScalarMath.From<TScalar>);
        switch (c.Length)
        {
            case 1:
                target.Assign(c[0], v[0]);
                break;
            case 2:
                target.Assign(c[0], v[0], c[1], v[1]);
                break;
            case 3:
                target.Assign(c[0], v[0], c[1], v[1], c[2], v[2]);
                break;
            default:
                target.Assign(c[0], v[0], c[1], v[1], c[2], v[2], c[3], v[3]);
                break;
        }
    }
}
