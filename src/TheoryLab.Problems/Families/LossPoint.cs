using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Problems;

/// <summary>
/// A point of a loss on a data set plus penalty |w|_1 that carries the inner products a_j'w and the slopes of the losses: a move and a partial
/// derivative cost one column, m numbers.
/// </summary>
/// <typeparam name="T">The scalar.</typeparam>
internal sealed class LossPoint<T> : ICoordinatePoint<T>
    where T : struct, INumber<T>
{
    private readonly HostProblem<T> _owner;
    private readonly SmoothLoss<T> _loss;
    private readonly T[] _columns;
    private readonly T[] _products;
    private readonly T[] _slopes;
    private readonly T[] _smoothness;
    private readonly T _penalty;
    private readonly T _rows;

    /// <summary>A point at w.</summary>
    /// <param name="owner">Whose calls are counted.</param>
    /// <param name="loss">The losses.</param>
    /// <param name="largestCurvature">The largest second derivative of a loss: 1 for squares, 1/4 for the logistic one.</param>
    /// <param name="penalty">Not negative.</param>
    /// <param name="w">Where; copied.</param>
    public LossPoint(HostProblem<T> owner, SmoothLoss<T> loss, T largestCurvature, T penalty, HostVector<T> w)
    {
        (_owner, _loss, _penalty, Point, _rows) = (owner, loss, penalty, w.Copy(), ScalarMath.From<T>(loss.Rows));
        int n = w.Length, m = loss.Rows;
        (_columns, _products, _slopes, _smoothness) = (new T[n * m], new T[m], new T[m], new T[n]);
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
            {
                T entry = _columns[(i * m) + j] = loss.Entry(j, i, n);
                _products[j] += entry * w[i];
            }

            _smoothness[i] = largestCurvature * Reductions.Dot(Column(i), Column(i)) / _rows + loss.Regularization;
        }

        Refresh();
    }

    public HostVector<T> Point { get; }

    public void Move(int i, T t)
    {
        _owner.CountCall();
        Point[i] += t;
        HostKernels.Combine<T>(_products, T.One, _products, t, Column(i));
        Refresh();
    }

    public T Partial(int i) => Reductions.Dot<T>(_slopes, Column(i)) / _rows + _loss.Regularization * Point[i];

    public T Smoothness(int i) => _smoothness[i];

    public T Curvature(int i, int j)
    {
        T sum = T.Zero;
        for (int row = 0; row < _products.Length; row++)
        {
            sum += _loss.Bend(_products[row]) * Column(i)[row] * Column(j)[row];
        }

        return sum / _rows + (i == j ? _loss.Regularization : T.Zero);
    }

    public T ExactMove(int i) => _loss is SquaredLoss<T>
        ? ProximalMove(i, _smoothness[i])
        : throw new InputException("The logistic loss has no minimiser along a coordinate in closed form; choose step=Own.");

    public T ProximalMove(int i, T curvature) => SoftThreshold.Move(Point[i], Partial(i), curvature, _penalty);

    public T Penalty(int i, T value) => _penalty * T.Abs(value);

    public T PenaltySlope(int i, T value) => T.IsZero(value) ? T.Zero : value > T.Zero ? _penalty : -_penalty;

    private ReadOnlySpan<T> Column(int i) => _columns.AsSpan(i * _products.Length, _products.Length);

    private void Refresh()
    {
        for (int j = 0; j < _slopes.Length; j++)
        {
            _slopes[j] = _loss.Slope(j, _products[j]);
        }
    }
}
