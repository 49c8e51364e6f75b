using System.Diagnostics;

namespace TheoryLab.Cli.Tests.Commands;

/// <summary>Runs that are killed, interrupted and gone on with.</summary>
public sealed class InterruptionTests : IDisposable
{
    // Enough claims and instances that several remain when the second is finished, and few enough that running them three times is not the longest of all tests.
    private static readonly string[] Arguments = ["check", "--family", "newton", "--instances", "40", "--jobs", "2", "--out", "run"];

    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void A_killed_run_goes_on_to_the_results_of_an_undisturbed_one()
    {
        Finished undisturbed = _cli.Run([.. Arguments[..^1], "whole"]);
        Assert.Equal(0, undisturbed.Status);
        using (CommandLine.Running running = _cli.Start(Arguments))
        {
            running.WaitFor(() => Lines() >= 2);
            running.Kill();
            running.Wait();
        }

        int finished = Lines();
        string[] whole = Stored.Lines(_cli.At("whole"));
        Assert.InRange(finished, 2, whole.Length - 1);
        Assert.Equal(2, _cli.Run(Arguments).Status);
        Finished resumed = _cli.Run([.. Arguments, "--resume"]);
        Assert.Equal(0, resumed.Status);
        Assert.Equal(whole, Stored.Lines(_cli.At("run")));
        Assert.Equal(Traces("whole"), Traces("run"));
        Assert.Equal(undisturbed.Output, resumed.Output);
        Assert.Equal(whole, Stored.Lines(_cli.At("run")));
    }

    [Theory]
    [InlineData("INT", 2)]
    [InlineData("TERM", 15)]
    public void An_interrupted_run_saves_what_is_finished_and_says_so(string signal, int number)
    {
        using CommandLine.Running running = _cli.Start(Arguments);
        running.WaitFor(() => Lines() >= 2);
        Signal(running, signal, number);
        Finished finished = running.Wait();
        Assert.Equal(4, finished.Status);
        Assert.Contains("--resume", finished.Error, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"\n{Lines()} of "), finished.Output, StringComparison.Ordinal);
        Assert.InRange(Lines(), 2, 18);
        Assert.False(File.Exists(_cli.At("run/run.lock")));
        Assert.All(Stored.Lines(_cli.At("run")), Assert.NotEmpty);
    }

    [Fact]
    public void An_interrupted_method_saves_its_trace_so_far()
    {
        string[] arguments = ["run", "gradient-descent", "--problem", "quadratic", "--set", "condition=1e9", "--iterations", "2000000000", "--trace", "t.csv"];
        using CommandLine.Running running = _cli.Start(arguments);

        // There is no sign from inside; what starting takes is a fraction of this much computing.
        running.WaitFor(() => running.Computed > TimeSpan.FromSeconds(2));
        Signal(running, "TERM", 15);
        Finished finished = running.Wait();
        Assert.Equal(4, finished.Status);
        Assert.StartsWith("k,", File.ReadAllText(_cli.At("t.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_processes_do_not_write_into_one_folder()
    {
        using CommandLine.Running running = _cli.Start(Arguments);
        running.WaitFor(() => Lines() >= 1);
        Finished second = _cli.Run([.. Arguments, "--resume"]);
        Assert.Equal(2, second.Status);
        Assert.Contains("in use", second.Error, StringComparison.Ordinal);
        Assert.Equal(0, _cli.Run("show", "gd-convex-exact", "--out", "run").Status);
        Assert.Equal(0, running.Wait().Status);
        Assert.Equal(0, _cli.Run([.. Arguments, "--resume"]).Status);
    }

    [Fact]
    public void Other_options_do_not_go_on_with_a_run()
    {
        string[] arguments = ["check", "ogm-exact-minimax", "--instances", "2", "--out", "run"];
        Assert.Equal(0, _cli.Run(arguments).Status);
        string before = File.ReadAllText(_cli.At("run/results.jsonl"));
        string[][] others = [[.. arguments, "--seed", "1", "--resume"], ["check", "gd-convex-exact", .. arguments[2..], "--resume"], arguments];
        string[] says = ["--seed was 20261120, now it is 1", "it has ogm-exact-minimax, which this command leaves out; it lacks gd-convex-exact, which this command names", "already holds a run"];
        Assert.All(others.Zip(says), other =>
        {
            Finished refused = _cli.Run(other.First);
            Assert.Equal(2, refused.Status);
            Assert.Contains(other.Second, refused.Error, StringComparison.Ordinal);
        });
        Assert.Equal(0, _cli.Run([.. arguments, "--resume", "--jobs", "1", "--quiet"]).Status);
        Assert.Equal(before, File.ReadAllText(_cli.At("run/results.jsonl")));
    }

    private int Lines() => File.Exists(_cli.At("run/results.jsonl")) ? Text(_cli.At("run/results.jsonl")).Count(c => c == '\n') : 0;

    private static string Text(string file)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    private SortedDictionary<string, string> Traces(string run) =>
        new(Directory.GetFiles(_cli.At(run + "/traces")).ToDictionary(f => Path.GetFileName(f), File.ReadAllText), StringComparer.Ordinal);

    private static void Signal(CommandLine.Running running, string name, int number)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "sends a Unix signal and reads /proc");

        // A child of a background job of a plain shell is born with SIGINT ignored, and must leave it so.
        string ignored = File.ReadLines($"/proc/{running.Id}/status").First(l => l.StartsWith("SigIgn:", StringComparison.Ordinal)).Split('\t')[1];
        ulong mask = ulong.Parse(ignored, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture);
        Assert.SkipWhen((mask & (1UL << (number - 1))) != 0, $"SIG{name} is ignored here");
        using Process kill = Process.Start("kill", [$"-{name}", running.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
