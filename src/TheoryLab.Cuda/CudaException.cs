namespace TheoryLab.Cuda;

/// <summary>A call into NVIDIA's libraries failed: which call, with what, and how to mend it. Never used where there is no CUDA at all.</summary>
public sealed class CudaException : Exception
{
    /// <summary>A failed call.</summary>
    /// <param name="call">The function.</param>
    /// <param name="code">What it returned.</param>
    /// <param name="name">The name of the code.</param>
    /// <param name="advice">How to mend it, the end of a sentence.</param>
    public CudaException(string call, int code, string name, string advice)
        : base(FormattableString.Invariant($"{call} failed with {name} ({code}); {advice}"))
    {
        (Call, Code, ErrorName) = (call, code, name);
    }

    /// <summary>The function.</summary>
    public string Call { get; }

    /// <summary>What it returned.</summary>
    public int Code { get; }

    /// <summary>The name of the code in NVIDIA's headers.</summary>
    public string ErrorName { get; }

    /// <summary>Whether memory ran out, so that another backend may still do the work.</summary>
    public bool IsOutOfMemory { get; internal init; }

    /// <summary>Whether the device can no longer be used by this process.</summary>
    public bool IsDeviceLost { get; internal init; }
}

/// <summary>There is no CUDA here, and why; caught by <see cref="CudaDevice.TryOpen(out CudaDevice, out string)"/>.</summary>
/// <param name="message">The reason, in the words that follow "CUDA not available:".</param>
internal sealed class CudaUnavailableException(string message) : Exception(message);
