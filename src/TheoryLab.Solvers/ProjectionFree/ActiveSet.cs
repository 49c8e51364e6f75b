using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.Solvers;

/// <summary>
/// x as a convex combination of points of the set: the vertices met and the initial point. Storage is taken at the start; weights stay positive and
/// sum to one. A point whose weight reaches zero is dropped, and x is then put together anew from what remains.
/// </summary>
/// <typeparam name="TVector">Vectors.</typeparam>
/// <typeparam name="TScalar">Weights.</typeparam>
internal sealed class ActiveSet<TVector, TScalar>
    where TVector : struct, IInnerProductVector<TVector, TScalar, TScalar>
    where TScalar : struct, INumber<TScalar>
{
    private readonly TVector[] _points;
    private readonly TScalar[] _weights;
    private readonly TVector _difference;

    /// <summary>x_0 alone, with weight one.</summary>
    /// <param name="x0">The initial point; copied.</param>
    /// <param name="capacity">The largest number of points held at once.</param>
    public ActiveSet(TVector x0, int capacity)
    {
        _points = new TVector[capacity];
        _weights = new TScalar[capacity];
        for (int i = 0; i < capacity; i++)
        {
            _points[i] = x0.NewLike();
        }

        (X, _difference) = (x0.Copy(), x0.NewLike());
        Restart(x0);
    }

    /// <summary>sum weight_i point_i.</summary>
    public TVector X { get; }

    /// <summary>The number of points.</summary>
    public int Count { get; private set; }

    public TVector Point(int i) => _points[i];

    public TScalar Weight(int i) => _weights[i];

    /// <summary>The point at which a linear function is largest; the one held longest among ties.</summary>
    public int Worst(TVector direction)
    {
        int worst = 0;
        TScalar largest = TVector.Dot(direction, _points[0]);
        for (int i = 1; i < Count; i++)
        {
            TScalar value = TVector.Dot(direction, _points[i]);
            if (value > largest)
            {
                (worst, largest) = (i, value);
            }
        }

        return worst;
    }

    /// <summary>x &lt;- x + t (s - x), 0 &lt;= t &lt;= 1.</summary>
    public void MoveTowards(TVector s, TScalar t)
    {
        if (t == TScalar.One)
        {
            Restart(s);
            return;
        }

        X.Assign((TScalar.One - t) * X + t * s);
        Scale(TScalar.One - t);
        Add(s, t);
    }

    /// <summary>x &lt;- x + t (x - v), v the point of an index; at the largest t, weight/(1 - weight), v is dropped.</summary>
    public void MoveAway(int v, TScalar t, bool drop)
    {
        X.Assign((TScalar.One + t) * X - t * _points[v]);
        Scale(TScalar.One + t);
        Reduce(v, t, drop);
    }

    /// <summary>x &lt;- x + t (s - v), v the point of an index; at the largest t, its weight, v is dropped.</summary>
    public void Swap(TVector s, int v, TScalar t, bool drop)
    {
        X.Assign(X + t * s - t * _points[v]);
        Add(s, t);
        Reduce(v, t, drop);
    }

    private void Restart(TVector s)
    {
        Count = 1;
        _points[0].CopyFrom(s);
        _weights[0] = TScalar.One;
        X.CopyFrom(s);
    }

    private void Scale(TScalar factor)
    {
        for (int i = 0; i < Count; i++)
        {
            _weights[i] *= factor;
        }
    }

    private void Add(TVector s, TScalar t)
    {
        for (int i = 0; i < Count; i++)
        {
            _difference.Assign(s - _points[i]);
            if (TScalar.IsZero(TVector.Dot(_difference, _difference)))
            {
                _weights[i] += t;
                return;
            }
        }

        _points[Count].CopyFrom(s);
        _weights[Count++] = t;
    }

    private void Reduce(int v, TScalar t, bool drop)
    {
        _weights[v] -= t;
        if (!drop && _weights[v] > TScalar.Zero)
        {
            return;
        }

        // The order of the others stays, so that ties are broken the same way in every scalar.
        TVector dropped = _points[v];
        Count--;
        for (int i = v; i < Count; i++)
        {
            (_points[i], _weights[i]) = (_points[i + 1], _weights[i + 1]);
        }

        _points[Count] = dropped;
        Rebuild();
    }

    private void Rebuild()
    {
        TScalar sum = TScalar.Zero;
        for (int i = 0; i < Count; i++)
        {
            sum += _weights[i];
        }

        Scale(TScalar.One / sum);
        X.Assign(_weights[0], _points[0]);
        for (int i = 1; i < Count; i++)
        {
            X.Assign(X + _weights[i] * _points[i]);
        }
    }
}
