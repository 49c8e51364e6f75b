using System.Numerics;
using TheoryLab.Core;

namespace TheoryLab.WorstCase;

/// <summary>
/// An affine expression in inner products of symbolic vectors and in free values: sum c &lt;u, v&gt; + sum c f_i + constant. Inner products are kept as pairs
/// of vectors, not multiplied out, since low rank is what makes the semidefinite program cheap.
/// </summary>
/// <typeparam name="T">Coefficients.</typeparam>
public readonly struct Form<T>
    where T : struct, INumber<T>
{
    private readonly Pair[]? _pairs;
    private readonly (int Index, T Coefficient)[]? _values;

    private Form(Pair[] pairs, (int Index, T Coefficient)[] values, T constant) => (_pairs, _values, Constant) = (pairs, values, constant);

    /// <summary>The constant.</summary>
    public T Constant { get; }

    internal ReadOnlySpan<Pair> Pairs => _pairs;

    internal ReadOnlySpan<(int Index, T Coefficient)> Values => _values;

    /// <summary>A constant form.</summary>
    public static implicit operator Form<T>(T constant) => new([], [], constant);

    /// <summary>The sum.</summary>
    public static Form<T> operator +(Form<T> x, Form<T> y) => new([.. x.Pairs, .. y.Pairs], [.. x.Values, .. y.Values], x.Constant + y.Constant);

    /// <summary>The difference.</summary>
    public static Form<T> operator -(Form<T> x, Form<T> y) => x + (-T.One * y);

    /// <summary>The negative.</summary>
    public static Form<T> operator -(Form<T> x) => -T.One * x;

    /// <summary>A multiple.</summary>
    public static Form<T> operator *(T a, Form<T> x) => new(
        Array.ConvertAll(x._pairs ?? [], p => p with { Coefficient = a * p.Coefficient }),
        Array.ConvertAll(x._values ?? [], v => (v.Index, a * v.Coefficient)),
        a * x.Constant);

    /// <summary>&lt;x, y&gt;.</summary>
    /// <param name="x">A vector.</param>
    /// <param name="y">A vector.</param>
    public static Form<T> Product(SymbolicVector<T> x, SymbolicVector<T> y) =>
        x.IsZero || y.IsZero ? new Form<T>([], [], T.Zero) : new Form<T>([new(T.One, x.Row, y.Row)], [], T.Zero);

    /// <summary>&lt;x, y&gt; for a sum of two terms.</summary>
    /// <param name="x">A vector.</param>
    /// <param name="y">A sum.</param>
    public static Form<T> Product(SymbolicVector<T> x, Sum2<SymbolicVector<T>, T> y) => (y.A * Product(x, y.X)) + (y.B * Product(x, y.Y));

    /// <summary>&lt;x, y&gt; for sums of two terms.</summary>
    /// <param name="x">A sum.</param>
    /// <param name="y">A sum.</param>
    public static Form<T> Product(Sum2<SymbolicVector<T>, T> x, Sum2<SymbolicVector<T>, T> y) => (x.A * Product(x.X, y)) + (x.B * Product(x.Y, y));

    /// <summary>|x|^2.</summary>
    /// <param name="x">A vector.</param>
    public static Form<T> Squared(SymbolicVector<T> x) => Product(x, x);

    /// <summary>|x|^2 for a sum of two terms.</summary>
    /// <param name="x">A sum.</param>
    public static Form<T> Squared(Sum2<SymbolicVector<T>, T> x) =>
        (x.A * x.A * Squared(x.X)) + ((T.One + T.One) * x.A * x.B * Product(x.X, x.Y)) + (x.B * x.B * Squared(x.Y));

    internal static Form<T> Of(Pair[] pairs, (int Index, T Coefficient)[] values, T constant) => new(pairs, values, constant);

    internal static Form<T> Value(int index) => new([], [(index, T.One)], T.Zero);

    /// <summary>coefficient times the inner product of two rows of coordinates.</summary>
    internal readonly record struct Pair(T Coefficient, T[] Left, T[] Right);
}
