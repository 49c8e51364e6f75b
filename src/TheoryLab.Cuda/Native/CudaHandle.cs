using Microsoft.Win32.SafeHandles;

namespace TheoryLab.Cuda;

/// <summary>What the libraries hand out and want back.</summary>
internal enum CudaResource
{
    /// <summary>Memory of the device.</summary>
    Memory,

    /// <summary>Page-locked memory of the host.</summary>
    PinnedMemory,

    /// <summary>A queue of work.</summary>
    Stream,

    /// <summary>A mark in a queue.</summary>
    Event,

    /// <summary>A cuBLAS handle.</summary>
    Blas,

    /// <summary>A cuSOLVER handle.</summary>
    Solver,

    /// <summary>Compiled kernels.</summary>
    Module,
}

/// <summary>How many resources of each kind are held; a test asks for zero after disposal.</summary>
internal sealed class ResourceCount
{
    private readonly int[] _held = new int[Enum.GetValues<CudaResource>().Length];

    /// <summary>How many of one kind are held.</summary>
    public int this[CudaResource resource] => Volatile.Read(ref _held[(int)resource]);

    /// <summary>How many are held.</summary>
    public int Total => _held.Sum();

    public void Add(CudaResource resource, int change) => Interlocked.Add(ref _held[(int)resource], change);
}

/// <summary>One resource, given back exactly once.</summary>
internal sealed class CudaHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    private readonly CudaResource _resource;
    private readonly ResourceCount _count;
    private readonly Func<nint, int> _release;

    /// <summary>Owns a resource from here on.</summary>
    /// <param name="resource">Its kind.</param>
    /// <param name="value">What the library handed out.</param>
    /// <param name="count">Where it is counted.</param>
    /// <param name="release">Gives it back; zero for success.</param>
    public CudaHandle(CudaResource resource, nint value, ResourceCount count, Func<nint, int> release)
        : base(ownsHandle: true)
    {
        (_resource, _count, _release) = (resource, count, release);
        SetHandle(value);
        count.Add(resource, 1);
    }

    /// <summary>What the library handed out; its owner keeps this object alive.</summary>
    public nint Value => handle;

    /// <inheritdoc/>
    /// <remarks>On a lost device giving back fails too, and nobody can do better.</remarks>
    protected override bool ReleaseHandle()
    {
        _count.Add(_resource, -1);
        return _release(handle) == 0;
    }
}
