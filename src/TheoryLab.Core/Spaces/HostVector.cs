using System.Numerics;

namespace TheoryLab.Core;

/// <summary>
/// A view (array, offset, length) of host memory; interpretation (i) of a method. Doubles run on SIMD kernels, every other scalar on the same
/// source element by element. Results are bitwise the same for any register width.
/// </summary>
/// <typeparam name="T">The components.</typeparam>
public readonly struct HostVector<T> : IInnerProductVector<HostVector<T>, T, T>, IBlockVector<HostVector<T>>
    where T : struct, INumberBase<T>
{
    private readonly T[] _array;
    private readonly int _offset;

    /// <summary>A view of a whole array; shares it.</summary>
    /// <param name="array">The storage.</param>
    public HostVector(T[] array)
        : this(array, 0, array.Length)
    {
    }

    /// <summary>A view of length components from offset; shares the storage.</summary>
    /// <param name="array">The storage.</param>
    /// <param name="offset">First component.</param>
    /// <param name="length">Number of components.</param>
    /// <exception cref="ArgumentOutOfRangeException">The view leaves the array.</exception>
    public HostVector(T[] array, int offset, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, array.Length - offset);
        _array = array;
        _offset = offset;
        Length = length;
    }

    /// <summary>Number of components.</summary>
    public int Length { get; }

    /// <summary>The components, writable.</summary>
    public Span<T> Span => new(_array, _offset, Length);

    /// <summary>One component.</summary>
    /// <param name="i">Index from zero.</param>
    public ref T this[int i] => ref Span[i];

    /// <summary>The term a x.</summary>
    public static Term<HostVector<T>, T> operator *(T a, HostVector<T> x) => new(a, x);

    /// <summary>The term -x.</summary>
    public static Term<HostVector<T>, T> operator -(HostVector<T> x) => new(-T.One, x);

    /// <summary>The sum x + y.</summary>
    public static Sum2<HostVector<T>, T> operator +(HostVector<T> x, HostVector<T> y) => new(T.One, x, T.One, y);

    /// <summary>The difference x - y.</summary>
    public static Sum2<HostVector<T>, T> operator -(HostVector<T> x, HostVector<T> y) => new(T.One, x, -T.One, y);

    /// <inheritdoc/>
    public static bool Same(HostVector<T> x, HostVector<T> y) => ReferenceEquals(x._array, y._array) && x._offset == y._offset && x.Length == y.Length;

    /// <inheritdoc/>
    public static T Dot(HostVector<T> x, HostVector<T> y) => Reductions.Dot<T>(x.Span, y.Span);

    /// <inheritdoc/>
    public static T Scale(T a, T value) => a * value;

    /// <inheritdoc/>
    public HostVector<T> NewLike() => new(new T[Length]);

    /// <inheritdoc/>
    public HostVector<T> Copy() => new(Span.ToArray());

    /// <inheritdoc/>
    public void CopyFrom(HostVector<T> source) => source.Span.CopyTo(Span);

    /// <inheritdoc/>
    public HostVector<T> Block(int offset, int length) => new(_array, _offset + offset, length);

    /// <inheritdoc/>
    public void Assign(T a, HostVector<T> x) => HostKernels.Combine(Span, a, x.Span);

    /// <inheritdoc/>
    public void Assign(T a, HostVector<T> x, T b, HostVector<T> y) => HostKernels.Combine(Span, a, x.Span, b, y.Span);

    /// <inheritdoc/>
    public void Assign(T a, HostVector<T> x, T b, HostVector<T> y, T c, HostVector<T> z) =>
        HostKernels.Combine(Span, a, x.Span, b, y.Span, c, z.Span);

    /// <inheritdoc/>
    public void Assign(T a, HostVector<T> x, T b, HostVector<T> y, T c, HostVector<T> z, T d, HostVector<T> w) =>
        HostKernels.Combine(Span, a, x.Span, b, y.Span, c, z.Span, d, w.Span);
}
