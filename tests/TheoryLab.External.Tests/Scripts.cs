using System.Diagnostics;

namespace TheoryLab.External.Tests;

/// <summary>A folder of scripts for one test, and the interpreters of this machine. Skips the test where there is none.</summary>
internal sealed class Scripts : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("theorylab-external-").FullName;

    /// <summary>A hang guard, generous: no test waits for it unless something is broken.</summary>
    public static ExternalLimits Patient { get; } = new() { Time = TimeSpan.FromMinutes(20) };

    /// <summary>A shell script that has read the first line into $line.</summary>
    public ExternalMethod Shell(string body, ExternalLimits? limits = null) => new(Command("sh", "solver.sh", "read -r line\n" + body), limits ?? Patient);

    /// <summary>A Python solver.</summary>
    public ExternalMethod Python(string body, ExternalLimits? limits = null) => new(Command(Python3(), "solver.py", body), limits ?? Patient);

    public ExternalCommand Command(string interpreter, string name, string text)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a Unix shell");
        File.WriteAllText(Path.Combine(Folder, name), text);
        return new([interpreter, name], Folder);
    }

    /// <summary>Python 3, or the reason to skip.</summary>
    public static string Python3()
    {
        string? python = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Select(f => Path.Combine(f, "python3")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(python is null, "needs python3");
        return python!;
    }

    /// <summary>The ids that a script wrote to a file of its folder, those of dead processes left out.</summary>
    public int[] Alive(string file)
    {
        string path = Path.Combine(Folder, file);
        Assert.True(File.Exists(path), $"the script wrote no {file}");
        int[] ids = [.. File.ReadAllLines(path).Select(int.Parse)];
        Assert.NotEmpty(ids);
        return [.. ids.Where(IsAlive)];
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static bool IsAlive(int id)
    {
        try
        {
            string stat = File.ReadAllText($"/proc/{id}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..][0] is not ('Z' or 'X');
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Debug.WriteLine(e.Message);
            return false;
        }
    }
}
