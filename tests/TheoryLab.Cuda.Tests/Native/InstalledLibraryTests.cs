using System.Text;
using System.Text.RegularExpressions;

namespace TheoryLab.Cuda.Tests;

/// <summary>
/// NVIDIA's own libraries, where they are installed: they load without a GPU, and the compiler needs none. THEORYLAB_CUDA_PATH names a folder that the
/// loader does not search.
/// </summary>
public sealed unsafe partial class InstalledLibraryTests
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable(CudaToolkit.PathVariable);

    [Fact]
    public void The_runtime_has_every_function() => Assert.NotNull(new RuntimeApi(Installed(0)));

    [Fact]
    public void The_blas_has_every_function() => Assert.NotNull(new BlasApi(Installed(1)));

    [Fact]
    public void The_solver_has_every_function() => Assert.NotNull(new SolverApi(Installed(2)));

    [Theory]
    [InlineData("sm_70")]
    [InlineData("sm_80")]
    [InlineData("sm_90")]
    public void The_compiler_accepts_every_kernel(string architecture)
    {
        byte[] binary;
        try
        {
            binary = KernelCompiler.Compile(new CompilerApi(Installed(3)), architecture);
        }
        catch (CudaException e) when (e.Message.Contains("invalid value for --gpu-architecture", StringComparison.Ordinal))
        {
            Assert.Skip($"the installed compiler does not know {architecture}");
            return;
        }

        // The code of each kernel is a section of the binary, named after it.
        string names = Encoding.Latin1.GetString(binary);
        string[] kernels = [.. Kernel().Matches(KernelCompiler.Source()).Select(m => m.Groups["name"].Value)];
        Assert.True(kernels.Length > 15);
        Assert.All(kernels, k => Assert.Contains($".text.{k}\0", names, StringComparison.Ordinal));
    }

    private static NativeLibraryFile Installed(int which)
    {
        NativeLibraryFile? file = CudaToolkit.Releases.Select(r => CudaToolkit.TryLoad(r[which], Folder)).FirstOrDefault(f => f is not null);
        Assert.SkipWhen(file is null, $"{CudaToolkit.Releases[0][which]} and its elder releases are not installed");
        return file!;
    }

    [GeneratedRegex(@"^KERNEL void (?<name>\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Kernel();
}
