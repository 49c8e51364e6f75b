using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

[assembly: AssemblyFixture(typeof(TheoryLab.Cuda.Tests.StandInLibrary))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace TheoryLab.Cuda.Tests;

/// <summary>
/// The stand-in of NVIDIA's libraries, compiled once per run of the tests against prototypes made from signatures.txt. Tests that need it are skipped
/// where there is no gcc.
/// </summary>
public sealed unsafe class StandInLibrary : IDisposable
{
    private static readonly string[] Warnings = ["-std=gnu11", "-O1", "-ffp-contract=off", "-Wall", "-Wextra", "-Wmissing-prototypes", "-Werror", "-fPIC"];

    private static readonly (string Source, string File)[] Libraries =
    [
        ("cudart.c", "libcudart.so.12"), ("cublas.c", "libcublas.so.12"), ("cusolver.c", "libcusolver.so.11"), ("nvrtc.c", "libnvrtc.so.12"), ("cuda.c", "libcuda.so.1"),
    ];

    private readonly nint _core;
    private CudaDevice? _device;

    public StandInLibrary()
    {
        Folder = Directory.CreateTempSubdirectory("theorylab-cuda-").FullName;
        if (!OperatingSystem.IsLinux())
        {
            Missing = "the stand-in of CUDA's libraries is built on Linux only";
            return;
        }

        if (Run("gcc", ["--version"]) is null)
        {
            Missing = "there is no gcc to build the stand-in of CUDA's libraries with";
            return;
        }

        foreach (string file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "StandIn")))
        {
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
        }

        File.WriteAllText(Path.Combine(Folder, "signatures.h"), Signature.Header());

        // The core is found beside the libraries; all of them share its state.
        Compile(["-shared", "-o", "libstandin.so", "core.c"]);
        foreach ((string source, string file) in Libraries)
        {
            Compile(["-shared", "-o", file, source, "-L.", "-lstandin", "-ldl", "-lm", "-Wl,-rpath,$ORIGIN"]);
        }

        _core = NativeLibrary.Load(Path.Combine(Folder, "libstandin.so"));
    }

    /// <summary>Where the libraries are.</summary>
    public string Folder { get; }

    /// <summary>Why there is no stand-in; null if there is one.</summary>
    public string? Missing { get; }

    /// <summary>A device that tests share; it is as good as new except for memory that others still hold.</summary>
    public CudaDevice Device
    {
        get
        {
            Assert.SkipWhen(Missing is not null, Missing ?? string.Empty);
            _device ??= Open();
            Reset();
            return _device;
        }
    }

    /// <summary>Memory and handles that are held.</summary>
    public int Live => ((delegate* unmanaged<int>)Export("standin_live"))();

    /// <summary>What was done wrong last.</summary>
    public string Message => Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)Export("standin_message"))())!;

    /// <summary>Opens a device of its own for a test.</summary>
    public CudaDevice Open()
    {
        Assert.SkipWhen(Missing is not null, Missing ?? string.Empty);
        Reset();
        Assert.True(CudaDevice.TryOpen(Folder, out CudaDevice? device, out string? reason), reason);
        return device;
    }

    /// <summary>Forgets faults, counts of calls and a lost device.</summary>
    public void Reset() => ((delegate* unmanaged<void>)Export("standin_reset"))();

    /// <summary>Makes the n-th call from now on fail.</summary>
    public void Fail(string function, int nth, int code)
    {
        fixed (byte* name = Text(function))
        {
            ((delegate* unmanaged<byte*, int, int, void>)Export("standin_fail"))(name, nth, code);
        }
    }

    /// <summary>Calls of a function since the last reset.</summary>
    public int Calls(string function)
    {
        fixed (byte* name = Text(function))
        {
            return ((delegate* unmanaged<byte*, int>)Export("standin_calls"))(name);
        }
    }

    public void SetDriver(int version) => ((delegate* unmanaged<int, void>)Export("standin_set_driver"))(version);

    /// <summary>Lets this many bytes more be allocated.</summary>
    public void SetMemory(long bytes) => ((delegate* unmanaged<nuint, void>)Export("standin_set_memory"))((nuint)bytes);

    /// <summary>Runs threads and blocks from last to first.</summary>
    public void SetReversed(bool reversed) => ((delegate* unmanaged<int, void>)Export("standin_set_reversed"))(reversed ? 1 : 0);

    /// <summary>Compiles a file against the stand-in.</summary>
    public void Compile(IEnumerable<string> arguments)
    {
        (int status, string output) = Run("gcc", [.. Warnings, .. arguments]) ?? throw new InvalidOperationException("gcc has gone.");
        Assert.True(status == 0, output);
    }

    /// <summary>Exit status and output of a program in the folder; null if there is no such program.</summary>
    public (int Status, string Output)? Run(string program, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            using Process process = Process.Start(start)!;
            string output = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    public void Dispose()
    {
        _device?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static byte[] Text(string value) => Encoding.UTF8.GetBytes(value + '\0');

    private nint Export(string name) => NativeLibrary.GetExport(_core, name);
}
