namespace TheoryLab.Cuda;

/// <summary>
/// Owner of device memory: every vector and matrix belongs to a space, vectors made from vectors to the same one, and all go back to the device when
/// it is disposed. A run has a space of its own.
/// </summary>
public sealed class CudaSpace : IDisposable
{
    private readonly List<CudaHandle> _memory = [];

    internal CudaSpace(CudaDevice device) => Device = device;

    /// <summary>The device.</summary>
    public CudaDevice Device { get; }

    /// <summary>A zero vector.</summary>
    /// <param name="length">Number of components, at least one.</param>
    /// <exception cref="CudaException">The device has no room for it.</exception>
    public CudaVector Vector(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        nint address = Allocate((long)length * sizeof(double));
        Device.Clear(address, (long)length * sizeof(double));
        return new(this, address, length);
    }

    /// <summary>A vector with the components of an array of the host, which is copied.</summary>
    /// <param name="components">At least one.</param>
    /// <exception cref="CudaException">The device has no room for it.</exception>
    public CudaVector Vector(ReadOnlySpan<double> components)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(components.Length, 1);
        CudaVector vector = new(this, Allocate((long)components.Length * sizeof(double)), components.Length);
        vector.CopyFrom(components);
        return vector;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (CudaHandle memory in _memory)
        {
            memory.Dispose();
        }

        _memory.Clear();
        Device.Forget(this);
    }

    /// <summary>Memory with arbitrary contents.</summary>
    internal nint Allocate(long bytes)
    {
        CudaHandle memory = Device.Allocate(bytes);
        _memory.Add(memory);
        return memory.Value;
    }

    /// <summary>A copy of numbers of the host.</summary>
    internal nint Upload(ReadOnlySpan<double> numbers)
    {
        nint target = Allocate((long)numbers.Length * sizeof(double));
        Write(target, numbers);
        return target;
    }

    internal unsafe void Write(nint target, ReadOnlySpan<double> numbers)
    {
        fixed (double* source = numbers)
        {
            Device.Copy(target, (nint)source, (long)numbers.Length * sizeof(double), CudaConstant.HostToDevice);
            Device.Synchronize();
        }
    }

    internal unsafe void Read(nint source, Span<double> numbers)
    {
        fixed (double* target = numbers)
        {
            Device.Copy((nint)target, source, (long)numbers.Length * sizeof(double), CudaConstant.DeviceToHost);
            Device.Synchronize();
        }
    }
}
