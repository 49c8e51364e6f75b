using TheoryLab.Tests;

namespace TheoryLab.Cli.Tests;

/// <summary>The stored help is what the parser says.</summary>
public sealed class FirstPageTests : IDisposable
{
    private const string Stored = "src/TheoryLab.Cli/help.txt";

    private readonly CommandLine _cli = new();

    public void Dispose() => _cli.Dispose();

    /// <summary>THEORYLAB_REGENERATE=1 writes the file.</summary>
    [Fact]
    public void The_stored_help_is_that_of_the_parser()
    {
        // Asked twice, the parser answers.
        string said = string.Join('\n', _cli.Run("--help", "--help").Output.Split('\n').Select(l => l.TrimEnd()));
        StoredFile.IsUpToDate(Stored, said);
        Assert.True(System.Text.Ascii.IsValid(said));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("-?")]
    public void Asking_for_help_shows_it(string option)
    {
        Finished finished = _cli.Run(option);
        Assert.Equal(0, finished.Status);
        Assert.Empty(finished.Error);
        Assert.Equal(Repository.Read(Stored), finished.Output);
    }

    [Fact]
    public void Help_with_more_words_is_left_to_the_parser() => Assert.Contains("--seed", _cli.Run("check", "--help").Output, StringComparison.Ordinal);
}
