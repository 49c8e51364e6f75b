using TheoryLab.Core;

namespace TheoryLab.Native.Tests;

/// <summary>Finding OpenBLAS, and not finding it. Runs alone, since it sets the environment of the process.</summary>
[Collection("environment")]
public sealed class OpenBlasLibraryTests
{
    [Fact]
    public void A_path_to_nowhere_is_named_in_the_reason()
    {
        InputException e = With("/nowhere/at/all", () => Assert.Throws<InputException>(OpenBlasBackend.Open));
        Assert.Contains("THEORYLAB_OPENBLAS_PATH is '/nowhere/at/all'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_without_the_functions_is_refused_by_name()
    {
        string other = typeof(object).Assembly.Location;
        string native = Directory.EnumerateFiles(Path.GetDirectoryName(other)!, "*System.Native.*").First(f => !f.EndsWith('a'));
        InputException e = With(native, () => Assert.Throws<InputException>(OpenBlasBackend.Open));
        Assert.Contains("has no function cblas_dgemv", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_description_tells_version_threads_and_file()
    {
        OpenBlasBackend backend = BackendFixture.OpenBlas();
        Assert.Contains("OpenBLAS", backend.Description, StringComparison.Ordinal);
        Assert.Contains(Environment.GetEnvironmentVariable("OPENBLAS_NUM_THREADS") is { } threads ? $"{threads} thread" : ", 1 thread (", backend.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void MathNets_CUDA_provider_is_missed_with_a_reason() =>
        Assert.Contains("is not installed", Assert.Throws<InputException>(() => MathNetCuda.Open("No.Such.Type, No.Such.Assembly")).Message, StringComparison.Ordinal);

    private static T With<T>(string path, Func<T> body)
    {
        string? before = Environment.GetEnvironmentVariable("THEORYLAB_OPENBLAS_PATH");
        Environment.SetEnvironmentVariable("THEORYLAB_OPENBLAS_PATH", path);
        try
        {
            return body();
        }
        finally
        {
            Environment.SetEnvironmentVariable("THEORYLAB_OPENBLAS_PATH", before);
        }
    }
}

/// <summary>Tests that change the environment run after the others.</summary>
[CollectionDefinition("environment", DisableParallelization = true)]
public sealed class EnvironmentGroup;
