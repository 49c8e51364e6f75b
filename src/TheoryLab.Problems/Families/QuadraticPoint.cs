using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>A point of x'Ax/2 + b'x + penalty |x|_1 that carries its gradient: a move costs the nonzeros of a column of A.</summary>
/// <typeparam name="T">The scalar.</typeparam>
internal sealed class QuadraticPoint<T> : ICoordinatePoint<T>
    where T : struct, INumber<T>
{
    private readonly HostProblem<T> _owner;
    private readonly SymmetricMatrix<T> _matrix;
    private readonly T[] _diagonal;
    private readonly T[] _gradient;
    private readonly T _penalty;

    /// <summary>A point at x.</summary>
    /// <param name="owner">Whose calls are counted.</param>
    /// <param name="matrix">A.</param>
    /// <param name="diagonal">Its diagonal.</param>
    /// <param name="x">Where; copied.</param>
    /// <param name="penalty">Not negative.</param>
    public QuadraticPoint(HostProblem<T> owner, SymmetricMatrix<T> matrix, T[] diagonal, HostVector<T> x, T penalty)
    {
        (_owner, _matrix, _diagonal, _penalty) = (owner, matrix, diagonal, penalty);
        (Point, _gradient) = (x.Copy(), new T[x.Length]);
        owner.Gradient(x, new(_gradient));
    }

    public HostVector<T> Point { get; }

    public void Move(int i, T t)
    {
        _owner.CountCall();
        Point[i] += t;
        _matrix.AddColumn(i, t, _gradient);
    }

    public T Partial(int i) => _gradient[i];

    public T Smoothness(int i) => _diagonal[i];

    public T Curvature(int i, int j) => _matrix[i, j];

    public T ExactMove(int i) => ProximalMove(i, _diagonal[i]);

    public T ProximalMove(int i, T curvature) => SoftThreshold.Move(Point[i], _gradient[i], curvature, _penalty);

    public T Penalty(int i, T value) => _penalty * T.Abs(value);

    public T PenaltySlope(int i, T value) => T.IsZero(value) ? T.Zero : value > T.Zero ? _penalty : -_penalty;
}

/// <summary>The coordinate form of the proximal step of penalty |x|_1.</summary>
internal static class SoftThreshold
{
    /// <summary>argmin over t of g t + l t^2/2 + penalty |v + t|. Where v + t is 0, t is -v exactly.</summary>
    public static T Move<T>(T v, T g, T l, T penalty)
        where T : struct, INumber<T>
    {
        T u = l * v - g;
        return T.IsZero(penalty) ? -(g / l) : u > penalty ? -((g + penalty) / l) : u < -penalty ? -((g - penalty) / l) : -v;
    }
}
