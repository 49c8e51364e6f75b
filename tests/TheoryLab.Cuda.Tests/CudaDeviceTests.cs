using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TheoryLab.Core;
using TheoryLab.Solvers;

namespace TheoryLab.Cuda.Tests;

/// <summary>What is wrong is said in a sentence, every return code is looked at, and everything is given back.</summary>
public sealed class CudaDeviceTests(StandInLibrary standIn)
{
    // A code that no library takes for success, for exhausted memory or for a lost device.
    private const int Fault = 9;

    // Their results are names, or nothing depends on their success.
    private static readonly string[] Unchecked =
        ["cudaGetErrorName", "cudaGetLastError", "cuGetErrorName", "nvrtcGetErrorString", "nvrtcDestroyProgram", "nvrtcGetProgramLogSize", "nvrtcGetProgramLog"];

    // What gives back cannot fail in a way that anyone could mend; cudaFree is checked where it makes the context.
    private static readonly string[] Releases = ["cudaFreeHost", "cudaStreamDestroy", "cudaEventDestroy", "cublasDestroy_v2", "cusolverDnDestroy", "cuModuleUnload"];

    public static TheoryData<string> Functions => [.. Signature.Table.Select(s => s.Name).Except(Unchecked).Except(Releases)];

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_failure_of_any_function_is_reported_by_its_name_and_leaves_nothing_behind(string function)
    {
        _ = standIn.Device;
        int before = standIn.Live;
        standIn.Fail(function, 1, Fault);
        string message;
        if (CudaDevice.TryOpen(standIn.Folder, out CudaDevice? device, out string? reason))
        {
            using (device)
            {
                message = Assert.Throws<CudaException>(() => UseEverything(device)).Message;
            }

            Assert.Equal(0, device.Held.Total);
        }
        else
        {
            message = reason;
        }

        Assert.StartsWith($"{function} failed with ", message, StringComparison.Ordinal);
        Assert.Contains($"({Fault})", message, StringComparison.Ordinal);
        Assert.EndsWith(".", message, StringComparison.Ordinal);
        Assert.Equal(before, standIn.Live);
    }

    [Fact]
    public void Everything_is_given_back()
    {
        _ = standIn.Device;
        int before = standIn.Live;
        using (CudaDevice device = standIn.Open())
        {
            UseEverything(device);
            using (CudaSpace space = device.NewSpace())
            {
                int held = device.Held.Total;
                _ = space.Vector(10);
                Assert.Equal(held + 1, device.Held.Total);
            }

            // A space that nobody disposes goes with its device.
            _ = device.NewSpace().Vector(10);
            Assert.True(standIn.Live > before);
        }

        Assert.Equal(before, standIn.Live);
    }

    [Fact]
    public void Handles_are_counted_by_kind()
    {
        using CudaDevice device = standIn.Open();
        Assert.Equal((1, 1, 1, 1, 0), (Held(CudaResource.Stream), Held(CudaResource.Blas), Held(CudaResource.Solver), Held(CudaResource.Module), Held(CudaResource.Event)));
        device.Dispose();
        Assert.All(Enum.GetValues<CudaResource>(), r => Assert.Equal(0, device.Held[r]));

        int Held(CudaResource resource) => device.Held[resource];
    }

    [Fact]
    public void Without_a_driver_the_reason_says_so()
    {
        Assert.SkipWhen(Found("libcuda.so.1") || !OperatingSystem.IsLinux(), "this machine has an NVIDIA driver");
        Assert.False(CudaDevice.TryOpen(Path.Combine(standIn.Folder, "nowhere"), out _, out string? reason));
        Assert.Equal("there is no NVIDIA driver (libcuda.so.1 was not found); install one if this machine has an NVIDIA GPU.", reason);
        Assert.Equal($"CUDA not available: {reason}", CudaBackend.Probe(Path.Combine(standIn.Folder, "nowhere")).ToString());
    }

