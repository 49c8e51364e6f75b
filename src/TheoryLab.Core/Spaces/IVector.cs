using System.Numerics;

namespace TheoryLab.Core;

/// <summary>
/// Linear structure: all that a method with data-independent coefficients may use. A method written over it runs on numbers, on a device
/// and on symbols, and cannot branch on data.
/// </summary>
/// <remarks>
/// A vector is a handle to storage. <c>Assign</c> writes this &lt;- a x + b y + … in one pass, allocates nothing, and the target may occur on
/// the right. All vectors of a call have the same length. Methods write <c>x.Assign(x - h * g)</c>: operators build a <see cref="Term{TVector,TScalar}"/>
/// or a sum of up to four terms, and nothing is computed before <c>Assign</c>.
/// </remarks>
/// <typeparam name="TVector">The vector itself.</typeparam>
/// <typeparam name="TScalar">Its coefficients.</typeparam>
public interface IVector<TVector, TScalar>
    where TVector : struct, IVector<TVector, TScalar>
    where TScalar : struct, INumberBase<TScalar>
{
    /// <summary>A fresh zero vector of the same space. Allocates.</summary>
    TVector NewLike();

    /// <summary>A fresh vector with the same components. Allocates.</summary>
    TVector Copy();

    /// <summary>this &lt;- source.</summary>
    /// <param name="source">A vector of the same length.</param>
    void CopyFrom(TVector source);

    /// <summary>Whether two handles name the same storage; sums use it to merge equal terms.</summary>
    /// <param name="x">A vector.</param>
    /// <param name="y">A vector.</param>
    static abstract bool Same(TVector x, TVector y);

    /// <summary>this &lt;- a x.</summary>
    /// <param name="a">Coefficient.</param>
    /// <param name="x">May be this vector.</param>
    void Assign(TScalar a, TVector x);

    /// <summary>this &lt;- a x + b y.</summary>
    /// <param name="a">Coefficient of x.</param>
    /// <param name="x">May be this vector.</param>
    /// <param name="b">Coefficient of y.</param>
    /// <param name="y">May be this vector.</param>
    void Assign(TScalar a, TVector x, TScalar b, TVector y);

    /// <summary>this &lt;- a x + b y + c z.</summary>
    /// <param name="a">Coefficient of x.</param>
    /// <param name="x">May be this vector.</param>
    /// <param name="b">Coefficient of y.</param>
    /// <param name="y">May be this vector.</param>
    /// <param name="c">Coefficient of z.</param>
    /// <param name="z">May be this vector.</param>
    void Assign(TScalar a, TVector x, TScalar b, TVector y, TScalar c, TVector z);

    /// <summary>this &lt;- a x + b y + c z + d w.</summary>
    /// <param name="a">Coefficient of x.</param>
    /// <param name="x">May be this vector.</param>
    /// <param name="b">Coefficient of y.</param>
    /// <param name="y">May be this vector.</param>
    /// <param name="c">Coefficient of z.</param>
    /// <param name="z">May be this vector.</param>
    /// <param name="d">Coefficient of w.</param>
    /// <param name="w">May be this vector.</param>
    void Assign(TScalar a, TVector x, TScalar b, TVector y, TScalar c, TVector z, TScalar d, TVector w);

    /// <summary>The term a x.</summary>
    static virtual Term<TVector, TScalar> operator *(TScalar a, TVector x) => new(a, x);

    /// <summary>The term -x.</summary>
    static virtual Term<TVector, TScalar> operator -(TVector x) => new(-TScalar.One, x);

    /// <summary>The sum x + y.</summary>
    static virtual Sum2<TVector, TScalar> operator +(TVector x, TVector y) => new(TScalar.One, x, TScalar.One, y);

    /// <summary>The difference x - y.</summary>
    static virtual Sum2<TVector, TScalar> operator -(TVector x, TVector y) => new(TScalar.One, x, -TScalar.One, y);
}
