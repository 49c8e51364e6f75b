using System.Reflection;
using System.Runtime.InteropServices;

namespace TheoryLab.Cuda;

/// <summary>A loaded library: its handle, and the name it was found by.</summary>
/// <param name="Name">File name or path.</param>
/// <param name="Handle">What the loader returned; libraries stay loaded until the process ends.</param>
internal sealed record NativeLibraryFile(string Name, nint Handle);

/// <summary>A table of functions: every field of a derived type is a function pointer, bound to the export of the same name.</summary>
internal abstract class NativeApi
{
    /// <summary>Binds all fields.</summary>
    /// <param name="file">Where the functions are.</param>
    /// <exception cref="CudaUnavailableException">A function is missing.</exception>
    protected NativeApi(NativeLibraryFile file)
    {
        foreach (FieldInfo field in Functions(GetType()))
        {
            // A release may keep only the second version of a function whose parameters did not change, as with cudaEventElapsedTime.
            if (!NativeLibrary.TryGetExport(file.Handle, field.Name, out nint address) && !NativeLibrary.TryGetExport(file.Handle, field.Name + "_v2", out address))
            {
                throw new CudaUnavailableException($"{file.Name} has no function {field.Name}; install CUDA 11.6 or later.");
            }

            field.SetValue(this, address);
        }
    }

    /// <summary>The function pointers of a table.</summary>
    /// <param name="table">A type derived from this one.</param>
    public static IEnumerable<FieldInfo> Functions(Type table) =>
        table.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Where(f => f.FieldType.IsFunctionPointer);
}