    [Theory]
    [InlineData("libcudart.so.12", "the CUDA runtime")]
    [InlineData("libcublas.so.12", "cuBLAS")]
    [InlineData("libcusolver.so.11", "cuSOLVER")]
    [InlineData("libnvrtc.so.12", "the CUDA compiler NVRTC")]
    public void A_missing_library_is_named(string file, string purpose)
    {
        Assert.SkipWhen(Found("libcudart.so.13") || Found("libcudart.so.12") || Found("libcudart.so.11.0"), "this machine has CUDA libraries");
        string folder = Copy(except: file);
        Assert.False(CudaDevice.TryOpen(folder, out _, out string? reason));
        Assert.Equal($"{purpose} ({file}) was not found; install the CUDA libraries 11.6 or later, or set THEORYLAB_CUDA_PATH to the folder that holds them.", reason);
    }

    [Fact]
    public void A_library_whose_own_needs_are_missing_is_told_apart_from_a_missing_one()
    {
        Assert.SkipWhen(Found("libcudart.so.13") || Found("libcudart.so.12") || Found("libcudart.so.11.0"), "this machine has CUDA libraries");
        string folder = Copy(except: "libcublas.so.12", name: "needy");
        standIn.Compile(["-shared", "-x", "c", "/dev/null", "-o", Path.Combine(folder, "libneeded.so")]);
        standIn.Compile(["-shared", "-x", "c", "/dev/null", "-o", Path.Combine(folder, "libcublas.so.12"), "-L" + folder, "-Wl,--no-as-needed", "-lneeded"]);
        File.Delete(Path.Combine(folder, "libneeded.so"));
        Assert.False(CudaDevice.TryOpen(folder, out _, out string? reason));
        Assert.Equal(
            "cuBLAS (libcublas.so.12) is there but was not loaded (libneeded.so: cannot open shared object file: No such file or directory); put the libraries that it needs beside it, and the folder into LD_LIBRARY_PATH.",
            reason);
    }

    [Fact]
    public void A_missing_function_is_named()
    {
        string folder = Copy(except: "libcublas.so.12", name: "old");
        File.WriteAllText(Path.Combine(folder, "old.c"), "int cublasCreate_v2(void** handle);\nint cublasCreate_v2(void** handle) { return handle == 0; }\n");
        standIn.Compile(["-shared", "-o", Path.Combine(folder, "libcublas.so.12"), Path.Combine(folder, "old.c")]);
        Assert.False(CudaDevice.TryOpen(folder, out _, out string? reason));
        Assert.Equal($"{Path.Combine(folder, "libcublas.so.12")} has no function cublasDestroy_v2; install CUDA 11.6 or later.", reason);
    }

    [Fact]
    public void An_old_driver_is_told_with_both_versions()
    {
        _ = standIn.Device;
        standIn.SetDriver(11040);
        Assert.False(CudaDevice.TryOpen(standIn.Folder, out _, out string? reason));
        Assert.Equal(
            $"the NVIDIA driver is too old: it knows CUDA 11.4, and {Path.Combine(standIn.Folder, "libcudart.so.12")} is of CUDA 12.8; update the driver, or install older CUDA libraries.", reason);
    }

    [Fact]
    public void No_device_is_told()
    {
        _ = standIn.Device;
        standIn.Fail("cudaGetDeviceCount", 1, 100);
        Assert.False(CudaDevice.TryOpen(standIn.Folder, out _, out string? reason));
        Assert.Equal("the driver shows no NVIDIA GPU; check nvidia-smi and CUDA_VISIBLE_DEVICES.", reason);
    }

    [Fact]
    public void Exhausted_memory_is_told_and_leaves_the_device_usable()
    {
        CudaDevice device = standIn.Device;
        standIn.SetMemory(1000);
        using CudaSpace space = device.NewSpace();
        CudaException e = Assert.Throws<CudaException>(() => space.Vector(1000));
        Assert.Equal(
            "cudaMalloc failed with cudaErrorMemoryAllocation (2); the device has no room for another 8000 bytes: choose a smaller problem, close other programs on the GPU, or use --backend managed.",
            e.Message);
        Assert.Equal((true, false), (e.IsOutOfMemory, e.IsDeviceLost));
        Assert.Equal([0, 0], space.Vector(2).ToArray());
    }

