using System.Runtime.InteropServices;
using TheoryLab.Core;

namespace TheoryLab.Native;

/// <summary>
/// OpenBLAS, loaded when it is first asked for, and its functions bound by name. Integers are 32 bits wide, as in the libraries that distributions install under
/// these names; those with 64 bits call themselves libopenblas64.
/// </summary>
internal sealed unsafe class OpenBlasLibrary
{
    /// <summary>The environment variable that names the library, or the folder that holds it.</summary>
    public const string PathVariable = "THEORYLAB_OPENBLAS_PATH";

    /// <summary>OpenBLAS's own variable; where it is set, the library has read it, and its number of threads stands.</summary>
    public const string ThreadsVariable = "OPENBLAS_NUM_THREADS";

    private const string Advice =
        "install it (Debian and Ubuntu: apt-get install libopenblas0-pthread; Fedora: dnf install openblas; macOS: brew install openblas; Windows: libopenblas.dll "
        + "from its releases on GitHub), or set THEORYLAB_OPENBLAS_PATH to the library or its folder";

    private static readonly string[] LinuxNames = ["libopenblas.so.0", "libopenblas.so"];
    private static readonly string[] MacNames = ["libopenblas.dylib", "/opt/homebrew/opt/openblas/lib/libopenblas.dylib", "/usr/local/opt/openblas/lib/libopenblas.dylib"];
    private static readonly string[] WindowsNames = ["libopenblas.dll", "openblas.dll"];

    private OpenBlasLibrary(string file, nint handle)
    {
        File = file;
        Gemv = (delegate* unmanaged<int, int, int, int, double, double*, int, double*, int, double, double*, int, void>)Export("cblas_dgemv");
        Symv = (delegate* unmanaged<int, int, int, double, double*, int, double*, int, double, double*, int, void>)Export("cblas_dsymv");
        Gemm = (delegate* unmanaged<int, int, int, int, int, int, double, double*, int, double*, int, double, double*, int, void>)Export("cblas_dgemm");
        Syrk = (delegate* unmanaged<int, int, int, int, int, double, double*, int, double, double*, int, void>)Export("cblas_dsyrk");
        Potrf = (delegate* unmanaged<byte*, int*, double*, int*, int*, nuint, void>)Export("dpotrf_");
        Potrs = (delegate* unmanaged<byte*, int*, int*, double*, int*, double*, int*, int*, nuint, void>)Export("dpotrs_");
        string config = Text("openblas_get_config"), core = Text("openblas_get_corename");
        if (Environment.GetEnvironmentVariable(ThreadsVariable) is null)
        {
            ((delegate* unmanaged<int, void>)Export("openblas_set_num_threads"))(1);
        }

        int threads = ((delegate* unmanaged<int>)Export("openblas_get_num_threads"))();
        string version = config.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["OpenBLAS", string number, ..] ? $"OpenBLAS {number}" : "OpenBLAS";
        Description = FormattableString.Invariant($"{version} for {core}, {threads} {(threads == 1 ? "thread" : "threads")} ({file})");

        nint Export(string name) => NativeLibrary.TryGetExport(handle, name, out nint address)
            ? address
            : throw new InputException($"{file} has no function {name}, so it is not a whole OpenBLAS; {Advice}.");

        string Text(string name) => Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)Export(name))()) ?? string.Empty;
    }

    /// <summary>Where it was found.</summary>
    public string File { get; }

    /// <summary>Version, kind of processor, threads and file.</summary>
    public string Description { get; }

    public delegate* unmanaged<int, int, int, int, double, double*, int, double*, int, double, double*, int, void> Gemv { get; }

    public delegate* unmanaged<int, int, int, double, double*, int, double*, int, double, double*, int, void> Symv { get; }

    public delegate* unmanaged<int, int, int, int, int, int, double, double*, int, double*, int, double, double*, int, void> Gemm { get; }

    public delegate* unmanaged<int, int, int, int, int, double, double*, int, double, double*, int, void> Syrk { get; }

    /// <summary>Fortran functions take the length of a text after the other arguments; those that do not look at it are not hurt.</summary>
    public delegate* unmanaged<byte*, int*, double*, int*, int*, nuint, void> Potrf { get; }

    public delegate* unmanaged<byte*, int*, int*, double*, int*, double*, int*, int*, nuint, void> Potrs { get; }

    /// <summary>Loads the library that the environment names, or else one where the system looks.</summary>
    /// <exception cref="InputException">There is none, or it is not whole.</exception>
    public static OpenBlasLibrary Load()
    {
        string[] names = OperatingSystem.IsWindows() ? WindowsNames : OperatingSystem.IsMacOS() ? MacNames : LinuxNames;
        string? path = Environment.GetEnvironmentVariable(PathVariable);
        foreach (string name in string.IsNullOrEmpty(path) ? names : [path, .. names.Select(n => Path.Combine(path, Path.GetFileName(n)))])
        {
            if (NativeLibrary.TryLoad(name, out nint handle))
            {
                return new(name, handle);
            }
        }

        throw new InputException(string.IsNullOrEmpty(path)
            ? $"OpenBLAS was not found ({string.Join(", ", names)}); {Advice}."
            : $"{PathVariable} is '{path}', and no OpenBLAS library is there; correct it or remove it.");
    }
}
