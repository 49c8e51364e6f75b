using System.Numerics;

namespace TheoryLab.WorstCase;

/// <summary>
/// A pre-Hilbert space spanned by named base vectors of which nothing is known but what is assumed, and named free values of functions. All state of a
/// symbolic run lives here: any number of spaces may be used in parallel.
/// </summary>
/// <typeparam name="T">Coefficients: rationals for proofs, doubles for speed.</typeparam>
public sealed class SymbolicSpace<T>
    where T : struct, INumber<T>
{
    private readonly List<string> _vectors = [];
    private readonly List<string> _values = [];

    /// <summary>Names of the base vectors, in order of creation.</summary>
    public IReadOnlyList<string> VectorNames => _vectors;

    /// <summary>Names of the free values, in order of creation.</summary>
    public IReadOnlyList<string> ValueNames => _values;

    /// <summary>A vector about which nothing is known.</summary>
    /// <param name="name">What reports call it.</param>
    public SymbolicVector<T> NewVector(string name)
    {
        T[] row = new T[_vectors.Count + 1];
        row[^1] = T.One;
        _vectors.Add(name);
        return new(this, row);
    }

    /// <summary>The zero vector.</summary>
    public SymbolicVector<T> Zero() => new(this, []);

    /// <summary>A free value.</summary>
    /// <param name="name">What reports call it.</param>
    public Form<T> NewValue(string name)
    {
        _values.Add(name);
        return Form<T>.Value(_values.Count - 1);
    }
}
