using FsCheck;
using FsCheck.Fluent;
using TheoryLab.Claims.Tests.Checks;
using TheoryLab.Core;
using TheoryLab.Tests;

namespace TheoryLab.Claims.Tests.Runs;

/// <summary>Shards joined again are the run that was not split.</summary>
public sealed class RunMergeTests : IDisposable
{
    private static readonly Claim[] Claims = [Sample.Upper, Sample.Lower, Sample.Step];

    private static readonly CheckedClaim[] Done = [.. Claims.Select(c => ClaimChecker.Check(c, Sample.Quick))];

    private static readonly RunInfo Info = new("theorylab check --all --shard 1/2 --out x", [], 1, null, null, "managed", "0.1.0", "test", DateTimeOffset.UnixEpoch);

    private readonly string _root = Directory.CreateTempSubdirectory("theorylab-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Every_split_joins_to_the_bytes_of_the_unsplit_run() =>
        Check.One(Drawn.Cases(60), Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt>(), ArbMap.Default.ArbFor<PositiveInt>(), ArbMap.Default.ArbFor<int>(), Joins));

    [Fact]
    public void A_missing_shard_is_named_with_the_command_that_makes_it()
    {
        string one = Shard(Done, new(1, 2));
        Assert.Contains("Shard 2/2 is missing; make it with: theorylab check --all --shard 2/2", Refused(one), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unfinished_shard_is_named_with_the_command_that_goes_on()
    {
        string one = Shard(Done, new(1, 2)), two = Shard(Done, new(2, 2));
        File.WriteAllText(Path.Combine(one, "results.jsonl"), File.ReadLines(Path.Combine(one, "results.jsonl")).First() + "\n{\"schema\":");
        string message = Refused(one, two);
        Assert.Contains("Shard 1/2", message, StringComparison.Ordinal);
        Assert.Contains("1 of 2 claims", message, StringComparison.Ordinal);
        Assert.Contains("--resume", message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_belong_together_is_refused()
    {
        string one = Shard(Done, new(1, 2)), two = Shard(Done, new(2, 2));
        Assert.Contains("both hold shard 1/2", Refused(one, Shard(Done, new(1, 2))), StringComparison.Ordinal);
        Assert.Contains("different sweeps", Refused(one, Shard(Done, new(2, 3))), StringComparison.Ordinal);
        Assert.Contains("different sweeps: --seed was 1, now it is 2", Refused(one, Shard(Done, new(2, 2), Info with { Seed = 2 })), StringComparison.Ordinal);
        Assert.Contains("is no shard", Refused(one, two, Shard(Done, null)), StringComparison.Ordinal);
        Assert.Contains("lengths differ", Refused(one, Shard([.. Done, .. Done.Select(d => d with { Result = d.Result with { Claim = d.Result.Claim + "-2" } }), Done[0] with { Result = Done[0].Result with { Claim = "x" } }], new(2, 2))), StringComparison.Ordinal);
        string output = Path.Combine(_root, "out");
        RunMerge.Merge([two, one], output);
        Assert.Contains("already holds a run", Assert.Throws<InputException>(() => RunMerge.Merge([one, two], output)).Message, StringComparison.Ordinal);
    }

    private bool Joins(PositiveInt claims, PositiveInt shards, int order)
    {
        // Up to seven claims under different names, up to five shards, some of them empty.
        int n = 1 + (shards.Get % 5);
        CheckedClaim[] done = [.. Enumerable.Range(0, 1 + (claims.Get % 7)).Select(i => Done[i % 3] with { Result = Done[i % 3].Result with { Claim = $"claim-{i}" } })];
        string[] folders = [.. Enumerable.Range(1, n).Select(i => Shard(done, new(i, n)))];
        new Random(order).Shuffle(folders);
        string whole = Shard(done, null), joined = Path.Combine(_root, Path.GetRandomFileName());
        RunMerge.Merge(folders, joined);
        foreach (string file in Directory.GetFiles(whole, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(whole, f)).Where(f => f != "run.json"))
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(whole, file)), File.ReadAllBytes(Path.Combine(joined, file)));
        }

        RunInfo info = StoredRun.Read(joined).Info;
        Assert.Equal(done.Select(d => d.Result.Claim), info.Claims);
        Assert.Equal(("theorylab check --all", null), (info.Command, info.Shard));
        return true;
    }

    private string Shard(IReadOnlyList<CheckedClaim> done, ShardIndex? shard, RunInfo? info = null)
    {
        string folder = Path.Combine(_root, Path.GetRandomFileName());
        CheckedClaim[] mine = (shard ?? ShardIndex.Whole).Of(done);
        using RunFolder run = RunFolder.Open(folder, (info ?? Info) with { Claims = [.. mine.Select(d => d.Result.Claim)], Shard = shard }, resume: false);
        foreach (CheckedClaim claim in mine)
        {
            run.Append(claim);
        }

        return folder;
    }

    private string Refused(params string[] folders)
    {
        string output = Path.Combine(_root, Path.GetRandomFileName());
        string message = Assert.Throws<InputException>(() => RunMerge.Merge(folders, output)).Message;
        Assert.False(Directory.Exists(output));
        return message;
    }
}
