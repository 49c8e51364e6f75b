using MathNet.Numerics.Providers.LinearAlgebra;
using TheoryLab.Core;

namespace TheoryLab.Native.Tests;

/// <summary>The backends that tests run on. Where OpenBLAS is not installed its tests are skipped with the reason.</summary>
internal static class BackendFixture
{
    public static TheoryData<string> Names => new("managed", "openblas", "mathnet");

    public static IDenseBackend Open(string name) => name switch
    {
        "managed" => new ManagedBackend(),
        "mathnet" => new MathNetBackend("mathnet", ManagedLinearAlgebraProvider.Instance),
        _ => OpenBlas(),
    };

    public static OpenBlasBackend OpenBlas()
    {
        try
        {
            return OpenBlasBackend.Open();
        }
        catch (InputException e)
        {
            Assert.Skip(e.Message);
            throw;
        }
    }

    /// <summary>Numbers in [-1, 1], the same for the same arguments.</summary>
    public static double[] Numbers(int n, int seed)
    {
        Random random = Seeds.Generator(seed);
        return [.. Enumerable.Range(0, n).Select(_ => (2 * random.NextDouble()) - 1)];
    }

    /// <summary>I + B B'/(3 n), whose condition is about 2; both triangles.</summary>
    public static double[] PositiveDefinite(int n)
    {
        double[] b = Numbers(n * n, n), result = new double[n * n];
        MatrixKernels.ProductTransposed(result, b, b, n, n, n);
        for (int i = 0; i < n * n; i++)
        {
            result[i] = (result[i] / (3 * n)) + (i % (n + 1) == 0 ? 1 : 0);
        }

        return result;
    }
}
