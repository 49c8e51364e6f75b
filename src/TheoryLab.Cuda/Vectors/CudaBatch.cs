using TheoryLab.Core;

namespace TheoryLab.Cuda;

/// <summary>
/// The vectors of many instances of one shape, one after the other, so that a method runs on all of them at once with shared coefficients. There is no
/// inner product: each instance would need its own, and so an adaptive method does not compile.
/// </summary>
public readonly struct CudaBatch : IVector<CudaBatch, double>
{
    /// <summary>Takes a vector of count times the dimension as a batch; shares it.</summary>
    /// <param name="all">All instances.</param>
    /// <param name="count">Number of instances.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is no multiple of the number of instances.</exception>
    public CudaBatch(CudaVector all, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfNotEqual(all.Length % count, 0, nameof(all));
        (All, Count) = (all, count);
    }

    /// <summary>All instances, one after the other.</summary>
    public CudaVector All { get; }

    /// <summary>Number of instances.</summary>
    public int Count { get; }

    /// <summary>Components of one instance.</summary>
    public int Dimension => All.Length / Count;

    /// <summary>The term a x.</summary>
    public static Term<CudaBatch, double> operator *(double a, CudaBatch x) => new(a, x);

    /// <summary>The term -x.</summary>
    public static Term<CudaBatch, double> operator -(CudaBatch x) => new(-1, x);

    /// <summary>The sum x + y.</summary>
    public static Sum2<CudaBatch, double> operator +(CudaBatch x, CudaBatch y) => new(1, x, 1, y);

    /// <summary>The difference x - y.</summary>
    public static Sum2<CudaBatch, double> operator -(CudaBatch x, CudaBatch y) => new(1, x, -1, y);

    /// <inheritdoc/>
    public static bool Same(CudaBatch x, CudaBatch y) => CudaVector.Same(x.All, y.All);

    /// <inheritdoc/>
    public CudaBatch NewLike() => new(All.NewLike(), Count);

    /// <inheritdoc/>
    public CudaBatch Copy() => new(All.Copy(), Count);

    /// <inheritdoc/>
    public void CopyFrom(CudaBatch source) => All.CopyFrom(source.All);

    /// <inheritdoc/>
    public void Assign(double a, CudaBatch x) => All.Assign(a, x.All);

    /// <inheritdoc/>
    public void Assign(double a, CudaBatch x, double b, CudaBatch y) => All.Assign(a, x.All, b, y.All);

    /// <inheritdoc/>
    public void Assign(double a, CudaBatch x, double b, CudaBatch y, double c, CudaBatch z) => All.Assign(a, x.All, b, y.All, c, z.All);

    /// <inheritdoc/>
    public void Assign(double a, CudaBatch x, double b, CudaBatch y, double c, CudaBatch z, double d, CudaBatch w) =>
        All.Assign(a, x.All, b, y.All, c, z.All, d, w.All);
}
