using System.Diagnostics;

namespace TheoryLab.Cli.Tests.Commands;

/// <summary>Where a file is read, pipes are refused in one line, and nothing waits for a pipe's other end.</summary>
public sealed class OddFileTests : IDisposable
{
    // Starting takes a second; without the refusal nothing would ever end.
    private static readonly TimeSpan Prompt = TimeSpan.FromSeconds(60);

    private const string Matrix = "id: odd\nmethod: gradient-descent\nproblem: { family: quadratic, matrix: pipe.yaml }\nmeasure: primal-gap\nkind: upper\nbound: h0\n";
    private const string Recorded = "id: odd\nmethod: { trace: pipe.yaml }\nmeasure: primal-gap\nkind: upper\nbound: h0\n";

    private static readonly string[][] Readers =
    [
        ["check", "pipe.yaml"],
        ["fit", "pipe.yaml"],
        ["verify", "pipe.yaml"],
        ["run", "gradient-descent", "--problem", "logistic-regression", "--data", "pipe.yaml"],
        ["check", "matrix.yaml"],
        ["check", "recorded.yaml"],
    ];

    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void A_pipe_is_refused_wherever_a_file_is_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs the files of Unix");
        Command("mkfifo", _cli.At("pipe.yaml"));
        File.WriteAllText(_cli.At("matrix.yaml"), Matrix);
        File.WriteAllText(_cli.At("recorded.yaml"), Recorded);
        foreach (string[] reader in Readers)
        {
            using CommandLine.Running running = _cli.Start(reader);
            Finished finished = running.Wait(Prompt);
            Assert.True(finished.Status == 2, $"{string.Join(' ', reader)}: {finished.Status} {finished.Error}");
            Assert.Contains("or it is a pipe", Assert.Single(finished.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("report", "run", "--out", "page")]
    [InlineData("check", "gd-convex-exact", "--out", "run", "--resume")]
    [InlineData("show", "gd-convex-exact", "--out", "run")]
    [InlineData("merge", "run", "--out", "all")]
    [InlineData("attack", "gd-convex-exact", "--evaluations", "3", "--out", "run")]
    public void A_run_of_pipes_is_refused(params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs the files of Unix");
        Directory.CreateDirectory(_cli.At("run"));
        Command("mkfifo", _cli.At("run/run.json"), _cli.At("run/results.jsonl"), _cli.At("run/attack.jsonl"));
        using CommandLine.Running running = _cli.Start(arguments);
        Finished finished = running.Wait(Prompt);
        Assert.True(finished.Status == 2, finished.Error);
        Assert.Single(finished.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_signal_ends_a_wait_for_standard_input()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "sends a Unix signal");
        ProcessStartInfo start = new("sh") { WorkingDirectory = _cli.Folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.ArgumentList.Add("-c");

        // More than the pipe holds is written only when the program has begun to read; then nothing more comes, and the pipe stays open.
        string writer = "(yes '#' | head -c 300000; echo > reading; exec tail -f /dev/null --pid=$$) > endless 2>errors &";
        start.ArgumentList.Add($"mkfifo endless; {writer} exec {CommandLine.InShell} fit - < endless");
        using CommandLine.Running running = new(Process.Start(start)!);
        running.WaitFor(() => File.Exists(_cli.At("reading")));
        Command("kill", "-TERM", $"{running.Id}");
        Finished finished = running.Wait(Prompt);
        Assert.Equal(4, finished.Status);
        Assert.StartsWith("theorylab: interrupted", finished.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_is_a_trace()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a Unix shell");
        File.WriteAllLines(_cli.At("t.csv"), ["k,gap", .. Enumerable.Range(1, 60).Select(k => FormattableString.Invariant($"{k},{1.0 / k:R}"))]);
        ProcessStartInfo start = new("sh") { WorkingDirectory = _cli.Folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($"cat t.csv | {CommandLine.InShell} fit - --expect 1/k");
        using CommandLine.Running running = new(Process.Start(start)!);
        Finished finished = running.Wait();
        Assert.True(finished.Status == 0, finished.Error);
        Assert.Contains("at least as fast as", finished.Output, StringComparison.Ordinal);
    }

    private static void Command(string program, params string[] arguments)
    {
        using Process process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
