using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>
/// A linear combination of base vectors: the interpretation of a method's vectors in which its run is a formula. Its inner products are forms, not
/// numbers, so that an adaptive method does not compile.
/// </summary>
/// <typeparam name="T">Coefficients.</typeparam>
public readonly struct SymbolicVector<T> : IInnerProductVector<SymbolicVector<T>, T, Form<T>>
    where T : struct, INumber<T>
{
    private readonly Cell _cell;

    internal SymbolicVector(SymbolicSpace<T> space, T[] row) => _cell = new(space) { Row = row };

    /// <summary>The coordinates in the base vectors made so far; missing ones are zero. Rows are replaced, never edited, so this is a snapshot.</summary>
    public ReadOnlySpan<T> Coordinates => _cell.Row;

    /// <summary>Whether all coordinates are zero.</summary>
    public bool IsZero => _cell.Row.Length == 0;

    internal T[] Row => _cell.Row;

    internal SymbolicSpace<T> Space => _cell.Space;

    /// <inheritdoc/>
    public SymbolicVector<T> NewLike() => _cell.Space.Zero();

    /// <inheritdoc/>
    public SymbolicVector<T> Copy() => new(_cell.Space, _cell.Row);

    /// <inheritdoc/>
    public void CopyFrom(SymbolicVector<T> source) => _cell.Row = source._cell.Row;

    /// <inheritdoc/>
    public static bool Same(SymbolicVector<T> x, SymbolicVector<T> y) => ReferenceEquals(x._cell, y._cell);

    /// <inheritdoc/>
    public void Assign(T a, SymbolicVector<T> x) => Combine([(a, x.Row)]);

    /// <inheritdoc/>
    public void Assign(T a, SymbolicVector<T> x, T b, SymbolicVector<T> y) => Combine([(a, x.Row), (b, y.Row)]);

    /// <inheritdoc/>
    public void Assign(T a, SymbolicVector<T> x, T b, SymbolicVector<T> y, T c, SymbolicVector<T> z) => Combine([(a, x.Row), (b, y.Row), (c, z.Row)]);

    /// <inheritdoc/>
    public void Assign(T a, SymbolicVector<T> x, T b, SymbolicVector<T> y, T c, SymbolicVector<T> z, T d, SymbolicVector<T> w) =>
        Combine([(a, x.Row), (b, y.Row), (c, z.Row), (d, w.Row)]);

    /// <inheritdoc/>
    public static Form<T> Dot(SymbolicVector<T> x, SymbolicVector<T> y) => Form<T>.Product(x, y);

    /// <inheritdoc/>
    public static Form<T> Scale(T a, Form<T> value) => a * value;

    /// <summary>The term a x.</summary>
    public static Term<SymbolicVector<T>, T> operator *(T a, SymbolicVector<T> x) => new(a, x);

    /// <summary>The term -x.</summary>
    public static Term<SymbolicVector<T>, T> operator -(SymbolicVector<T> x) => new(-T.One, x);

    /// <summary>The sum x + y.</summary>
    public static Sum2<SymbolicVector<T>, T> operator +(SymbolicVector<T> x, SymbolicVector<T> y) => new(T.One, x, T.One, y);

    /// <summary>The difference x - y.</summary>
    public static Sum2<SymbolicVector<T>, T> operator -(SymbolicVector<T> x, SymbolicVector<T> y) => new(T.One, x, -T.One, y);

    private void Combine(ReadOnlySpan<(T Coefficient, T[] Row)> terms)
    {
        int length = 0;
        foreach ((_, T[] row) in terms)
        {
            length = Math.Max(length, row.Length);
        }

        T[] sum = new T[length];
        foreach ((T a, T[] row) in terms)
        {
            for (int i = 0; i < row.Length; i++)
            {
                if (!T.IsZero(row[i]))
                {
                    sum[i] += a * row[i];
                }
            }
        }

        while (length > 0 && T.IsZero(sum[length - 1]))
        {
            length--;
        }

        _cell.Row = length == sum.Length ? sum : sum[..length];
    }

    private sealed class Cell(SymbolicSpace<T> space)
    {
        public SymbolicSpace<T> Space { get; } = space;

        public required T[] Row { get; set; }
    }
}
