using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace TheoryLab.Core.Tests;

/// <summary>The same bits on any register width: this test project is run again as a child, with parts of the instruction set switched off.</summary>
public sealed class RegisterWidthTests
{
    private const string Target = "THEORYLAB_TEST_BITS";

    [Theory]
    [InlineData("DOTNET_EnableAVX512F")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableAVX")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public async Task Kernels_give_the_same_bits_without(string instructions)
    {
        string file = Path.GetTempFileName();
        try
        {
            string root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
            ProcessStartInfo start = new(Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"))
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { [instructions] = "0", [Target] = file },
            };
            foreach (string argument in (string[])["exec", typeof(RegisterWidthTests).Assembly.Location, "-method", $"{typeof(RegisterWidthTests).FullName}.{nameof(Bits_are_written_where_asked)}"])
            {
                start.ArgumentList.Add(argument);
            }

            using Process child = Process.Start(start)!;
            Task<string> output = child.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            Task<string> error = child.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await child.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(child.ExitCode == 0, await output + await error);
            Assert.Equal(Bits(), await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Bits_are_written_where_asked()
    {
        string bits = Bits();
        Assert.Equal(64, bits.Length);
        if (Environment.GetEnvironmentVariable(Target) is { Length: > 0 } file)
        {
            File.WriteAllText(file, bits);
        }
    }

    /// <summary>Every function of the managed backend and a factor L D L', for sizes around the edges of blocks.</summary>
    private static void Dense(IncrementalHash hash, System.Random random, int n)
    {
        int rows = n % 37;
        if (n > 200)
        {
            return;
        }

        ManagedBackend backend = new();
        double[] a = KernelTests.Fill(rows * n, _ => random.NextDouble() - 0.5), x = KernelTests.Fill(n, _ => random.NextDouble()), y = new double[rows], z = new double[n];
        double[] gram = new double[n * n], product = new double[rows * n];
        ReadOnlyMatrixSpan matrix = new(a, rows, n);
        backend.Multiply(matrix, x, y);
        backend.MultiplyTransposed(matrix, y, z);
        backend.Gram(matrix, new(gram, n, n));
        for (int i = 0; i < n; i++)
        {
            gram[i * (n + 1)] += 1;
        }

        backend.Product(matrix, new(gram, n, n), new(product, rows, n));
        LdlFactor<double> factor = new(n);
        gram.CopyTo(factor.Matrix);
        factor.Factor(0.5);
        factor.Solve(z);
        hash.AppendData(MemoryMarshal.AsBytes(z.AsSpan()));
        backend.MultiplySymmetric(new(gram, n, n), x, z);
        Assert.Equal(-1, backend.Factor(new(gram, n, n)));
        backend.Solve(new(gram, n, n), x);
        foreach (double[] result in (double[][])[y, z, gram, product, x])
        {
            hash.AppendData(MemoryMarshal.AsBytes(result.AsSpan()));
        }
    }

    /// <summary>A hash over sums, inner products and combinations of fixed inputs of every length up to 200, and one long one.</summary>
    private static string Bits()
    {
        System.Random random = Seeds.Generator(7);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (int n in Enumerable.Range(0, 201).Append(100003))
        {
            double[] x = KernelTests.Fill(n, _ => KernelTests.Wide(random)), y = KernelTests.Fill(n, _ => KernelTests.Wide(random));
            double[] z = new double[n];
            HostKernels.Combine(z, 1.1, x, -0.3, y, 0.7, x, 1e-3, y);
            HostKernels.Multiply<double>(y, x, y);
            Dense(hash, random, n);
            hash.AppendData(BitConverter.GetBytes(Reductions.Dot<double>(x, y)));
            hash.AppendData(BitConverter.GetBytes(Reductions.Sum<double>(x)));
            hash.AppendData(MemoryMarshal.AsBytes(z.AsSpan()));
            hash.AppendData(MemoryMarshal.AsBytes(y.AsSpan()));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
