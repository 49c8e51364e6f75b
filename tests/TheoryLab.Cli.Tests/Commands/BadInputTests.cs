namespace TheoryLab.Cli.Tests.Commands;

/// <summary>Bad usage and bad input: status 2, one line on standard error that says how to mend it, nothing on standard output or on disk.</summary>
public sealed class BadInputTests : IDisposable
{
    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    [Theory]
    [InlineData("check gd-convx-exact", "Did you mean 'gd-convex-exact'?")]
    [InlineData("check gd-convex-exact nothing-like-it", "theorylab list claims")]
    [InlineData("check --family frank-wolf", "Did you mean 'frank-wolfe'?")]
    [InlineData("check gd-convex-exact --family frank-wolfe", "gd-convex-exact is of the family first-order, not of the family frank-wolfe")]
    [InlineData("check --sede 3", "Did you mean '--seed'?")]
    [InlineData("check gd-convex-exact --bogus", "no option '--bogus'")]
    [InlineData("check --jobs 0", "--jobs is 0")]
    [InlineData("check --jobs -2", "--jobs")]
    [InlineData("check --jobs x", "'x'")]
    [InlineData("check --jobs 1.5", "integer")]
    [InlineData("check --seed 99999999999", "integer")]
    [InlineData("check --instances 0", "--instances is 0")]
    [InlineData("check --instances 2147483647", "at most 1000000")]
    [InlineData("check --iterations 0", "--iterations is 0")]
    [InlineData("check --shard 5/3", "i/n")]
    [InlineData("check --shard 0/3", "i/n")]
    [InlineData("check --shard abc", "i/n")]
    [InlineData("check --shard 1/2/3", "i/n")]
    [InlineData("check --resume", "--out")]
    [InlineData("check --backend cuda", "not available")]
    [InlineData("check --backend cudaa", "Did you mean 'cuda'?")]
    [InlineData("check --format jason", "Did you mean 'json'?")]
    [InlineData("check --format xml", "Known: table, json")]
    [InlineData("check --jobs", "--jobs")]
    [InlineData("check gd-convx-exact --out run", "Did you mean")]
    [InlineData("check --jobs 0 --out run", "--jobs is 0")]
    [InlineData("chek", "Did you mean 'check'?")]
    [InlineData("frobnicate", "no command 'frobnicate'")]
    [InlineData("", "command")]
    [InlineData("show", "ID")]
    [InlineData("show gd-convx-exact", "Did you mean 'gd-convex-exact'?")]
    [InlineData("show gd-convex-exact --out nowhere", "holds no run")]
    [InlineData("list method", "Did you mean 'methods'?")]
    [InlineData("list everything", "Known: claims, problems")]
    [InlineData("list --family frank-wolf", "Did you mean 'frank-wolfe'?")]
    [InlineData("run gradient-descent", "--problem")]
    [InlineData("run gradient-descnt --problem quadratic", "Did you mean 'gradient-descent'?")]
    [InlineData("run gradient-descent --problem quadratc", "Did you mean 'quadratic'?")]
    [InlineData("run gradient-descent --problem quadratic --set dimension=-3", "from 1 to")]
    [InlineData("run gradient-descent --problem quadratic --set dimension=2.5", "integer")]
    [InlineData("run gradient-descent --problem quadratic --set dimension=many", "'many'")]
    [InlineData("run gradient-descent --problem quadratic --set L=NaN", "L of quadratic")]
    [InlineData("run gradient-descent --problem quadratic --set dimensoin=3", "Did you mean 'dimension'?")]
    [InlineData("run gradient-descent --problem quadratic --set dimension", "name=value")]
    [InlineData("run gradient-descent --problem quadratic --set start=sideways", "Known: normal")]
    [InlineData("run gradient-descent --problem quadratic --iterations -1", "--iterations is -1")]
    [InlineData("run frank-wolfe --problem quadratic", "linear minimisation")]
    [InlineData("run frank-wolfe --problem wolfe-triangle --set offset=x", "offset")]
    [InlineData("run frank-wolfe --problem wolfe-triangle --set x=1", "outside the triangle")]
    [InlineData("run gradient-descent --problem quadratic --trace nowhere/t.csv", "cannot be written")]
    [InlineData("run gradient-descent --problem quadratic --backend mathnet-cuda", "not available")]
    [InlineData("run gradient-descent --problem quadratic --backend opnblas", "Did you mean 'openblas'?")]
    [InlineData("run gradient-descent --problem quadratic --bogus 3", "no option '--bogus'")]
    [InlineData("doctor --bogus", "no option '--bogus'")]
    public void Is_refused_in_one_line(string arguments, string what)
    {
        Finished finished = _cli.Run(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(2, finished.Status);
        Assert.Empty(finished.Output);
        string line = Assert.Single(finished.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("theorylab: ", line, StringComparison.Ordinal);
        Assert.Contains(what, line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", line, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_cli.Folder));
    }

    [Theory]
    [InlineData("The word after '--out' is empty", "check", "gd-convex-exact", "--out", "")]
    [InlineData("The word after 'fit' is empty", "fit", " ")]
    [InlineData("is not UTF-8", "new", "claim", "bad\uFFFD.yaml")]
    public void A_word_that_can_name_nothing_is_refused(string what, params string[] arguments)
    {
        Finished finished = _cli.Run(arguments);
        Assert.Equal((2, string.Empty), (finished.Status, finished.Output));
        Assert.Contains(what, Assert.Single(finished.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_cli.Folder));
    }

    [Fact]
    public void A_backend_whose_library_is_missing_is_refused_with_the_way_to_get_it_and_auto_does_without()
    {
        (string, string)[] nowhere = [("THEORYLAB_OPENBLAS_PATH", "/nowhere")];
        Finished refused = _cli.Run(nowhere, "run", "gradient-descent", "--problem", "least-squares", "--backend", "openblas");
        Assert.Equal(2, refused.Status);
        Assert.Contains("THEORYLAB_OPENBLAS_PATH is '/nowhere'", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, _cli.Run(nowhere, "run", "gradient-descent", "--problem", "least-squares", "--backend", "auto", "--iterations", "3").Status);
        Finished doctor = _cli.Run(nowhere, "doctor");
        Assert.Equal(0, doctor.Status);
        Assert.Contains("openblas     not available: THEORYLAB_OPENBLAS_PATH", doctor.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("attack")]
    public void An_output_folder_that_cannot_be_one_is_refused(string command)
    {
        File.WriteAllText(_cli.At("file"), "kept");
        Finished finished = _cli.Run(command, "ogm-exact-minimax", "--out", "file");
        Assert.Equal(2, finished.Status);
        Assert.Contains("; choose a folder that you may write to, on a disk with room.", finished.Error, StringComparison.Ordinal);
        Assert.Equal("kept", File.ReadAllText(_cli.At("file")));
    }
}
