using FsCheck;
using FsCheck.Fluent;
using TheoryLab.Claims.Tests.Checks;
using TheoryLab.Core;
using TheoryLab.Tests;

namespace TheoryLab.Claims.Tests.Attacks;

/// <summary>Shards of a sweep of attacks joined again are the sweep that was not split, in every byte.</summary>
public sealed class AttackSweepMergeTests : IDisposable
{
    private const int Evaluations = 20;

    // Four claims, the last of which is false: its attack ends before its evaluations are used.
    private static readonly Claim[] Claims =
    [
        Named("a", "(1-1/kappa)^k*R"), Named("b", "2*(1-1/kappa)^k*R"), Named("c", "3*(1-1/kappa)^k*R"), Named("d", "(1-1/kappa)^k*R/2"),
    ];

    private static readonly AttackSweepInfo Info = new("theorylab attack a b c d --evaluations 20", [.. Claims.Select(c => c.Id)], 7, Evaluations, false, ClaimChecker.Version);

    private readonly string _root = Directory.CreateTempSubdirectory("theorylab-sweep-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Every_split_joins_to_the_bytes_of_the_unsplit_sweep() =>
        Check.One(Drawn.Cases(8), Prop.ForAll(ArbMap.Default.ArbFor<PositiveInt>(), ArbMap.Default.ArbFor<PositiveInt>(), ArbMap.Default.ArbFor<int>(), Joins));

    [Theory]
    [InlineData("attack.json", 0)]
    [InlineData("attack.jsonl", 1)]
    [InlineData("attack.jsonl", 2)]
    public void A_sweep_that_was_killed_goes_on_to_the_bytes_of_an_undisturbed_one(string cut, int lines)
    {
        string whole = Sweep(Info), killed = Sweep(Info);

        // The second claim was under way, in the middle of a line of its batches or with all of them but without its result; the third had not begun.
        string file = Path.Combine(killed, "b", "attack.jsonl");
        string[] stored = File.ReadAllLines(file);
        if (cut == "attack.jsonl")
        {
            File.WriteAllText(file, string.Concat(stored[..lines].Select(l => l + "\n")) + stored[lines][..20]);
        }

        File.Delete(Path.Combine(killed, "b", "attack.json"));
        Directory.Delete(Path.Combine(killed, "c"), recursive: true);
        File.SetLastWriteTimeUtc(Path.Combine(killed, "a", "attack.json"), DateTime.UnixEpoch);
        Run(killed, Info, resume: true);
        AssertSame(whole, killed);
        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(Path.Combine(killed, "a", "attack.json")));
    }

    [Fact]
    public void A_result_that_is_not_of_this_sweep_is_made_again()
    {
        string whole = Sweep(Info), longer = Path.Combine(_root, "longer");

        // An attack of the same claim with fewer evaluations, as a loop in a shell had left it.
        using (AttackFolder attack = AttackFolder.Open(Path.Combine(longer, "a"), "a", Options with { Evaluations = 5 }, resume: false))
        {
            Attack.Run(Claims[0], Options with { Evaluations = 5 }, attack, cancellation: TestContext.Current.CancellationToken);
        }

        Run(longer, Info, resume: true);
        AssertSame(whole, longer);
    }

    [Fact]
    public void A_missing_shard_is_named_with_the_command_that_makes_it() =>
        Assert.Contains("Shard 2/3 is missing; make it with: theorylab attack a b c d --evaluations 20 --shard 2/3 --out DIR", Refused(Shard(3, 3), Shard(1, 3)), StringComparison.Ordinal);