    [Fact]
    public void Exhausted_memory_inside_a_library_is_told_too()
    {
        CudaDevice device = standIn.Device;
        using CudaSpace space = device.NewSpace();
        standIn.Fail("cusolverDnDpotrf", 1, 2);
        CudaException e = Assert.Throws<CudaException>(() => CudaSelfTest.Run(device));
        Assert.True(e.IsOutOfMemory);
        Assert.StartsWith("cusolverDnDpotrf failed with CUSOLVER_STATUS_ALLOC_FAILED (2); the device is out of memory:", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_device_is_told_and_stays_lost()
    {
        using CudaDevice device = standIn.Open();
        using CudaSpace space = device.NewSpace();
        CudaVector x = space.Vector(3);
        standIn.Fail("cuLaunchKernel", 1, 719);
        CudaException e = Assert.Throws<CudaException>(() => x.Assign(1, x));
        Assert.Equal(
            "cuLaunchKernel failed with CUDA_ERROR_LAUNCH_FAILED (719); the device is lost to this process: start the program again, or use --backend managed.", e.Message);
        Assert.True(e.IsDeviceLost);
        Assert.True(Assert.Throws<CudaException>(device.Synchronize).IsDeviceLost);
        standIn.Reset();
    }

    [Fact]
    public void A_busy_device_is_told_and_is_not_lost()
    {
        CudaDevice device = standIn.Device;
        using CudaSpace space = device.NewSpace();
        standIn.Fail("cudaMalloc", 1, 46);
        CudaException e = Assert.Throws<CudaException>(() => space.Vector(3));
        Assert.Equal(
            "cudaMalloc failed with cudaErrorDevicesUnavailable (46); the GPU is busy, or another program has it for itself: close other programs on the GPU, or use --backend managed.",
            e.Message);
        Assert.False(e.IsDeviceLost);
        Assert.Equal([0, 0, 0], space.Vector(3).ToArray());
    }

    [Theory]
    [InlineData("cublasDgemv_v2", 3, "CUBLAS_STATUS_ALLOC_FAILED", true, false)]
    [InlineData("cublasDgemv_v2", 13, "CUBLAS_STATUS_EXECUTION_FAILED", false, true)]
    [InlineData("cublasDgemv_v2", 2, "an unknown status", false, false)]
    [InlineData("cusolverDnDpotrf", 2, "CUSOLVER_STATUS_ALLOC_FAILED", true, false)]
    [InlineData("cusolverDnDpotrf", 6, "CUSOLVER_STATUS_EXECUTION_FAILED", false, true)]
    [InlineData("cusolverDnDpotrf", 3, "CUSOLVER_STATUS_INVALID_VALUE", false, false)]
    public void A_library_has_its_own_codes_for_the_causes_of_the_runtime(string function, int status, string name, bool memory, bool lost)
    {
        CudaDevice device = standIn.Device;
        standIn.Fail(function, 1, status);
        CudaException e = Assert.Throws<CudaException>(() => CudaSelfTest.Run(device));
        Assert.StartsWith($"{function} failed with {name} ({status});", e.Message, StringComparison.Ordinal);
        Assert.Equal((status, name, memory, lost), (e.Code, e.ErrorName, e.IsOutOfMemory, e.IsDeviceLost));
    }

    [Fact]
    public void A_refused_compilation_ends_with_the_log()
    {
        _ = standIn.Device;
        standIn.Fail("nvrtcCompileProgram", 1, 6);
        Assert.False(CudaDevice.TryOpen(standIn.Folder, out _, out string? reason));
        Assert.StartsWith(
            "nvrtcCompileProgram failed with NVRTC_ERROR_COMPILATION (6); install CUDA libraries that know this GPU (sm_90), or use --backend managed.", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_thread_may_go_on_with_a_device()
    {
        using CudaSpace space = standIn.Device.NewSpace();
        CudaVector x = space.Vector([1, 2, 3]);
        Thread thread = new(() => x.Assign(2, x));
        standIn.Reset();
        thread.Start();
        thread.Join();
        Assert.Equal(1, standIn.Calls("cudaSetDevice"));
        Assert.Equal([2, 4, 6], x.ToArray());
    }

    [Fact]
    public void Threads_that_come_and_go_each_get_the_context()
    {
        // A managed thread may get the number of one that is gone, but never its context.
        using CudaSpace space = standIn.Device.NewSpace();
        CudaVector x = space.Vector([1, 2, 3]);
        CudaException? failure = null;
        List<int> numbers = [];
        for (int i = 0; i < 8; i++)
        {
            InThread();
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Null(failure);
        Assert.Equal([256, 512, 768], x.ToArray());
        Assert.True(numbers.Distinct().Count() < numbers.Count, "no number came twice");

        [MethodImpl(MethodImplOptions.NoInlining)]
        void InThread()
        {
            Thread thread = new(() =>
            {
                numbers.Add(Environment.CurrentManagedThreadId);
                try
                {
                    x.Assign(2, x);
                }
                catch (CudaException e)
                {
                    failure = e;
                }
            });
            thread.Start();
            thread.Join();
        }
    }

    [Fact]
    public void The_backend_describes_itself()
    {
        _ = standIn.Device;
        CudaBackend backend = CudaBackend.Probe(standIn.Folder);
        Assert.True(backend.IsSound, backend.SelfTest);
        Assert.Matches("^CUDA available: stand-in over host memory, [0-9]+ MiB, driver for CUDA 13.0, libraries of CUDA 12.8$", backend.ToString());
    }

    [Fact]
    public void A_self_test_that_cannot_end_is_told()
    {
        _ = standIn.Device;
        standIn.Fail("cublasDgemv_v2", 1, Fault);
        CudaBackend backend = CudaBackend.Probe(standIn.Folder);
        Assert.False(backend.IsSound);
        Assert.StartsWith("cublasDgemv_v2 failed", backend.SelfTest, StringComparison.Ordinal);
    }

    // Every function of the table that opening a device does not call.
    private static void UseEverything(CudaDevice device)
    {
        _ = device.Memory;
        Assert.Null(CudaSelfTest.Run(device));
        using CudaSpace space = device.NewSpace();
        CudaVector a = space.Vector([4, 2, 2, 17]), b = a.NewLike(), x = space.Vector([1, 1]), y = x.NewLike();
        device.Blas.MultiplySymmetric(a.Address, 2, x.Address, y.Address);
        Assert.Equal([6, 19], y.ToArray());
        device.Blas.Product(a.Address, a.Address, b.Address, 2, 2, 2);
        Assert.Equal([20, 42, 42, 293], b.ToArray());
        device.Blas.Gram(a.Address, 2, 2, b.Address);
        device.Blas.MultiplyBatch(a.Address, 2, 1, x.Address, y.Address);
        Assert.Equal([6, 19], y.ToArray());
        using CudaStopwatch watch = new(device);
        watch.Start();
        Assert.Equal(0.001, watch.Stop(), 1e-9);
        _ = CudaRun.Run(device, new FullNewton(), Catalogue.Instance("least-squares"), SampleGrid.Ends(1));
    }

    private static bool Found(string library) => NativeLibrary.TryLoad(library, out _);

    private string Copy(string except, string name = "without-")
    {
        _ = standIn.Device;
        string folder = Directory.CreateDirectory(Path.Combine(standIn.Folder, name + except)).FullName;
        foreach (string file in Directory.EnumerateFiles(standIn.Folder, "lib*.so*").Where(f => Path.GetFileName(f) != except))
        {
            string copy = Path.Combine(folder, Path.GetFileName(file));
            File.Delete(copy);
            File.CreateSymbolicLink(copy, file);
        }

        return folder;
    }
}
