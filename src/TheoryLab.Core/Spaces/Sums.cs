using System.Numerics;
using System.Runtime.CompilerServices;

namespace TheoryLab.Core;

/// <summary>The term a x, not yet computed.</summary>
/// <typeparam name="TVector">Vector.</typeparam>
/// <typeparam name="TScalar">Coefficient.</typeparam>
/// <param name="A">Coefficient.</param>
/// <param name="X">Handle.</param>
public readonly record struct Term<TVector, TScalar>(TScalar A, TVector X)
    where TVector : struct, IVector<TVector, TScalar>
    where TScalar : struct, INumberBase<TScalar>
{
    /// <summary>A vector is the term with coefficient one.</summary>
    public static implicit operator Term<TVector, TScalar>(TVector x) => new(TScalar.One, x);

    /// <summary>Scales the term.</summary>
    public static Term<TVector, TScalar> operator *(TScalar s, Term<TVector, TScalar> t) => new(s * t.A, t.X);

    /// <summary>Negates the term.</summary>
    public static Term<TVector, TScalar> operator -(Term<TVector, TScalar> t) => new(-t.A, t.X);

    /// <summary>Adds two terms.</summary>
    public static Sum2<TVector, TScalar> operator +(Term<TVector, TScalar> s, Term<TVector, TScalar> t) => new(s.A, s.X, t.A, t.X);

    /// <summary>Subtracts a term.</summary>
    public static Sum2<TVector, TScalar> operator -(Term<TVector, TScalar> s, Term<TVector, TScalar> t) => new(s.A, s.X, -t.A, t.X);
}

/// <summary>The sum a x + b y, not yet computed.</summary>
/// <typeparam name="TVector">Vector.</typeparam>
/// <typeparam name="TScalar">Coefficient.</typeparam>
/// <param name="A">Coefficient of X.</param>
/// <param name="X">Handle.</param>
/// <param name="B">Coefficient of Y.</param>
/// <param name="Y">Handle.</param>
public readonly record struct Sum2<TVector, TScalar>(TScalar A, TVector X, TScalar B, TVector Y)
    where TVector : struct, IVector<TVector, TScalar>
    where TScalar : struct, INumberBase<TScalar>
{
    /// <summary>Scales the sum.</summary>
    public static Sum2<TVector, TScalar> operator *(TScalar s, Sum2<TVector, TScalar> t) => new(s * t.A, t.X, s * t.B, t.Y);

    /// <summary>Adds a term.</summary>
    public static Sum3<TVector, TScalar> operator +(Sum2<TVector, TScalar> s, Term<TVector, TScalar> t) => new(s.A, s.X, s.B, s.Y, t.A, t.X);

    /// <summary>Subtracts a term.</summary>
    public static Sum3<TVector, TScalar> operator -(Sum2<TVector, TScalar> s, Term<TVector, TScalar> t) => new(s.A, s.X, s.B, s.Y, -t.A, t.X);

    /// <summary>Adds a sum to a term.</summary>
    public static Sum3<TVector, TScalar> operator +(Term<TVector, TScalar> t, Sum2<TVector, TScalar> s) => new(t.A, t.X, s.A, s.X, s.B, s.Y);

    /// <summary>Subtracts a sum from a term.</summary>
    public static Sum3<TVector, TScalar> operator -(Term<TVector, TScalar> t, Sum2<TVector, TScalar> s) => new(t.A, t.X, -s.A, s.X, -s.B, s.Y);

    /// <summary>Adds two sums.</summary>
    public static Sum4<TVector, TScalar> operator +(Sum2<TVector, TScalar> s, Sum2<TVector, TScalar> t) => new(s.A, s.X, s.B, s.Y, t.A, t.X, t.B, t.Y);

    /// <summary>Subtracts a sum.</summary>
    public static Sum4<TVector, TScalar> operator -(Sum2<TVector, TScalar> s, Sum2<TVector, TScalar> t) => new(s.A, s.X, s.B, s.Y, -t.A, t.X, -t.B, t.Y);
}

