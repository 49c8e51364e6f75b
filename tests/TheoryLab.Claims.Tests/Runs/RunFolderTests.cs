using TheoryLab.Claims.Tests.Checks;
using TheoryLab.Core;

namespace TheoryLab.Claims.Tests.Runs;

public sealed class RunFolderTests : IDisposable
{
    private static readonly Claim[] Claims = [Sample.Upper, Sample.Lower, Sample.Step];

    private static readonly CheckedClaim[] Done = [.. Claims.Select(c => ClaimChecker.Check(c, Sample.Quick))];

    private static readonly RunInfo Info = new("theorylab check", [.. Claims.Select(c => c.Id)], 1, null, null, "managed", "0.1.0", "test", DateTimeOffset.UnixEpoch);

    private readonly string _root = Directory.CreateTempSubdirectory("theorylab-").FullName;

    private string Folder => Path.Combine(_root, "run");

    private string Results => Path.Combine(Folder, "results.jsonl");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_fresh_run_holds_its_description_its_results_and_its_curves()
    {
        Run(3);
        Assert.Equal(ResultJson.Write(Info) + "\n", File.ReadAllText(Path.Combine(Folder, "run.json")));
        Assert.Equal(Done.Select(d => ResultJson.Write(d.Result)), File.ReadAllLines(Results));
        Assert.Equal(["results.jsonl", "run.json"], Directory.GetFiles(Folder).Select(Path.GetFileName).Order());
        Assert.Equal(Claims.Select(c => c.Id + ".csv").Order(), Directory.GetFiles(Path.Combine(Folder, "traces")).Select(Path.GetFileName).Order());
        string[] curve = File.ReadAllLines(Path.Combine(Folder, "traces", "sample-upper.csv"));
        Assert.Equal("k,envelope,measured,bound,error,twin", curve[0]);
        Assert.Equal(Done[0].Curve.Count + 1, curve.Length);
        Assert.Equal(Done[0].Curve[3].Measured, double.Parse(curve[4].Split(',')[2], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_finished_run_is_read_back_with_its_curves()
    {
        Run(3);
        IReadOnlyList<CheckedClaim> loaded = RunFolder.Load(Folder);
        Assert.Equal(Done.Select(d => ResultJson.Write(d.Result)), loaded.Select(d => ResultJson.Write(d.Result)));
        Assert.All(Done.Zip(loaded), p => Assert.Equal(p.First.Curve, p.Second.Curve));
    }

    [Fact]
    public void A_twin_that_changes_the_bound_only_is_stored_beside_it()
    {
        Assert.Equal("((1-1/kappa)^k*R)*(1/2)", Done[0].Result.DrawnTwin?.Bound);
        Assert.All(Done[0].Curve, p => Assert.Equal(p.Bound / 2, p.Twin));
        Claim method = Sample.Upper with { Twins = [new("another method", TwinChange.Method, c => c with { Methods = [new Solvers.NesterovAcceleration()] })] };
        CheckedClaim other = ClaimChecker.Check(method, Sample.Quick, TestContext.Current.CancellationToken);
        Assert.Null(other.Result.DrawnTwin);
        Assert.All(other.Curve, p => Assert.Equal(double.NaN, p.Twin));
    }

    [Fact]
    public void Curves_of_versions_that_stored_no_twin_are_read_and_broken_ones_named()
    {
        Run(1);
        string file = Path.Combine(Folder, "traces", "sample-upper.csv");
        File.WriteAllText(file, "k,envelope,measured,bound\n1,0.5,Infinity,NaN\n");
        Assert.Equal([new CurvePoint(1, 0.5, double.PositiveInfinity, double.NaN)], RunFolder.Load(Folder)[0].Curve);
        foreach (string text in new[] { "k,envelope,measured,bound\n1,0.5,0.5\n", "k,envelope,measured,bound\n1,0.5,x,1\n", "k,envelope,measured,bound\n-1,0.5,1,1\n" })
        {
            File.WriteAllText(file, text);
            Assert.Contains("sample-upper.csv, line 2:", Assert.Throws<InputException>(() => RunFolder.Load(Folder)).Message, StringComparison.Ordinal);
        }

        File.WriteAllText(file, "a,b\n");
        Assert.Contains("line 1:", Assert.Throws<InputException>(() => RunFolder.Load(Folder)).Message, StringComparison.Ordinal);
        File.Delete(file);
        Assert.Contains("is missing", Assert.Throws<InputException>(() => RunFolder.Load(Folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_result_is_on_disk_before_the_next_begins()
    {
        using RunFolder run = RunFolder.Open(Folder, Info, resume: false);
        run.Append(Done[0]);
        Assert.Equal("sample-upper", RunFolder.Find(Folder, "sample-upper")?.Claim);
        Assert.Null(RunFolder.Find(Folder, "sample-lower"));
    }

    [Fact]
    public void A_folder_with_a_run_is_not_begun_anew()
    {
        Run(1);
        byte[] before = File.ReadAllBytes(Results);
        Assert.Contains("--resume", Refused(Info, resume: false), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Results));
    }

    [Fact]
    public void Another_run_does_not_go_on_with_it()
    {
        Run(1);
        (RunInfo Other, string Difference)[] others =
        [
            (Info with { Claims = ["sample-upper"] }, "it has "),
            (Info with { Claims = [.. Info.Claims, "more"] }, "it lacks more, which this command names"),
            (Info with { Claims = [.. Info.Claims.Reverse()] }, "its claims are in another order"),
            (Info with { Seed = 2 }, "--seed was 1, now it is 2"),
            (Info with { Samples = 3 }, "--instances was not given, now it is 3"),
            (Info with { Iterations = 9 }, "--iterations was not given, now it is 9"),
            (Info with { Backend = "cuda" }, "--backend was managed, now it is cuda"),
            (Info with { Version = "9.9.9" }, ", now it is 9.9.9"),
            (Info with { Shard = new(1, 2) }, "--shard was not given, now it is 1/2"),
            (Info with { Files = new Dictionary<string, string> { [Info.Claims[0]] = "0123456789" } }, $"{Info.Claims[0]} was a claim of the catalogue, now it is read from a file"),
        ];
        Assert.All(others, other =>
        {
            string refused = Refused(other.Other, resume: true);
            Assert.Contains("holds another run: ", refused, StringComparison.Ordinal);
            Assert.Contains(other.Difference, refused, StringComparison.Ordinal);
            Assert.DoesNotContain("; ", refused, StringComparison.Ordinal);
        });
    }

    // Killed after the file was made and before run.json was.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_empty_file_of_results_without_a_run_begins(bool resume)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Results, string.Empty);
        using RunFolder run = RunFolder.Open(Folder, Info, resume);
        Assert.Empty(run.Finished);
    }

    [Fact]
    public void Going_on_with_nothing_begins()
    {
        using RunFolder run = RunFolder.Open(Folder, Info, resume: true);
        Assert.Empty(run.Finished);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_run_that_goes_on_ends_with_the_bytes_of_an_undisturbed_one(int finished)
    {
        Run(3);
        byte[] undisturbed = File.ReadAllBytes(Results);
        Directory.Delete(Folder, recursive: true);
        Run(finished);
        Run(3, resume: true);
        Assert.Equal(undisturbed, File.ReadAllBytes(Results));
    }

    [Fact]
    public void A_torn_last_line_is_cut_and_its_claim_runs_again_wherever_it_was_torn()
    {
        Run(2);
        byte[] whole = File.ReadAllBytes(Results);
        int first = Array.IndexOf(whole, (byte)'\n') + 1;
        foreach (int length in new[] { 1, first - 1, first, first + 1, (first + whole.Length) / 2, whole.Length - 1 })
        {
            File.WriteAllBytes(Results, whole[..length]);
            using (RunFolder run = RunFolder.Open(Folder, Info, resume: true))
            {
                Assert.Equal(length < first ? 0 : 1, run.Finished.Count);
                foreach (CheckedClaim rest in Done.Take(2).Skip(run.Finished.Count))
                {
                    run.Append(rest);
                }
            }

            Assert.Equal(whole, File.ReadAllBytes(Results));
        }
    }

    [Fact]
    public void A_line_that_is_no_result_is_named()
    {
        Run(3);
        string[] lines = File.ReadAllLines(Results);
        lines[1] = lines[1][..40];
        File.WriteAllLines(Results, lines);
        string message = Refused(Info, resume: true);
        Assert.Contains("results.jsonl, line 2:", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
        Assert.Equal(lines, File.ReadAllLines(Results));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("[1]")]
    public void A_line_of_something_else_is_named_too(string line)
    {
        Run(1);
        File.AppendAllText(Results, line + "\n");
        Assert.Contains("line 2:", Refused(Info, resume: true), StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_that_is_there_twice_is_named()
    {
        Run(2);
        string[] lines = File.ReadAllLines(Results);
        File.WriteAllLines(Results, [lines[0], lines[1], lines[0]]);
        Assert.Contains("line 3:", Refused(Info, resume: true), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_description_is_named()
    {
        Run(1);
        File.WriteAllText(Path.Combine(Folder, "run.json"), "{\"schema\":");
        Assert.Contains("run.json", Refused(Info, resume: true), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_use_is_refused_and_free_again_afterwards()
    {
        using (RunFolder run = RunFolder.Open(Folder, Info, resume: false))
        {
            run.Append(Done[0]);
            Assert.Contains("another process", Refused(Info, resume: true), StringComparison.Ordinal);
            run.Append(Done[1]);
        }

        using RunFolder again = RunFolder.Open(Folder, Info, resume: true);
        Assert.Equal(2, again.Finished.Count);
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_refused()
    {
        string file = Path.Combine(_root, "file");
        File.WriteAllText(file, "kept");
        Assert.Throws<InputException>(() => RunFolder.Open(file, Info, resume: false));
        Assert.Throws<InputException>(() => RunFolder.Open(Path.Combine(file, "below"), Info, resume: false));
        Assert.Equal("kept", File.ReadAllText(file));
    }

    [Fact]
    public void A_folder_without_the_right_to_write_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName != "root", "needs Unix rights, and root has them all");
        Directory.CreateDirectory(Folder);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        Assert.Throws<InputException>(() => RunFolder.Open(Folder, Info, resume: false));
    }

    [Fact]
    public void A_stored_result_is_found_only_where_there_is_a_run() =>
        Assert.Contains("holds no run", Assert.Throws<InputException>(() => RunFolder.Find(_root, "sample-upper")).Message, StringComparison.Ordinal);

    private void Run(int claims, bool resume = false)
    {
        using RunFolder run = RunFolder.Open(Folder, Info, resume);
        foreach (CheckedClaim done in Done.Take(claims).Skip(run.Finished.Count))
        {
            run.Append(done);
        }
    }

    private string Refused(RunInfo info, bool resume) =>
        Assert.Throws<InputException>(() => RunFolder.Open(Folder, info, resume).Dispose()).Message;
}
