using System.Diagnostics;
using System.Net.Sockets;

namespace TheoryLab.Core.Tests.Text;

/// <summary>Files that users name: what is no regular file is refused before it is opened, since opening a pipe waits.</summary>
public sealed class InputFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("theorylab-input-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_file_and_a_link_to_it_are_read()
    {
        File.WriteAllText(At("text"), "a\nb\n");
        Assert.Equal("a\nb\n", InputFile.Text(At("text"), 4));
        Assert.Equal(["a", "b"], InputFile.Lines(At("text"), 4));
        Assert.Equal("a\nb\n"u8.ToArray(), InputFile.Bytes(At("text"), 4));
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a right there");
        File.CreateSymbolicLink(At("link"), "text");
        Assert.Equal("a\nb\n", InputFile.Text(At("link"), 4));
    }

    [Fact]
    public void A_relative_link_is_followed_from_its_own_folder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a right there");
        File.WriteAllText(At("text"), "a");
        File.CreateSymbolicLink(At("link"), "text");
        Assert.Equal("a", InputFile.Text(Path.GetRelativePath(Environment.CurrentDirectory, At("link")), 4));
    }

    [Fact]
    public void A_larger_file_is_refused()
    {
        using (FileStream file = File.Create(At("large")))
        {
            file.SetLength(1L << 30);
        }

        Assert.Contains("larger than 1 MiB", Refused("large"), StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_no_bytes_is_refused_unless_it_may_be_empty()
    {
        File.WriteAllText(At("empty"), string.Empty);
        Assert.Contains("is empty, or it is a pipe", Refused("empty"), StringComparison.Ordinal);
        Assert.Equal(string.Empty, InputFile.Text(At("empty"), 4, mayBeEmpty: true));
    }

    [Theory]
    [InlineData("pipe")]
    [InlineData("link")]
    [InlineData("socket")]
    [InlineData("/dev/zero")]
    [InlineData("/proc/self/fd/0")]
    public void A_pipe_a_socket_and_a_device_are_refused(string file)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs the files of Linux");
        using Process make = Process.Start("mkfifo", At("pipe"));
        make.WaitForExit();
        File.CreateSymbolicLink(At("link"), "pipe");
        using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(At("socket")));
        Assert.SkipWhen(file[0] == '/' && File.ResolveLinkTarget(file, returnFinalTarget: true) is { Exists: true } target && new FileInfo(target.FullName).Length > 0, "standard input is a file here");
        Assert.Contains("is empty, or it is a pipe", Refused(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_and_a_missing_file_are_told_apart()
    {
        Assert.Contains("folder", Assert.Throws<IOException>(() => InputFile.Open(_folder, 4)).Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => InputFile.Open(At("nothing"), 4));
    }

    private string At(string name) => Path.Combine(_folder, name);

    private string Refused(string name) => Assert.Throws<InputException>(() => InputFile.Open(At(name), 1 << 20)).Message;
}
