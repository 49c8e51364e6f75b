using System.Numerics;
using TheoryLab.Core;
using TheoryLab.Problems;

namespace TheoryLab.Solvers.Tests.Invariance;

/// <summary>
/// y = Q (x, 0, …, 0) + b and g(y) = s f(x): Q a Householder reflection of the padded space, exactly orthogonal in rationals. The gap of a
/// method on g is s times its gap on f, at every iteration, if the method is invariant.
/// </summary>
internal sealed class Transformed<T> : ConstrainedProblem<T>
    where T : struct, INumber<T>
{
    private readonly HostProblem<T> _inner;
    private readonly T _scale;
    private readonly HostVector<T> _shift;
    private readonly HostVector<T> _normal;
    private readonly int _n;
    private readonly HostVector<T> _padded;
    private readonly HostVector<T> _x;
    private readonly HostVector<T> _g;

    public Transformed(HostProblem<T> inner, T scale, int padding, bool rotate, bool translate)
    {
        (_inner, _scale, _n) = (inner, scale, inner.InitialPoint.Length);
        int m = _n + padding;
        _shift = new(new T[m]);
        _normal = new(new T[m]);
        for (int i = 0; i < m; i++)
        {
            _normal[i] = rotate ? ScalarMath.From<T>(1 + (i % 3)) : T.Zero;
            _shift[i] = translate ? ScalarMath.From<T>((i % 2 == 0 ? 1 : -2) * 0.25) : T.Zero;
        }

        (_padded, _x, _g) = (new(new T[m]), new(new T[_n]), new(new T[_n]));
        InitialPoint = Outward(inner.InitialPoint);
        Minimizer = Outward(inner.Minimizer);
    }

    public override int? VertexCount => (_inner as ConstrainedProblem<T>)?.VertexCount;

    public override HostVector<T> InitialPoint { get; }

    public override HostVector<T> Minimizer { get; }

    public override T Value(HostVector<T> x) => _scale * _inner.Value(Inward(x, _shift));

    public override T PrimalGap(HostVector<T> x) => _scale * _inner.PrimalGap(Inward(x, _shift));

    protected override T? FamilyConstant(string name) => name is "L" or "mu" or "M" ? _scale * _inner.Constant(name) : _inner.Constant(name);

    protected override void ComputeGradient(HostVector<T> x, HostVector<T> gradient)
    {
        _inner.Gradient(Inward(x, _shift), _g);
        Pad(_g, gradient);
        Reflect(gradient);
        gradient.Assign(_scale, gradient);
    }

    protected override void ComputeVertex(HostVector<T> direction, HostVector<T> vertex)
    {
        ((ConstrainedProblem<T>)_inner).Minimize(Inward(direction, _shift.NewLike()), _g);
        vertex.CopyFrom(Outward(_g));
    }

    /// <summary>The first n components of Q (y - b).</summary>
    private HostVector<T> Inward(HostVector<T> y, HostVector<T> b)
    {
        _padded.Assign(y - b);
        Reflect(_padded);
        _x.CopyFrom(_padded.Block(0, _n));
        return _x;
    }

    private HostVector<T> Outward(HostVector<T> x)
    {
        HostVector<T> y = _shift.NewLike();
        Pad(x, y);
        Reflect(y);
        y.Assign(y + _shift);
        return y;
    }

    private void Pad(HostVector<T> x, HostVector<T> y)
    {
        y.Span.Clear();
        y.Block(0, _n).CopyFrom(x);
    }

    private void Reflect(HostVector<T> y)
    {
        T square = HostVector<T>.Dot(_normal, _normal);
        if (!T.IsZero(square))
        {
            y.Assign(y - (Two * HostVector<T>.Dot(_normal, y) / square) * _normal);
        }
    }
}
