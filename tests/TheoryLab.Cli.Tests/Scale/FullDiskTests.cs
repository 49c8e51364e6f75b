using System.Diagnostics;

namespace TheoryLab.Cli.Tests.Scale;

/// <summary>Disks without room and folders that take nothing.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void A_run_on_a_full_disk_keeps_what_is_finished_and_goes_on_when_there_is_room()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/bin/bash"), "limits the size of files by bash's ulimit");
        string[] sweep = ["check", "--family", "first-order", "--instances", "2"];
        Assert.Equal(0, _cli.Run([.. sweep, "--out", "whole"]).Status);

        // A limit on the size of files fails a write as a full disk does, once results.jsonl has grown to 16 KiB; the runtime itself maps its code in files unless told not to.
        (int status, string error) = Limited($"ulimit -f 16; trap '' XFSZ; exec {CommandLine.InShell} {string.Join(' ', sweep)} --out run");
        Assert.Equal(4, status);
        Assert.Contains("--resume", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        int stored = File.ReadLines(_cli.At("run/results.jsonl")).Count();
        string[] whole = Stored.Lines(_cli.At("whole"));
        Assert.InRange(stored, 1, whole.Length - 1);

        Assert.Equal(0, _cli.Run([.. sweep, "--out", "run", "--resume"]).Status);
        Assert.Equal(whole, Stored.Lines(_cli.At("run")));
    }

    [Fact]
    public void A_trace_that_finds_no_room_is_reported()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full");
        Finished finished = _cli.Run("run", "gradient-descent", "--problem", "huber", "--iterations", "20", "--trace", "/dev/full");
        Assert.Equal(2, finished.Status);
        Assert.Contains("/dev/full", finished.Error, StringComparison.Ordinal);
        Assert.Single(finished.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("check", "gd-convex-exact", "--instances", "1", "--out", "/proc/nothing")]
    [InlineData("check", "gd-convex-exact", "--instances", "1", "--report", "/proc/nothing")]
    [InlineData("attack", "gd-convex-exact", "--evaluations", "2", "--out", "/proc/nothing")]
    [InlineData("run", "gradient-descent", "--problem", "huber", "--trace", "/proc/nothing/t.csv")]
    [InlineData("certify", "gradient-descent", "--class", "smooth-convex", "--steps", "1", "--out", "/proc/nothing/c.json")]
    [InlineData("new", "claim", "/proc/nothing/c.yaml")]
    public void A_folder_that_cannot_be_written_is_refused_in_one_line(params string[] arguments)
    {
        Assert.SkipUnless(Directory.Exists("/proc"), "needs a folder that not even root may write to");
        Finished finished = _cli.Run(arguments);
        Assert.Equal(2, finished.Status);
        Assert.Contains("/proc/nothing", finished.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", finished.Error, StringComparison.Ordinal);
    }

    private (int Status, string Error) Limited(string script)
    {
        ProcessStartInfo start = new("/bin/bash", ["-c", script]) { WorkingDirectory = _cli.Folder, RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        string error = process.StandardError.ReadToEnd();
        output.Wait(TestContext.Current.CancellationToken);
        process.WaitForExit();
        return (process.ExitCode, error);
    }
}
