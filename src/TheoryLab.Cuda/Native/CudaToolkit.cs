using System.Runtime.InteropServices;

namespace TheoryLab.Cuda;

/// <summary>
/// The five libraries of one CUDA release, loaded at run time. A folder that the user names is looked at first, then the loader's own search;
/// of several releases the newest that is complete and that the driver is new enough for is taken, and never a mixture of two.
/// </summary>
internal sealed class CudaToolkit
{
    /// <summary>The environment variable that names a folder with CUDA's libraries.</summary>
    public const string PathVariable = "THEORYLAB_CUDA_PATH";

    // Runtime, cuBLAS, cuSOLVER, NVRTC of one release, newest first.
    private static readonly string[][] LinuxReleases =
    [
        ["libcudart.so.13", "libcublas.so.13", "libcusolver.so.12", "libnvrtc.so.13"],
        ["libcudart.so.12", "libcublas.so.12", "libcusolver.so.11", "libnvrtc.so.12"],
        ["libcudart.so.11.0", "libcublas.so.11", "libcusolver.so.11", "libnvrtc.so.11.2"],
    ];

    private static readonly string[][] WindowsReleases =
    [
        ["cudart64_13.dll", "cublas64_13.dll", "cusolver64_12.dll", "nvrtc64_130_0.dll"],
        ["cudart64_12.dll", "cublas64_12.dll", "cusolver64_11.dll", "nvrtc64_120_0.dll"],
        ["cudart64_110.dll", "cublas64_11.dll", "cusolver64_11.dll", "nvrtc64_112_0.dll"],
    ];

    private static readonly string[] Purposes = ["the CUDA runtime", "cuBLAS", "cuSOLVER", "the CUDA compiler NVRTC"];

    private CudaToolkit(NativeLibraryFile driver, NativeLibraryFile[] files)
    {
        Driver = new(driver);
        Runtime = new(files[0]);
        Blas = new(files[1]);
        Solver = new(files[2]);
        Compiler = new(files[3]);
    }

    public RuntimeApi Runtime { get; }

    public BlasApi Blas { get; }

    public SolverApi Solver { get; }

    public CompilerApi Compiler { get; }

    public DriverApi Driver { get; }

    /// <summary>The number of devices that the driver shows.</summary>
    public int DeviceCount { get; private init; }

    /// <summary>The libraries of each release by file name, newest first: runtime, cuBLAS, cuSOLVER, NVRTC.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Releases => OperatingSystem.IsWindows() ? WindowsReleases : LinuxReleases;

    /// <summary>Loads the newest release that works here.</summary>
    /// <param name="folder">A folder to look at first, or null.</param>
    /// <exception cref="CudaUnavailableException">There is none; the message says what is missing and how to mend it.</exception>
    public static CudaToolkit Load(string? folder)
    {
        string driverName = OperatingSystem.IsWindows() ? "nvcuda.dll" : "libcuda.so.1";
        NativeLibraryFile driver = TryLoad(driverName, folder)
            ?? throw new CudaUnavailableException($"there is no NVIDIA driver ({driverName} was not found); install one if this machine has an NVIDIA GPU.");
        CudaUnavailableException? failure = null;
        (int Found, string Missing) best = (-1, string.Empty);
        foreach (IReadOnlyList<string> names in Releases)
        {
            NativeLibraryFile?[] files = [.. names.Select(name => TryLoad(name, folder))];
            int missing = Array.IndexOf(files, null);
            if (missing >= 0)
            {
                int found = files.Count(f => f is not null);
                best = found > best.Found ? (found, $"{Purposes[missing]} ({names[missing]}) {WhyNot(names[missing], folder)}") : best;
                continue;
            }

            try
            {
                return Working(driver, files!);
            }
            catch (CudaUnavailableException e)
            {
                // An older release may do with the driver; the newest one's reason is the one to show.
                failure ??= e;
            }
        }

        throw failure ?? new CudaUnavailableException(best.Missing);
    }

    /// <summary>A library from a folder, or from where the loader looks; null if it is not there or does not load.</summary>
    /// <param name="name">File name.</param>
    /// <param name="folder">The folder, or null.</param>
    public static NativeLibraryFile? TryLoad(string name, string? folder) =>
        folder is not null && Path.Combine(folder, name) is string path && NativeLibrary.TryLoad(path, out nint handle) ? new(path, handle)
        : NativeLibrary.TryLoad(name, out handle) ? new(name, handle)
        : null;

    private static unsafe CudaToolkit Working(NativeLibraryFile driver, NativeLibraryFile[] files)
    {
        CudaToolkit toolkit = new(driver, files);
        int count = 0;
        int code = toolkit.Runtime.cudaGetDeviceCount(&count);
        return code switch
        {
            0 when count > 0 => new(driver, files) { DeviceCount = count },
            0 or CudaErrorCode.NoDevice => throw new CudaUnavailableException("the driver shows no NVIDIA GPU; check nvidia-smi and CUDA_VISIBLE_DEVICES."),
            CudaErrorCode.InsufficientDriver => throw new CudaUnavailableException(toolkit.OldDriver(files[0].Name)),
            _ => throw new CudaUnavailableException(
                $"cudaGetDeviceCount failed with {Marshal.PtrToStringUTF8(toolkit.Runtime.cudaGetErrorName(code))} ({code}); check nvidia-smi, and restart the machine if the driver was updated."),
        };
    }

    private unsafe string OldDriver(string runtime)
    {
        int driver = 0, needed = 0;
        _ = Runtime.cudaDriverGetVersion(&driver);
        _ = Runtime.cudaRuntimeGetVersion(&needed);
        return $"the NVIDIA driver is too old: it knows CUDA {Version(driver)}, and {runtime} is of CUDA {Version(needed)}; update the driver, or install older CUDA libraries.";
    }

    /// <summary>A version as NVIDIA packs it, 1000 major + 10 minor.</summary>
    public static string Version(int packed) => FormattableString.Invariant($"{packed / 1000}.{packed % 1000 / 10}");

    private static string WhyNot(string name, string? folder)
    {
        if (folder is not null && Path.Combine(folder, name) is string path && File.Exists(path))
        {
            try
            {
                NativeLibrary.Free(NativeLibrary.Load(path));
            }
            catch (DllNotFoundException e)
            {
                // The loader's own words come last.
                string words = e.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^1];
                return $"is there but was not loaded ({words}); put the libraries that it needs beside it, and the folder into LD_LIBRARY_PATH.";
            }
        }

        return $"was not found; install the CUDA libraries 11.6 or later, or set {PathVariable} to the folder that holds them.";
    }
}