    [Theory]
    [InlineData("attack.json")]
    [InlineData("attack.jsonl")]
    public void An_unfinished_shard_is_named_with_the_command_that_goes_on(string file)
    {
        string one = Shard(1, 2), two = Shard(2, 2);
        File.Delete(Path.Combine(one, "c", file));
        Assert.Contains(
            $"Shard 1/2 in '{one}' is not finished: 1 of 2 claims, c is missing; go on with it: theorylab attack a b c d --evaluations 20 --shard 1/2 --out {one} --resume",
            Refused(two, one),
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_belong_together_is_refused()
    {
        string one = Shard(1, 2);
        string Other(Func<AttackSweepInfo, AttackSweepInfo> change) => Refused(one, Begun(change(Info) with { Shard = new(2, 2) }));
        Assert.Contains("both hold shard 1/2", Refused(one, Shard(1, 2)), StringComparison.Ordinal);
        Assert.Contains("one is of 2 shards, the other of 3", Refused(one, Shard(2, 3)), StringComparison.Ordinal);
        Assert.Contains("is no shard", Refused(one, Shard(2, 2), Begun(Info)), StringComparison.Ordinal);
        Assert.Contains("different sweeps: --seed was 7, now it is 8", Other(i => i with { Seed = 8 }), StringComparison.Ordinal);
        Assert.Contains("seeds of claim files was not given, now it is a 3", Other(i => i with { Seeds = new Dictionary<string, int> { ["a"] = 3 } }), StringComparison.Ordinal);
        Assert.Contains("--evaluations was 20, now it is 21", Other(i => i with { Evaluations = 21 }), StringComparison.Ordinal);
        Assert.Contains("--sampled was False, now it is True", Other(i => i with { Sampled = true }), StringComparison.Ordinal);
        Assert.Contains("version was", Other(i => i with { Version = "0" }), StringComparison.Ordinal);
        Assert.Contains("only one of them has d", Other(i => i with { Claims = ["a", "b", "c"] }), StringComparison.Ordinal);
        Assert.Contains("in another order", Other(i => i with { Claims = ["b", "a", "c", "d"] }), StringComparison.Ordinal);
        Assert.Contains("c was a claim of the catalogue, now it is read from a file", Other(i => i with { Files = new Dictionary<string, string> { ["c"] = "0123456789" } }), StringComparison.Ordinal);
    }

    [Fact]
    public void Checks_and_attacks_are_not_joined()
    {
        string check = Path.Combine(_root, "check");
        RunFolder.Open(check, new("theorylab check", [], 1, null, null, "managed", "0", "any", DateTimeOffset.UnixEpoch), resume: false).Dispose();
        Assert.Contains("holds a run of check", Refused(Shard(1, 2), check), StringComparison.Ordinal);
        Assert.Contains("holds a run of check", Assert.Throws<InputException>(() => Begun(Info, check)).Message, StringComparison.Ordinal);
        Assert.Contains("holds no sweep of attacks", Refused(Shard(1, 2), _root), StringComparison.Ordinal);
        Assert.Contains("holds a sweep of attacks", Assert.Throws<InputException>(() => RunFolder.Open(
            Shard(1, 2), new("theorylab check", [], 1, null, null, "managed", "0", "any", DateTimeOffset.UnixEpoch), resume: false)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_written_over()
    {
        string one = Shard(1, 1), output = Path.Combine(_root, "out");
        AttackSweepMerge.Merge([one], output);
        Assert.Contains("already holds a run", Assert.Throws<InputException>(() => AttackSweepMerge.Merge([one], output)).Message, StringComparison.Ordinal);
        Assert.Contains("add --resume", Assert.Throws<InputException>(() => Begun(Info, output)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_process_has_the_folder()
    {
        string folder = Path.Combine(_root, "held");
        using AttackSweepFolder first = AttackSweepFolder.Open(folder, Info, resume: false);
        Assert.Contains("in use by another process", Assert.Throws<InputException>(() => AttackSweepFolder.Open(folder, Info, resume: true)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"command\":\"theorylab\",\"claims\":null}")]
    [InlineData("{\"command\":\"theorylab\",\"claims\":[null]}")]
    [InlineData("{\"command\":\"theorylab\",\"claims\":[\"a\",\"a\"]}")]
    [InlineData("{\"command\":\"theorylab\",\"claims\":[\"../a\"]}")]
    [InlineData("{\"command\":\"theorylab\",\"claims\":[\"a\"],\"shard\":\"3/2\"}")]
    public void A_damaged_description_is_refused(string text)
    {
        string folder = Shard(1, 1);
        File.WriteAllText(Path.Combine(folder, "sweep.json"), text);
        Assert.Contains("is not the description of a sweep", Refused(folder), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"claim\":\"a\",")]
    public void A_damaged_result_is_refused(string text)
    {
        string folder = Shard(1, 1);
        File.WriteAllText(Path.Combine(folder, "a", "attack.json"), text);
        Assert.Contains("is not the result of an attack", Refused(folder), StringComparison.Ordinal);
    }

    [Fact]
    public void The_stored_command_leaves_out_what_does_not_matter() => Assert.Equal(
        "theorylab attack a \"my file.yaml\" --evaluations 20 --seed 3",
        AttackSweepInfo.Stated(["attack", "--shard", "1/2", "a", "my file.yaml", "--out=x", "--evaluations", "20", "--quiet", "--resume", "--jobs", "2", "--seed", "3", "--format", "json", "--no-color"]));

    private static AttackOptions Options => new() { Seed = Info.Seed, Evaluations = Evaluations, Jobs = 1 };

    private static Claim Named(string id, string bound) => Sample.Upper with { Id = id, Bound = bound };

    private bool Joins(PositiveInt claims, PositiveInt shards, int order)
    {
        // Up to four claims, up to five shards, some of them empty.
        int n = 1 + (shards.Get % 5);
        AttackSweepInfo info = Info with { Claims = [.. Info.Claims.Take(1 + (claims.Get % 4))] };
        string[] folders = [.. Enumerable.Range(1, n).Select(i => Sweep(info with { Shard = new(i, n) }))];
        new Random(order).Shuffle(folders);
        string joined = Path.Combine(_root, Path.GetRandomFileName());
        Assert.Equal(info.Claims, AttackSweepMerge.Merge(folders, joined).Info.Claims);
        AssertSame(Sweep(info), joined);
        return true;
    }

    private string Shard(int index, int count) => Sweep(Info with { Shard = new(index, count) });

    private string Sweep(AttackSweepInfo info)
    {
        string folder = Path.Combine(_root, Path.GetRandomFileName());
        Run(folder, info, resume: false);
        return folder;
    }

    private static void Run(string path, AttackSweepInfo info, bool resume)
    {
        using AttackSweepFolder folder = AttackSweepFolder.Open(path, info, resume);
        foreach (Claim claim in info.OwnClaims.Where(c => folder.Finished(c) is null).Select(c => Claims.Single(d => d.Id == c)))
        {
            using AttackFolder attack = folder.Begin(claim.Id, Options);
            Attack.Run(claim, Options, attack, cancellation: TestContext.Current.CancellationToken);
        }
    }

    private string Begun(AttackSweepInfo info, string? path = null)
    {
        string folder = path ?? Path.Combine(_root, Path.GetRandomFileName());
        AttackSweepFolder.Open(folder, info, resume: false).Dispose();
        return folder;
    }

    private string Refused(params string[] folders)
    {
        string output = Path.Combine(_root, Path.GetRandomFileName());
        string message = Assert.Throws<InputException>(() => AttackSweepMerge.Merge(folders, output)).Message;
        Assert.False(Directory.Exists(output));
        return message;
    }

    private static void AssertSame(string expected, string actual) => Assert.Equal(Files(expected), Files(actual));

    private static SortedDictionary<string, string> Files(string folder) => new(
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(f => Path.GetRelativePath(folder, f), f => Convert.ToHexString(File.ReadAllBytes(f))), StringComparer.Ordinal);
}
