using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using TheoryLab.Tests;

namespace TheoryLab.Cli.Tests.Scale;

/// <summary>The job array of docs/cluster.md on two nodes, with a worker and then a node killed in the middle.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class SlurmTests : IDisposable
{
    private static readonly string[] Sweep = ["--family", "first-order", "--instances", "30"];

    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void A_sweep_survives_a_killed_worker_and_a_killed_node_and_merges_to_the_unsplit_run()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("THEORYLAB_TIER") == "full", "takes minutes; set THEORYLAB_TIER=full to run it");
        Assert.SkipWhen(LoopbackSlurm.Missing is not null, LoopbackSlurm.Missing ?? string.Empty);
        Assert.Equal(0, _cli.Run(["check", .. Sweep, "--out", "whole"]).Status);

        using LoopbackSlurm slurm = new();
        string script = Repository.At("docs/examples/cluster/sweep.sbatch");
        Directory.CreateDirectory(_cli.At("sweep"));
        slurm.Run("sbatch", [("THEORYLAB", CommandLine.InShell.Replace("'", string.Empty, StringComparison.Ordinal)), ("SWEEP", "sweep")], _cli.Folder, ["--array=1-4", "--export=ALL", script, .. Sweep]);

        // A worker dies once it has stored something; the script asks for another try.
        slurm.Await(() => Lines(1) >= 1, "a result of shard 1");
        KillWorker("sweep/1");
        slurm.Await(() => slurm.Run("squeue", "-h", "-w", "n2", "-t", "running").Trim().Length > 0, "a shard on node n2");

        // A node dies with what runs on it; Slurm notices and gives its shards to the other.
        slurm.Kill("n2");
        slurm.Await(() => slurm.Run("squeue", "-h").Trim().Length == 0, "an empty queue");
        Finished merged = _cli.Run("merge", "sweep/1", "sweep/2", "sweep/3", "sweep/4", "--out", "all");
        Assert.True(merged.Status == 0, merged.Error + slurm.Logs);
        Assert.Equal(Stored.Lines(_cli.At("whole")), Stored.Lines(_cli.At("all")));
        string restarts = string.Concat(Directory.GetFiles(_cli.Folder, "sweep-*.log").Select(File.ReadAllText));
        Assert.Contains("asking for another try", restarts, StringComparison.Ordinal);
        Assert.Contains("not responding", slurm.Logs, StringComparison.Ordinal);
    }

    private int Lines(int shard) => File.Exists(_cli.At($"sweep/{shard}/results.jsonl")) ? File.ReadLines(_cli.At($"sweep/{shard}/results.jsonl")).Count() : 0;

    private static void KillWorker(string folder)
    {
        foreach (Process process in Process.GetProcessesByName("dotnet"))
        {
            string file = $"/proc/{process.Id.ToString(CultureInfo.InvariantCulture)}/cmdline";
            if (File.Exists(file) && File.ReadAllText(file).Split('\0').Contains(folder))
            {
                process.Kill();
            }
        }
    }
}
