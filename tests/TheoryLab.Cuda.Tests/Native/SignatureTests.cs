using System.Reflection;

namespace TheoryLab.Cuda.Tests;

/// <summary>Declarations in C# against the table taken from NVIDIA's headers: which library, how many parameters, of which kinds, in which order.</summary>
public sealed class SignatureTests
{
    private static readonly (string Library, Type Table)[] Tables =
    [
        ("cudart", typeof(RuntimeApi)), ("cublas", typeof(BlasApi)), ("cusolver", typeof(SolverApi)), ("nvrtc", typeof(CompilerApi)), ("cuda", typeof(DriverApi)),
    ];

    private static readonly string[] Integers =
    [
        "int", "cudaError_t", "cudaDeviceAttr", "cudaMemcpyKind", "cublasStatus_t", "cublasOperation_t", "cublasFillMode_t", "cublasPointerMode_t",
        "cusolverStatus_t", "nvrtcResult", "CUresult", "CUdevice",
    ];

    private static readonly string[] Handles =
        ["cudaStream_t", "cudaEvent_t", "cublasHandle_t", "cusolverDnHandle_t", "nvrtcProgram", "CUmodule", "CUfunction", "CUstream"];

    [Fact]
    public void Every_function_pointer_agrees_with_the_table()
    {
        foreach ((string library, Type table) in Tables)
        {
            foreach (FieldInfo field in NativeApi.Functions(table))
            {
                Signature? signature = Signature.Table.SingleOrDefault(s => s.Name == field.Name);
                Assert.True(signature is not null, $"{field.Name} is not in the table");
                Assert.Equal(library, signature.Library);
                Type type = field.FieldType;
                Assert.True(type.IsUnmanagedFunctionPointer, field.Name);
                Type[] parameters = type.GetFunctionPointerParameterTypes();
                Assert.True(parameters.Length == signature.Parameters.Count, $"{field.Name} has {parameters.Length} parameters, the header {signature.Parameters.Count}");
                AssertKind(signature.Result, type.GetFunctionPointerReturnType(), field.Name + " result");
                for (int i = 0; i < parameters.Length; i++)
                {
                    AssertKind(signature.Parameters[i], parameters[i], $"{field.Name} parameter {i + 1}");
                }
            }
        }
    }

    [Fact]
    public void Nothing_is_declared_otherwise()
    {
        // Function pointers elsewhere, or DllImport, would escape the comparison.
        BindingFlags all = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        Type[] types = typeof(CudaDevice).Assembly.GetTypes();
        Assert.DoesNotContain(types.SelectMany(t => t.GetMethods(all)), m => m.Attributes.HasFlag(MethodAttributes.PinvokeImpl));
        Assert.All(types.Where(t => t.GetFields(all).Any(f => f.FieldType.IsFunctionPointer)), t => Assert.Contains(t, Tables.Select(x => x.Table)));
    }

    [Fact]
    public void Every_line_of_the_table_is_used() =>
        Assert.Equal(Signature.Table.Select(s => s.Name).Order(), Tables.SelectMany(t => NativeApi.Functions(t.Table)).Select(f => f.Name).Order());

    [Theory]
    [InlineData("size_t", typeof(int), false)]
    [InlineData("long long int", typeof(int), false)]
    [InlineData("int*", typeof(long*), false)]
    [InlineData("const double*", typeof(double), false)]
    [InlineData("int", typeof(nint), false)]
    [InlineData("cublasHandle_t*", typeof(nint), true)]
    [InlineData("const double*", typeof(nint), true)]
    [InlineData("const double*", typeof(double*), true)]
    [InlineData("const char* const*", typeof(byte**), true)]
    [InlineData("unsigned int", typeof(uint), true)]
    public void Kinds_are_told_apart(string c, Type managed, bool agree) => Assert.Equal(agree, Agree(c, managed));

    private static void AssertKind(string c, Type managed, string where) => Assert.True(Agree(c, managed), $"{where}: {c} is not {managed}");

    private static bool Agree(string c, Type managed)
    {
        string type = c.Replace("const ", string.Empty, StringComparison.Ordinal).Replace(" const", string.Empty, StringComparison.Ordinal);
        if (type.EndsWith('*'))
        {
            // An address may stay a number; a typed pointer has to point to what the header says.
            return managed == typeof(nint) || (managed.IsPointer && (type == "void*" || Agree(type[..^1], managed.GetElementType()!)));
        }

        Type expected =
            Integers.Contains(type) ? typeof(int)
            : Handles.Contains(type) ? typeof(nint)
            : type switch
            {
                "void" => typeof(void),
                "char" => typeof(byte),
                "unsigned int" => typeof(uint),
                "size_t" => typeof(nuint),
                "long long int" => typeof(long),
                "float" => typeof(float),
                "double" => typeof(double),
                _ => throw new InvalidOperationException($"The table names a type that this test does not know: {type}."),
            };
        return managed == expected;
    }
}
