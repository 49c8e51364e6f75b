using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>
/// A function of a class, known only through the points where its oracles were asked. It answers gradients, values, proximal steps and linear
/// minimisation by recording points; the class says what they must satisfy.
/// </summary>
/// <typeparam name="T">Coefficients.</typeparam>
public sealed class SymbolicFunction<T> : IGradientOracle<SymbolicVector<T>>, IValueOracle<SymbolicVector<T>, Form<T>>,
    IProximalOracle<SymbolicVector<T>, T>, ILinearMinimizationOracle<SymbolicVector<T>>, IInterpolated<T>
    where T : struct, INumber<T>
{
    private readonly SymbolicSpace<T> _space;
    private readonly List<SymbolicPoint<T>> _points = [];

    internal SymbolicFunction(SymbolicSpace<T> space, string name, InterpolationClass<T> @class) => (_space, Name, Class) = (space, name, @class);

    /// <summary>What reports call it.</summary>
    public string Name { get; }

    /// <summary>What is known about it.</summary>
    public InterpolationClass<T> Class { get; }

    /// <inheritdoc/>
    public IReadOnlyList<SymbolicPoint<T>> Points => _points;

    /// <summary>
    /// Declares x* with a zero gradient, as the origin with value zero: neither is a restriction, since classes are invariant under translations and
    /// constants. For a part of a sum use <see cref="AddReference"/>.
    /// </summary>
    public SymbolicPoint<T> AddMinimizer() => AddReference(_space.Zero(), _space.Zero());

    /// <summary>Declares x* with a given (sub)gradient and value zero.</summary>
    /// <param name="x">x*.</param>
    /// <param name="gradient">An element of the subdifferential there.</param>
    public SymbolicPoint<T> AddReference(SymbolicVector<T> x, SymbolicVector<T> gradient) => Add(new(SymbolicPoint<T>.NewId(_points, true), x.Copy(), gradient.Copy(), T.Zero, IsReference: true));

    /// <summary>Records a point whose (sub)gradient is known, with a fresh value.</summary>
    /// <param name="x">Where.</param>
    /// <param name="gradient">The (sub)gradient.</param>
    public SymbolicPoint<T> AddPoint(SymbolicVector<T> x, SymbolicVector<T> gradient)
    {
        string id = SymbolicPoint<T>.NewId(_points, false);
        return Add(new(id, x.Copy(), gradient.Copy(), Class.IsIndicator ? T.Zero : _space.NewValue($"{Name}({id})"), IsReference: false));
    }

    /// <summary>Records a point whose (sub)gradient and value are known: where a value is assumed, this leaves no equality to impose.</summary>
    /// <param name="x">Where.</param>
    /// <param name="gradient">The (sub)gradient.</param>
    /// <param name="value">The value.</param>
    public SymbolicPoint<T> AddPoint(SymbolicVector<T> x, SymbolicVector<T> gradient, T value) =>
        Add(new(SymbolicPoint<T>.NewId(_points, false), x.Copy(), gradient.Copy(), value, IsReference: false));

    /// <summary>The point recorded at x, or a fresh one.</summary>
    /// <param name="x">Where.</param>
    public SymbolicPoint<T> At(SymbolicVector<T> x) => Known(x) ?? Fresh(x);

    /// <inheritdoc/>
    public void Gradient(SymbolicVector<T> x, SymbolicVector<T> gradient) => gradient.CopyFrom((Class.IsDifferentiable ? At(x) : Fresh(x)).G);

    /// <inheritdoc/>
    public Form<T> Value(SymbolicVector<T> x) => At(x).F;

    /// <inheritdoc/>
    public void Proximal(SymbolicVector<T> x, T step, SymbolicVector<T> result)
    {
        // z = x - step s with s in the subdifferential at z.
        SymbolicVector<T> s = _space.NewVector($"s{Name}{_points.Count}"), z = _space.Zero();
        z.Assign(x - (step * s));
        AddPoint(z, s);
        result.CopyFrom(z);
    }

    /// <inheritdoc/>
    public void Minimize(SymbolicVector<T> direction, SymbolicVector<T> vertex)
    {
        // -direction is normal to the set at the vertex.
        SymbolicVector<T> normal = _space.Zero(), s = _space.NewVector($"v{Name}{_points.Count}");
        normal.Assign(-T.One, direction);
        AddPoint(s, normal);
        vertex.CopyFrom(s);
    }

    IEnumerable<ClassCondition<T>> IInterpolated<T>.Conditions(int i, int j) => i == j ? Class.Single(_points[i]) : Class.Pair(_points[i], _points[j]);

    bool IInterpolated<T>.IsOrdered => true;

    (string Name, IReadOnlyList<(string Name, T Value)> Parameters)? IInterpolated<T>.InCertificates => Class.InCertificates;

    private SymbolicPoint<T> Fresh(SymbolicVector<T> x)
    {
        if (Class.BlockCount == 0)
        {
            return AddPoint(x, _space.NewVector($"g{Name}{_points.Count}"));
        }

        SymbolicVector<T>[] parts = [.. Enumerable.Range(1, Class.BlockCount).Select(k => _space.NewVector($"g{Name}{_points.Count}^{k}"))];
        SymbolicVector<T> sum = _space.Zero();
        foreach (SymbolicVector<T> part in parts)
        {
            sum.Assign(sum + part);
        }

        SymbolicPoint<T> point = AddPoint(x, sum) with { Parts = parts };
        _points[^1] = point;
        return point;
    }

    private SymbolicPoint<T>? Known(SymbolicVector<T> x)
    {
        foreach (SymbolicPoint<T> p in _points)
        {
            if (p.X.Coordinates.SequenceEqual(x.Coordinates))
            {
                return p;
            }
        }

        return null;
    }

    private SymbolicPoint<T> Add(SymbolicPoint<T> point)
    {
        _points.Add(point);
        return point;
    }
}

/// <summary>What recorded points of a function or an operator must satisfy.</summary>
/// <typeparam name="T">Coefficients.</typeparam>
internal interface IInterpolated<T>
    where T : struct, INumber<T>
{
    string Name { get; }

    IReadOnlyList<SymbolicPoint<T>> Points { get; }

    /// <summary>The class in the words of certificates.</summary>
    (string Name, IReadOnlyList<(string Name, T Value)> Parameters)? InCertificates { get; }

    /// <summary>Whether the pair (j, i) says something else than (i, j).</summary>
    bool IsOrdered { get; }

    /// <summary>The conditions on a pair, or for i = j on a point.</summary>
    IEnumerable<ClassCondition<T>> Conditions(int i, int j);
}
