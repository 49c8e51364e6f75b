using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>An operator of a class, known only through the points where it, or its resolvent, was asked. It has no values.</summary>
/// <typeparam name="T">Coefficients.</typeparam>
public sealed class SymbolicOperator<T> : IInterpolated<T>
    where T : struct, INumber<T>
{
    private readonly SymbolicSpace<T> _space;
    private readonly List<SymbolicPoint<T>> _points = [];

    internal SymbolicOperator(SymbolicSpace<T> space, string name, OperatorClass<T> @class) => (_space, Name, Class) = (space, name, @class);

    /// <summary>What reports call it.</summary>
    public string Name { get; }

    /// <summary>What is known about it.</summary>
    public OperatorClass<T> Class { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SymbolicPoint<T>> Points => _points;

    bool IInterpolated<T>.IsOrdered => false;

    (string Name, IReadOnlyList<(string Name, T Value)> Parameters)? IInterpolated<T>.InCertificates => Class.InCertificates;

    /// <summary>Records (x, t) with t an element of A x.</summary>
    /// <param name="x">Point.</param>
    /// <param name="image">Its image.</param>
    /// <param name="isReference">Whether it is the solution that proofs compare with.</param>
    public SymbolicPoint<T> AddPoint(SymbolicVector<T> x, SymbolicVector<T> image, bool isReference = false)
    {
        _points.Add(new(SymbolicPoint<T>.NewId(_points, isReference), x.Copy(), image.Copy(), T.Zero, isReference));
        return _points[^1];
    }

    /// <summary>An element of A x; the same one at a point met before if the operator is single-valued.</summary>
    /// <param name="x">Where.</param>
    public SymbolicVector<T> Apply(SymbolicVector<T> x)
    {
        if (Class.IsSingleValued)
        {
            foreach (SymbolicPoint<T> p in _points)
            {
                if (p.X.Coordinates.SequenceEqual(x.Coordinates))
                {
                    return p.G;
                }
            }
        }

        return AddPoint(x, _space.NewVector($"t{Name}{_points.Count}")).G;
    }

    /// <summary>The resolvent: z = x - step t with t in A z.</summary>
    /// <param name="x">Where.</param>
    /// <param name="step">Step size.</param>
    public SymbolicVector<T> Resolvent(SymbolicVector<T> x, T step)
    {
        SymbolicVector<T> t = _space.NewVector($"t{Name}{_points.Count}"), z = _space.Zero();
        z.Assign(x - (step * t));
        AddPoint(z, t);
        return z;
    }

    IEnumerable<ClassCondition<T>> IInterpolated<T>.Conditions(int i, int j) => i == j ? [] : Class.Pair(_points[i], _points[j]);
}
