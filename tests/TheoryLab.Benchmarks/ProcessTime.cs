using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TheoryLab.Benchmarks;

/// <summary>What a child process took from start to end.</summary>
/// <param name="Wall">Seconds on the clock.</param>
/// <param name="Processor">Seconds of processor time, user and system.</param>
internal readonly record struct ProcessTime(double Wall, double Processor)
{
    // RUSAGE_CHILDREN: all children that have ended, so that a difference is the one that just did.
    private const int Children = -1;

    /// <summary>Runs a command to its end and measures it; nothing else may start children meanwhile.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="command">A program and its arguments.</param>
    public static ProcessTime Of(string folder, params string[] command)
    {
        ProcessStartInfo start = new(command[0], command[1..]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        double before = ChildSeconds();
        long began = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        double wall = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return process.ExitCode == 0
            ? new(wall, ChildSeconds() - before)
            : throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}: {error.GetAwaiter().GetResult()}");
    }

    private static double ChildSeconds() =>
        ResourceUsage(Children, out Usage usage) == 0
            ? usage.UserSeconds + usage.SystemSeconds + ((usage.UserMicroseconds + usage.SystemMicroseconds) / 1e6)
            : throw new PlatformNotSupportedException("Processor time of children is read with getrusage, which this system lacks.");

    [DllImport("libc", EntryPoint = "getrusage"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ResourceUsage(int who, out Usage usage);

    // struct rusage on 64-bit Linux and macOS: two times, then fourteen numbers that are not looked at.
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private readonly struct Usage
    {
        public readonly long UserSeconds, UserMicroseconds, SystemSeconds, SystemMicroseconds;
    }
}
