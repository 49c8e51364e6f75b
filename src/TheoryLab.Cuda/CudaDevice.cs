using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;

namespace TheoryLab.Cuda;

/// <summary>
/// One NVIDIA GPU: its queue of work, its cuBLAS and cuSOLVER handles, its compiled kernels. Work is queued in order and the host waits only where a
/// number is asked for. A device serves one thread at a time, but not always the same one. Dispose it to give everything back.
/// </summary>
public sealed class CudaDevice : IDisposable
{
    private readonly CudaToolkit _toolkit;
    private readonly List<CudaSpace> _spaces = [];
    private readonly CudaHandle? _stream;
    private readonly CudaHandle? _pinned;
    private Thread? _thread;

    private unsafe CudaDevice(CudaToolkit toolkit)
    {
        _toolkit = toolkit;
        RuntimeApi runtime = toolkit.Runtime;
        try
        {
            Enter();
            nint value;
            Check(runtime.cudaStreamCreateWithFlags(&value, CudaConstant.StreamNonBlocking), "cudaStreamCreateWithFlags");
            _stream = new(CudaResource.Stream, value, Held, h => runtime.cudaStreamDestroy(h));
            Check(runtime.cudaMallocHost(&value, sizeof(double)), "cudaMallocHost");
            _pinned = new(CudaResource.PinnedMemory, value, Held, h => runtime.cudaFreeHost(h));
            int version;
            Check(runtime.cudaDriverGetVersion(&version), "cudaDriverGetVersion");
            DriverVersion = CudaToolkit.Version(version);
            Check(runtime.cudaRuntimeGetVersion(&version), "cudaRuntimeGetVersion");
            RuntimeVersion = CudaToolkit.Version(version);
            Name = ReadName();
            Blas = new(this);
            Solver = new(this);
            Kernels = new(this);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>What the vendor calls it.</summary>
    public string Name { get; }

    /// <summary>The CUDA version that the driver knows.</summary>
    public string DriverVersion { get; }

    /// <summary>The version of the CUDA libraries in use.</summary>
    public string RuntimeVersion { get; }

    /// <summary>Bytes of device memory: free ones and all.</summary>
    public unsafe (long Free, long Total) Memory
    {
        get
        {
            nuint free, total;
            Enter();
            Check(_toolkit.Runtime.cudaMemGetInfo(&free, &total), "cudaMemGetInfo");
            return ((long)free, (long)total);
        }
    }

    internal CudaToolkit Toolkit => _toolkit;

    internal ResourceCount Held { get; } = new();

    internal CudaBlas Blas { get; }

    internal CudaSolver Solver { get; }

    internal CudaKernels Kernels { get; }

    internal nint Stream => _stream!.Value;

    /// <summary>Opens the first GPU, with the libraries of the folder that THEORYLAB_CUDA_PATH names, or those that the system finds.</summary>
    /// <param name="device">The device.</param>
    /// <param name="reason">Why there is none: what follows "CUDA not available:".</param>
    public static bool TryOpen([NotNullWhen(true)] out CudaDevice? device, [NotNullWhen(false)] out string? reason) =>
        TryOpen(Environment.GetEnvironmentVariable(CudaToolkit.PathVariable), out device, out reason);

    /// <summary>Opens the first GPU, with the libraries of a folder, or those that the system finds.</summary>
    /// <param name="folder">Where to look first; null for nowhere.</param>
    /// <param name="device">The device.</param>
    /// <param name="reason">Why there is none: what follows "CUDA not available:".</param>
    public static bool TryOpen(string? folder, [NotNullWhen(true)] out CudaDevice? device, [NotNullWhen(false)] out string? reason)
    {
        try
        {
            (device, reason) = (new(CudaToolkit.Load(string.IsNullOrEmpty(folder) ? null : folder)), null);
            return true;
        }
        catch (Exception e) when (e is CudaUnavailableException or CudaException)
        {
            (device, reason) = (null, e.Message);
            return false;
        }
    }

    /// <summary>A place for vectors and matrices, which go back to the device together.</summary>
    public CudaSpace NewSpace()
    {
        CudaSpace space = new(this);
        _spaces.Add(space);
        return space;
    }

    /// <summary>Waits until all queued work is done.</summary>
    /// <exception cref="CudaException">Some of it failed.</exception>
    public unsafe void Synchronize()
    {
        Enter();
        Check(_toolkit.Runtime.cudaStreamSynchronize(Stream), "cudaStreamSynchronize");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (CudaSpace space in _spaces.ToArray())
        {
            space.Dispose();
        }

        // Opening may have failed half-way.
        Kernels?.Dispose();
        Solver?.Dispose();
        Blas?.Dispose();
        _pinned?.Dispose();
        _stream?.Dispose();
    }

    internal void Forget(CudaSpace space) => _spaces.Remove(space);

    /// <summary>Makes the device current on the calling thread; a context belongs to a thread.</summary>
    internal unsafe void Enter()
    {
        // The object, since its number may come again after it has ended.
        Thread thread = Thread.CurrentThread;
        if (!ReferenceEquals(thread, _thread))
        {
            Check(_toolkit.Runtime.cudaSetDevice(0), "cudaSetDevice");
            Check(_toolkit.Runtime.cudaFree(0), "cudaFree");
            _thread = thread;
        }
    }

    internal unsafe CudaHandle Allocate(long bytes)
    {
        nint value;
        Enter();
        Check(_toolkit.Runtime.cudaMalloc(&value, (nuint)bytes), "cudaMalloc", bytes);
        RuntimeApi runtime = _toolkit.Runtime;
        return new(CudaResource.Memory, value, Held, h => runtime.cudaFree(h));
    }

    internal unsafe void Copy(nint target, nint source, long bytes, int kind)
    {
        Enter();
        Check(_toolkit.Runtime.cudaMemcpyAsync(target, source, (nuint)bytes, kind, Stream), "cudaMemcpyAsync");
    }

    internal unsafe void Clear(nint target, long bytes)
    {
        Enter();
        Check(_toolkit.Runtime.cudaMemsetAsync(target, 0, (nuint)bytes, Stream), "cudaMemsetAsync");
    }

    /// <summary>A number on the device, once all work queued so far is done.</summary>
    internal unsafe double Read(nint source)
    {
        nint target = _pinned!.Value;
        Copy(target, source, sizeof(double), CudaConstant.DeviceToHost);
        Synchronize();
        return *(double*)target;
    }

    internal unsafe int Attribute(int attribute)
    {
        int value;
        Check(_toolkit.Runtime.cudaDeviceGetAttribute(&value, attribute, 0), "cudaDeviceGetAttribute");
        return value;
    }

    /// <summary>Throws unless a call of the runtime succeeded.</summary>
    internal void Check(int code, string call, long bytes = 0)
    {
        if (code != 0)
        {
            throw RuntimeFailure(code, call, bytes);
        }

        // Until the call is over nobody may give back what it works on.
        GC.KeepAlive(this);
    }

    /// <summary>Throws unless a call of the driver succeeded.</summary>
    internal unsafe void CheckDriver(int code, string call)
    {
        if (code != 0)
        {
            nint name = 0;
            _ = _toolkit.Driver.cuGetErrorName(code, &name);
            throw Failure(code, code, call, Marshal.PtrToStringUTF8(name) ?? "an unknown error", 0);
        }

        GC.KeepAlive(this);
    }

    /// <summary>A failure with the code that a library returned, and its cause in the numbers of the runtime; zero for a cause that has none.</summary>
    internal static CudaException Failure(int code, int cause, string call, string name, long bytes) => new(call, code, name, Advice(cause, bytes))
    {
        IsOutOfMemory = cause == CudaErrorCode.MemoryAllocation,
        IsDeviceLost = CudaErrorCode.IsSticky(cause),
    };

    private static string Advice(int cause, long bytes) =>
        cause == CudaErrorCode.MemoryAllocation ? Exhausted(bytes)
        : cause == CudaErrorCode.DevicesUnavailable ? "the GPU is busy, or another program has it for itself: close other programs on the GPU, or use --backend managed."
        : CudaErrorCode.IsSticky(cause) ? "the device is lost to this process: start the program again, or use --backend managed."
        : "report it together with what 'theorylab doctor' prints; --backend managed works without the GPU.";

    internal static string Exhausted(long bytes) => bytes > 0
        ? FormattableString.Invariant($"the device has no room for another {bytes} bytes: choose a smaller problem, close other programs on the GPU, or use --backend managed.")
        : "the device is out of memory: choose a smaller problem, close other programs on the GPU, or use --backend managed.";

    private unsafe CudaException RuntimeFailure(int code, string call, long bytes)
    {
        // Errors that do not corrupt the context are remembered until they are asked for.
        _ = _toolkit.Runtime.cudaGetLastError();
        return Failure(code, code, call, Marshal.PtrToStringUTF8(_toolkit.Runtime.cudaGetErrorName(code)) ?? "an unknown error", bytes);
    }

    private unsafe string ReadName()
    {
        const int Longest = 256;
        byte* name = stackalloc byte[Longest];
        int ordinal;
        CheckDriver(_toolkit.Driver.cuDeviceGet(&ordinal, 0), "cuDeviceGet");
        CheckDriver(_toolkit.Driver.cuDeviceGetName(name, Longest, ordinal), "cuDeviceGetName");
        return Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name));
    }
}
