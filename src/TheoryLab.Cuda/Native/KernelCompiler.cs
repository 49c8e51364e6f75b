using System.Runtime.InteropServices;
using System.Text;

namespace TheoryLab.Cuda;

/// <summary>Compiles the kernels at run time for the very device, without contraction of products and sums.</summary>
internal static unsafe class KernelCompiler
{
    /// <summary>The binary for this device.</summary>
    /// <exception cref="CudaException">The compiler refused; the message ends with its log.</exception>
    public static byte[] Compile(CudaDevice device) => Compile(
        device.Toolkit.Compiler,
        FormattableString.Invariant($"sm_{device.Attribute(CudaConstant.ComputeCapabilityMajor)}{device.Attribute(CudaConstant.ComputeCapabilityMinor)}"));

    /// <summary>The binary for an architecture; no device is needed.</summary>
    /// <param name="api">The compiler.</param>
    /// <param name="architecture">As NVIDIA names it, sm_90.</param>
    /// <exception cref="CudaException">The compiler refused; the message ends with its log.</exception>
    public static byte[] Compile(CompilerApi api, string architecture)
    {
        nint program;
        fixed (byte* text = Text(Source()), name = Text("kernels.cu"), fmad = Text("--fmad=false"), arch = Text("--gpu-architecture=" + architecture))
        {
            Check(api.nvrtcCreateProgram(&program, text, name, 0, null, null), "nvrtcCreateProgram", string.Empty);
            try
            {
                byte** options = stackalloc byte*[] { fmad, arch };
                int result = api.nvrtcCompileProgram(program, 2, options);
                Check(result, "nvrtcCompileProgram", result == 0 ? string.Empty : Log(program));
                nuint size;
                Check(api.nvrtcGetCUBINSize(program, &size), "nvrtcGetCUBINSize", string.Empty);
                byte[] binary = new byte[size];
                fixed (byte* target = binary)
                {
                    Check(api.nvrtcGetCUBIN(program, target), "nvrtcGetCUBIN", string.Empty);
                }

                return binary;
            }
            finally
            {
                _ = api.nvrtcDestroyProgram(&program);
            }
        }

        string Log(nint compiled)
        {
            nuint size;
            if (api.nvrtcGetProgramLogSize(compiled, &size) != 0 || size <= 1)
            {
                return string.Empty;
            }

            byte[] log = new byte[size];
            fixed (byte* target = log)
            {
                return api.nvrtcGetProgramLog(compiled, target) == 0 ? " Its log: " + Encoding.UTF8.GetString(log).TrimEnd('\0', '\n') : string.Empty;
            }
        }

        void Check(int result, string call, string log)
        {
            if (result != 0)
            {
                throw new CudaException(
                    call, result, Marshal.PtrToStringUTF8(api.nvrtcGetErrorString(result)) ?? "an unknown error",
                    $"install CUDA libraries that know this GPU ({architecture}), or use --backend managed.{log}");
            }
        }
    }

    /// <summary>The text of the kernels.</summary>
    public static string Source()
    {
        using Stream stream = typeof(KernelCompiler).Assembly.GetManifestResourceStream("kernels.cu")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    private static byte[] Text(string value) => Encoding.UTF8.GetBytes(value + '\0');
}
