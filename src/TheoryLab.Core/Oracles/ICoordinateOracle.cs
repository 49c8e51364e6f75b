using System.Numerics;

namespace TheoryLab.Core;

/// <summary>Answers partial derivatives of f + p, p separable, at points that move one coordinate at a time.</summary>
/// <typeparam name="T">The scalar.</typeparam>
public interface ICoordinateOracle<T>
    where T : struct, INumberBase<T>
{
    /// <summary>A point of its own for one run, with the residuals that make partial derivatives cheap. Allocates; nothing that it does later allocates.</summary>
    /// <param name="x">Where; copied.</param>
    ICoordinatePoint<T> Place(HostVector<T> x);
}

/// <summary>
/// A point x with residuals kept beside it. A move costs what its coordinate costs (the nonzeros of a column), never a whole gradient, because the
/// residuals are updated and not computed again.
/// </summary>
/// <typeparam name="T">The scalar.</typeparam>
public interface ICoordinatePoint<T>
    where T : struct, INumberBase<T>
{
    /// <summary>x, to be read between moves.</summary>
    HostVector<T> Point { get; }

    /// <summary>x_i &lt;- x_i + t, residuals included. One oracle call.</summary>
    /// <param name="i">The coordinate.</param>
    /// <param name="t">How far.</param>
    void Move(int i, T t);

    /// <summary>The partial derivative of the smooth part f.</summary>
    /// <param name="i">The coordinate.</param>
    T Partial(int i);

    /// <summary>L_i, a Lipschitz constant of the partial derivative along its own coordinate.</summary>
    /// <param name="i">The coordinate.</param>
    T Smoothness(int i);

    /// <summary>The second partial derivative of f at x.</summary>
    /// <param name="i">A coordinate.</param>
    /// <param name="j">Another one, or the same.</param>
    T Curvature(int i, int j);

    /// <summary>The global minimiser t of f(x + t e_i) + p(x + t e_i).</summary>
    /// <param name="i">The coordinate.</param>
    T ExactMove(int i);

    /// <summary>argmin over t of grad_i f(x) t + curvature t^2/2 + p_i(x_i + t).</summary>
    /// <param name="i">The coordinate.</param>
    /// <param name="curvature">Positive.</param>
    T ProximalMove(int i, T curvature);

    /// <summary>p_i(value).</summary>
    /// <param name="i">The coordinate.</param>
    /// <param name="value">Where.</param>
    T Penalty(int i, T value);

    /// <summary>p_i'(value) where p_i has a derivative; 0 at its kink.</summary>
    /// <param name="i">The coordinate.</param>
    /// <param name="value">Where.</param>
    T PenaltySlope(int i, T value);
}
