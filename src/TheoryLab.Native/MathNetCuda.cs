using System.Reflection;
using MathNet.Numerics.Providers.LinearAlgebra;
using TheoryLab.Core;

namespace TheoryLab.Native;

/// <summary>
/// The user's own MathNet.Numerics.Providers.CUDA, looked for by the name that MathNet itself probes; it is in no registry that this project can count on, so nothing
/// refers to it. It copies host to device and back on every call, which pays for products and factors of matrices only.
/// </summary>
public static class MathNetCuda
{
    private const string Control = "MathNet.Numerics.Providers.CUDA.LinearAlgebra.CudaLinearAlgebraControl, MathNet.Numerics.Providers.CUDA";

    private const string Advice =
        "build with -p:UseMathNetCuda=true where your package registry has MathNet.Numerics.Providers.CUDA, and put its native library into the program's folder";

    /// <summary>Makes the provider ready.</summary>
    /// <exception cref="InputException">It is not installed, or does not work here.</exception>
    public static IDenseBackend Open() => Open(Control);

    internal static IDenseBackend Open(string control)
    {
        MethodInfo? create = Type.GetType(control)?.GetMethod("CreateNativeCUDA", BindingFlags.Public | BindingFlags.Static, []);
        if (create is null)
        {
            throw new InputException($"MathNet.Numerics.Providers.CUDA is not installed; {Advice}.");
        }

        try
        {
            ILinearAlgebraProvider provider = (ILinearAlgebraProvider)create.Invoke(null, null)!;
            provider.InitializeVerify();
            return new MathNetBackend("mathnet-cuda", provider);
        }
        catch (Exception e) when (e is TargetInvocationException or NotSupportedException or DllNotFoundException)
        {
            throw new InputException($"MathNet.Numerics.Providers.CUDA does not work here ({(e.InnerException ?? e).Message.TrimEnd('.')}); {Advice}.", e);
        }
    }
}
