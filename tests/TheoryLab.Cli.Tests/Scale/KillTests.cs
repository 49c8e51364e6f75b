namespace TheoryLab.Cli.Tests.Scale;

/// <summary>Runs killed at random moments and gone on with; three in the quick tier, fifty in the full one.</summary>
public sealed class KillTests : IDisposable
{
    private const int QuickKills = 3;
    private const int FullKills = 50;

    private static readonly string[] Sweep = ["check", "--family", "first-order", "--instances", "3"];

    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public void Whenever_a_run_is_killed_going_on_ends_with_the_same_results()
    {
        TimeSpan whole;
        using (CommandLine.Running undisturbed = _cli.Start([.. Sweep, "--out", "whole"]))
        {
            // Processor time, not the clock: a loaded machine then kills at the same moments as an idle one.
            TimeSpan computed = TimeSpan.Zero;
            undisturbed.WaitFor(() => (computed = undisturbed.Computed) == TimeSpan.MaxValue);
            Assert.Equal(0, undisturbed.Wait().Status);
            whole = computed;
        }

        string[] expected = Stored.Lines(_cli.At("whole"));
        Random random = new(20261121);
        int kills = Environment.GetEnvironmentVariable("THEORYLAB_TIER") == "full" ? FullKills : QuickKills, midway = 0;
        for (int i = 0; i < kills; i++)
        {
            TimeSpan moment = random.NextDouble() * whole;
            using (CommandLine.Running running = _cli.Start([.. Sweep, "--out", $"{i}"]))
            {
                running.WaitFor(() => running.Computed >= moment);
                running.Kill();
                running.Wait();
            }

            int stored = File.Exists(_cli.At($"{i}/results.jsonl")) ? File.ReadLines(_cli.At($"{i}/results.jsonl")).Count() : 0;
            midway += stored > 0 && stored < expected.Length ? 1 : 0;

            // Killed before the folder was described, the run begins anew in it.
            string[] again = File.Exists(_cli.At($"{i}/run.json")) ? ["--resume"] : [];
            Finished resumed = _cli.Run([.. Sweep, "--out", $"{i}", .. again]);
            Assert.True(resumed.Status == 0, $"kill {i} at {moment}: {resumed.Error}");
            Assert.Equal(expected, Stored.Lines(_cli.At($"{i}")));
            Assert.Equal(Traces("whole"), Traces($"{i}"));
        }

        // A third of the moments fall into the start of the program; some must fall among the claims.
        Assert.True(kills < FullKills || midway > kills / 4, $"only {midway} of {kills} kills came between two results");
    }

    private SortedDictionary<string, string> Traces(string run) =>
        new(Directory.GetFiles(_cli.At(run + "/traces"), "*.csv").ToDictionary(f => Path.GetFileName(f), File.ReadAllText), StringComparer.Ordinal);
}
