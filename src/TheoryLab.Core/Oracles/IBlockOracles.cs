using System.Numerics;

namespace TheoryLab.Core;

/// <summary>Minimises over one block of variables at a time, the others fixed, with a proximal term; the block problem is solved globally.</summary>
/// <typeparam name="T">The scalar.</typeparam>
public interface IBlockProximalOracle<T>
    where T : struct, INumberBase<T>
{
    /// <summary>Number of blocks.</summary>
    int BlockCount { get; }

    /// <summary>x_B &lt;- argmin over u of F(u, x elsewhere) + (weight/2)|u - x_B|^2. One oracle call; allocates nothing.</summary>
    /// <param name="block">Which block.</param>
    /// <param name="weight">Not negative; positive unless the block problem has a minimiser without it.</param>
    /// <param name="x">Changed in the block only.</param>
    void MinimizeBlock(int block, T weight, HostVector<T> x);
}

/// <summary>A quotient f/g with g positive, at points that move one coordinate at a time.</summary>
/// <typeparam name="T">The scalar.</typeparam>
public interface IFractionalOracle<T>
    where T : struct, INumberBase<T>
{
    /// <summary>A point of its own for one run, with f, g and the gradient of f kept beside it. Allocates; nothing that it does later allocates.</summary>
    /// <param name="x">Where; copied.</param>
    IFractionalPoint<T> Place(HostVector<T> x);
}

/// <summary>A point of a quotient whose one-dimensional problems are solved globally.</summary>
/// <typeparam name="T">The scalar.</typeparam>
public interface IFractionalPoint<T>
    where T : struct, INumberBase<T>
{
    /// <summary>x, to be read between moves.</summary>
    HostVector<T> Point { get; }

    /// <summary>x_i &lt;- x_i + t with the global minimiser t of (f(x + t e_i) + weight t^2/2)/g(x + t e_i). One oracle call.</summary>
    /// <param name="i">The coordinate.</param>
    /// <param name="weight">Not negative.</param>
    /// <exception cref="InputException">The infimum is at infinity.</exception>
    void MinimizeCoordinate(int i, T weight);
}

/// <summary>Tells the denominator of a quotient f/g.</summary>
/// <typeparam name="TVector">Vectors of the problem's space.</typeparam>
/// <typeparam name="TReal">What a value is.</typeparam>
public interface IDenominatorOracle<TVector, TReal>
{
    /// <summary>g(x).</summary>
    /// <param name="x">Where.</param>
    TReal Denominator(TVector x);
}

/// <summary>Tells norms and parts of vectors that a coordinate system is needed for.</summary>
/// <typeparam name="TVector">Vectors of the problem's space.</typeparam>
/// <typeparam name="TReal">What a value is.</typeparam>
public interface IComponentOracle<TVector, TReal>
{
    /// <summary>sum |x_i|.</summary>
    /// <param name="x">A vector.</param>
    TReal OneNorm(TVector x);

    /// <summary>The largest |x_i| over the i with x*_i = 0; 0 if there are none.</summary>
    /// <param name="x">A vector.</param>
    TReal OffSupport(TVector x);
}

/// <summary>The matrix of a quadratic x'Ax/2, for recursions of second moments M = E x x'; M is stored row by row.</summary>
/// <typeparam name="T">The scalar.</typeparam>
public interface IMomentOracle<T>
    where T : struct, INumberBase<T>
{
    /// <summary>n, the order of A.</summary>
    int Order { get; }

    /// <summary>An entry of A.</summary>
    /// <param name="i">Row.</param>
    /// <param name="j">Column.</param>
    T Entry(int i, int j);

    /// <summary>result &lt;- A M, at the cost of the nonzeros of A times n. One oracle call.</summary>
    /// <param name="moments">M, of n^2 components.</param>
    /// <param name="result">Target; must not share storage with M.</param>
    void Multiply(HostVector<T> moments, HostVector<T> result);
}

/// <summary>Tells what one exact step over a block can gain, from a point.</summary>
/// <typeparam name="TVector">Vectors of the problem's space.</typeparam>
/// <typeparam name="TReal">What a value is.</typeparam>
public interface IBlockProgressOracle<TVector, TReal>
{
    /// <summary>The largest decrease of f by exact minimisation over a block of the problem's partition.</summary>
    /// <param name="x">Where.</param>
    TReal BestBlock(TVector x);

    /// <summary>The largest grad_i f(x)^2/(2 L_i).</summary>
    /// <param name="x">Where.</param>
    TReal BestCoordinate(TVector x);
}
