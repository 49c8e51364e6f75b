using TheoryLab.Core;

namespace TheoryLab.Cuda;

/// <summary>
/// A handle to doubles in device memory; interpretation (ii) of a method. <c>Assign</c> is one fused kernel, computed as on a CPU, bit by bit; it is
/// queued and the host goes on. Only <see cref="Dot"/> and copies to the host wait. Steps allocate nothing.
/// </summary>
public readonly struct CudaVector : IInnerProductVector<CudaVector, double, double>
{
    private readonly CudaSpace _space;

    internal CudaVector(CudaSpace space, nint address, int length) => (_space, Address, Length) = (space, address, length);

    /// <summary>Number of components.</summary>
    public int Length { get; }

    internal nint Address { get; }

    internal CudaSpace Space => _space;

    private CudaKernels Kernels => _space.Device.Kernels;

    /// <summary>The term a x.</summary>
    public static Term<CudaVector, double> operator *(double a, CudaVector x) => new(a, x);

    /// <summary>The term -x.</summary>
    public static Term<CudaVector, double> operator -(CudaVector x) => new(-1, x);

    /// <summary>The sum x + y.</summary>
    public static Sum2<CudaVector, double> operator +(CudaVector x, CudaVector y) => new(1, x, 1, y);

    /// <summary>The difference x - y.</summary>
    public static Sum2<CudaVector, double> operator -(CudaVector x, CudaVector y) => new(1, x, -1, y);

    /// <inheritdoc/>
    public static bool Same(CudaVector x, CudaVector y) => x.Address == y.Address && x.Length == y.Length;

    /// <inheritdoc/>
    /// <remarks>Two launches and one wait. Repeats bit by bit; the order of additions differs from a CPU's.</remarks>
    public static double Dot(CudaVector x, CudaVector y) => x.Kernels.Dot(x.Address, x.Matching(y), x.Length);

    /// <inheritdoc/>
    public static double Scale(double a, double value) => a * value;

    /// <inheritdoc/>
    public CudaVector NewLike() => _space.Vector(Length);

    /// <inheritdoc/>
    public CudaVector Copy()
    {
        CudaVector copy = new(_space, _space.Allocate((long)Length * sizeof(double)), Length);
        copy.CopyFrom(this);
        return copy;
    }

    /// <inheritdoc/>
    public void CopyFrom(CudaVector source) =>
        _space.Device.Copy(Address, Matching(source), (long)Length * sizeof(double), CudaConstant.DeviceToDevice);

    /// <summary>this &lt;- components of the host; waits.</summary>
    /// <param name="source">As many as this has.</param>
    public void CopyFrom(ReadOnlySpan<double> source)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(source.Length, Length);
        _space.Write(Address, source);
    }

    /// <summary>Copies the components to the host; waits.</summary>
    /// <param name="target">As many as this has.</param>
    public void CopyTo(Span<double> target)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(target.Length, Length);
        _space.Read(Address, target);
    }

    /// <summary>The components in a fresh array of the host; waits.</summary>
    public double[] ToArray()
    {
        double[] components = new double[Length];
        CopyTo(components);
        return components;
    }

    /// <inheritdoc/>
    public void Assign(double a, CudaVector x) => Kernels.Assign(Address, a, Matching(x), Length);

    /// <inheritdoc/>
    public void Assign(double a, CudaVector x, double b, CudaVector y) => Kernels.Assign(Address, a, Matching(x), b, Matching(y), Length);

    /// <inheritdoc/>
    public void Assign(double a, CudaVector x, double b, CudaVector y, double c, CudaVector z) =>
        Kernels.Assign(Address, a, Matching(x), b, Matching(y), c, Matching(z), Length);

    /// <inheritdoc/>
    public void Assign(double a, CudaVector x, double b, CudaVector y, double c, CudaVector z, double d, CudaVector w) =>
        Kernels.Assign(Address, a, Matching(x), b, Matching(y), c, Matching(z), d, Matching(w), Length);

    /// <summary>The address of a vector of the same length; another length would read beyond it.</summary>
    internal nint Matching(CudaVector other) =>
        other.Length == Length ? other.Address : throw new ArgumentException($"A vector of {other.Length} components does not go with one of {Length}.", nameof(other));
}
