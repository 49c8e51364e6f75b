using System.Numerics;

namespace TheoryLab.Core;

/// <summary>
/// A vector with an inner product. Where <typeparamref name="TReal"/> is the scalar, a method may take decisions on it; on symbols it is an
/// expression, and the compiler refuses an adaptive method.
/// </summary>
/// <typeparam name="TVector">The vector itself.</typeparam>
/// <typeparam name="TScalar">Its coefficients.</typeparam>
/// <typeparam name="TReal">What an inner product returns.</typeparam>
public interface IInnerProductVector<TVector, TScalar, TReal> : IVector<TVector, TScalar>
    where TVector : struct, IInnerProductVector<TVector, TScalar, TReal>
    where TScalar : struct, INumberBase<TScalar>
    where TReal : struct
{
    /// <summary>The inner product of x and y. Reads both once.</summary>
    /// <param name="x">A vector.</param>
    /// <param name="y">A vector of the same length; may be x.</param>
    static abstract TReal Dot(TVector x, TVector y);

    /// <summary>a times a value of the kind that <see cref="Dot"/> returns.</summary>
    /// <param name="a">A scalar.</param>
    /// <param name="value">A value.</param>
    static abstract TReal Scale(TScalar a, TReal value);
}

/// <summary>A vector that can be viewed block by block; a view shares the storage.</summary>
/// <typeparam name="TVector">The vector itself.</typeparam>
public interface IBlockVector<TVector>
{
    /// <summary>A view of components offset, …, offset + length - 1.</summary>
    /// <param name="offset">First component, from zero.</param>
    /// <param name="length">Number of components.</param>
    TVector Block(int offset, int length);
}
