using TheoryLab.Claims;

namespace TheoryLab.External.Tests.Processes;

/// <summary>However a run ends, nothing that it started is left.</summary>
public sealed class OrphanTests : IDisposable
{
    // The solver itself, a background job, a daemon in a session of its own, and an orphan of an orphan.
    private const string Brood = """
        echo $$ >> ids
        sleep 1000 & echo $! >> ids
        setsid sh -c 'echo $$ >> ids; exec sleep 1000' &
        (setsid sh -c '(sh -c "echo \$\$ >> ids; exec sleep 1000" &)' &)
        until [ $(wc -l < ids) -ge 4 ]; do :; done

        """;

    private readonly Scripts _scripts = new();

    [Theory]
    [InlineData("sleep 1000")]
    [InlineData("exit 1")]
    [InlineData("echo garbage; sleep 1000")]
    public void Nothing_is_left_of_a_failure(string end)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "looks at /proc");
        Sample.Failure(_scripts.Shell(Brood + end, Scripts.Patient with { Time = TimeSpan.FromSeconds(3) }));
        Assert.Empty(_scripts.Alive("ids"));
    }

    [Fact]
    public void Nothing_is_left_of_a_success()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "looks at /proc");
        ExternalMethod solver = _scripts.Shell(Brood + "echo '{\"iterate\":[0.5]}'; echo '{\"done\":true}'");
        Assert.Equal([0.5], Sample.Iterates(solver, Sample.Line.Create(1, 1), 1)[0]);
        Assert.Empty(_scripts.Alive("ids"));
    }

    [Fact]
    public void Nothing_is_left_when_the_check_is_cancelled()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "looks at /proc");
        using CancellationTokenSource cancel = new();
        using FileSystemWatcher watcher = new(_scripts.Folder, "ready") { EnableRaisingEvents = true };
        watcher.Created += (_, _) => cancel.Cancel();
        ExternalMethod solver = _scripts.Shell(Brood + "echo > ready; sleep 1000");
        Assert.ThrowsAny<OperationCanceledException>(() => ClaimChecker.Check(Sample.Linear(solver, Sample.Line), new() { Jobs = 1 }, cancel.Token));
        Assert.Empty(_scripts.Alive("ids"));
    }

    [Fact]
    public async Task A_tree_that_forks_without_end_is_ended()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "looks at /proc");

        // Each child starts the next one and dies, so that no list of processes stays true for long.
        ExternalMethod solver = _scripts.Shell("""
            echo 'echo $$ >> ids; sleep 0.01; sh ./chain.sh &' > chain.sh
            sh ./chain.sh & sh ./chain.sh &
            until [ -s ids ] && [ $(wc -l < ids) -ge 20 ]; do :; done
            echo garbage
            """);
        Sample.Failure(solver);

        // A process that was sent its end dies when the machine gets to it; a chain that escaped would go on for ever.
        for (int looks = 0; looks < 50 && _scripts.Alive("ids").Length > 0; looks++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Empty(_scripts.Alive("ids"));
    }

    public void Dispose() => _scripts.Dispose();
}
