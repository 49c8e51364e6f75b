namespace TheoryLab.Cuda;

/// <summary>What cuBLAS and cuSOLVER have in common: a handle that is bound to the stream of a device, and status codes.</summary>
/// <param name="device">The device.</param>
/// <param name="nameOf">The name of a status code.</param>
internal abstract class CudaLibrary(CudaDevice device, Func<int, string> nameOf) : IDisposable
{
    private CudaHandle? _handle;

    public void Dispose() => _handle?.Dispose();

    /// <summary>Owns a handle from here on; it is given back if its first use fails.</summary>
    /// <param name="handle">The handle.</param>
    /// <param name="first">What is called with it before anything else.</param>
    protected void Own(CudaHandle handle, Action<nint> first)
    {
        _handle = handle;
        try
        {
            first(handle.Value);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The handle, for a call on this thread.</summary>
    protected nint Enter()
    {
        device.Enter();
        return _handle!.Value;
    }

    /// <summary>Throws unless a call succeeded.</summary>
    /// <exception cref="CudaException">It did not.</exception>
    protected void Check(int status, string call)
    {
        if (status != 0)
        {
            string name = nameOf(status);
            int cause = name.EndsWith("_ALLOC_FAILED", StringComparison.Ordinal) ? CudaErrorCode.MemoryAllocation
                : name.EndsWith("_EXECUTION_FAILED", StringComparison.Ordinal) ? CudaErrorCode.LaunchFailure
                : 0;
            throw CudaDevice.Failure(status, cause, call, name, 0);
        }

        // Until the call is over nobody may give back what it works on.
        GC.KeepAlive(this);
    }
}
