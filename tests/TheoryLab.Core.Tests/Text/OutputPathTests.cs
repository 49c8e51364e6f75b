namespace TheoryLab.Core.Tests.Text;

public sealed class OutputPathTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("theorylab-output-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("file/run.json", "file' is a file and no folder")]
    [InlineData("file/deeper/run.json", "file' is a file and no folder")]
    [InlineData("nowhere/run.json", "there is no folder '")]
    [InlineData("folder", "it is a folder that exists")]
    public void The_reason_is_in_words_of_files_and_folders(string name, string expected)
    {
        File.WriteAllText(Path.Combine(_folder, "file"), string.Empty);
        Directory.CreateDirectory(Path.Combine(_folder, "folder"));
        string path = Path.Combine(_folder, name);
        Exception cause = Assert.ThrowsAny<Exception>(() => File.WriteAllText(path, "text"));
        Assert.Contains(expected, OutputPath.Trouble(path, cause), StringComparison.Ordinal);
    }
}