/// <summary>The sum a x + b y + c z, not yet computed.</summary>
/// <typeparam name="TVector">Vector.</typeparam>
/// <typeparam name="TScalar">Coefficient.</typeparam>
/// <param name="A">Coefficient of X.</param>
/// <param name="X">Handle.</param>
/// <param name="B">Coefficient of Y.</param>
/// <param name="Y">Handle.</param>
/// <param name="C">Coefficient of Z.</param>
/// <param name="Z">Handle.</param>
public readonly record struct Sum3<TVector, TScalar>(TScalar A, TVector X, TScalar B, TVector Y, TScalar C, TVector Z)
    where TVector : struct, IVector<TVector, TScalar>
    where TScalar : struct, INumberBase<TScalar>
{
    /// <summary>Scales the sum.</summary>
    public static Sum3<TVector, TScalar> operator *(TScalar s, Sum3<TVector, TScalar> t) => new(s * t.A, t.X, s * t.B, t.Y, s * t.C, t.Z);

    /// <summary>Adds a term.</summary>
    public static Sum4<TVector, TScalar> operator +(Sum3<TVector, TScalar> s, Term<TVector, TScalar> t) => new(s.A, s.X, s.B, s.Y, s.C, s.Z, t.A, t.X);

    /// <summary>Subtracts a term.</summary>
    public static Sum4<TVector, TScalar> operator -(Sum3<TVector, TScalar> s, Term<TVector, TScalar> t) => new(s.A, s.X, s.B, s.Y, s.C, s.Z, -t.A, t.X);

    /// <summary>target &lt;- this sum; terms in X are merged into the first, so that y + b (y - z) is one two-term pass.</summary>
    /// <param name="target">May occur in the sum.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Into(TVector target)
    {
        if (TVector.Same(X, Y))
        {
            target.Assign(A + B, X, C, Z);
        }
        else if (TVector.Same(X, Z))
        {
            target.Assign(A + C, X, B, Y);
        }
        else
        {
            target.Assign(A, X, B, Y, C, Z);
        }
    }
}

/// <summary>The sum a x + b y + c z + d w, not yet computed. There is no fifth term: group it on paper.</summary>
/// <typeparam name="TVector">Vector.</typeparam>
/// <typeparam name="TScalar">Coefficient.</typeparam>
/// <param name="A">Coefficient of X.</param>
/// <param name="X">Handle.</param>
/// <param name="B">Coefficient of Y.</param>
/// <param name="Y">Handle.</param>
/// <param name="C">Coefficient of Z.</param>
/// <param name="Z">Handle.</param>
/// <param name="D">Coefficient of W.</param>
/// <param name="W">Handle.</param>
public readonly record struct Sum4<TVector, TScalar>(TScalar A, TVector X, TScalar B, TVector Y, TScalar C, TVector Z, TScalar D, TVector W)
    where TVector : struct, IVector<TVector, TScalar>
    where TScalar : struct, INumberBase<TScalar>
{
    /// <summary>target &lt;- this sum; terms in X are merged into the first.</summary>
    /// <param name="target">May occur in the sum.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Into(TVector target)
    {
        if (TVector.Same(X, Y))
        {
            new Sum3<TVector, TScalar>(A + B, X, C, Z, D, W).Into(target);
        }
        else if (TVector.Same(X, Z))
        {
            new Sum3<TVector, TScalar>(A + C, X, B, Y, D, W).Into(target);
        }
        else if (TVector.Same(X, W))
        {
            target.Assign(A + D, X, B, Y, C, Z);
        }
        else
        {
            target.Assign(A, X, B, Y, C, Z, D, W);
        }
    }
}

/// <summary><c>Assign</c> for terms and sums: unpacks them into the fused verb of the vector.</summary>
public static class VectorAssignment
{
    /// <summary>target &lt;- a x.</summary>
    /// <typeparam name="TVector">Vector.</typeparam>
    /// <typeparam name="TScalar">Coefficient.</typeparam>
    /// <param name="target">May occur on the right.</param>
    /// <param name="right">What to compute.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Assign<TVector, TScalar>(this TVector target, Term<TVector, TScalar> right)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar> => target.Assign(right.A, right.X);

    /// <summary>target &lt;- a x + b y.</summary>
    /// <typeparam name="TVector">Vector.</typeparam>
    /// <typeparam name="TScalar">Coefficient.</typeparam>
    /// <param name="target">May occur on the right.</param>
    /// <param name="right">What to compute.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Assign<TVector, TScalar>(this TVector target, Sum2<TVector, TScalar> right)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar> => target.Assign(right.A, right.X, right.B, right.Y);

    /// <summary>target &lt;- a x + b y + c z.</summary>
    /// <typeparam name="TVector">Vector.</typeparam>
    /// <typeparam name="TScalar">Coefficient.</typeparam>
    /// <param name="target">May occur on the right.</param>
    /// <param name="right">What to compute.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Assign<TVector, TScalar>(this TVector target, Sum3<TVector, TScalar> right)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar> => right.Into(target);

    /// <summary>target &lt;- a x + b y + c z + d w.</summary>
    /// <typeparam name="TVector">Vector.</typeparam>
    /// <typeparam name="TScalar">Coefficient.</typeparam>
    /// <param name="target">May occur on the right.</param>
    /// <param name="right">What to compute.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Assign<TVector, TScalar>(this TVector target, Sum4<TVector, TScalar> right)
        where TVector : struct, IVector<TVector, TScalar>
        where TScalar : struct, INumberBase<TScalar> => right.Into(target);
}
