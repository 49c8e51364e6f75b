using System.Globalization;
using System.Text;

namespace TheoryLab.Core;

/// <summary>
/// Files that users name. Only regular files are opened: opening a pipe waits for its other end, and a device may never end. The framework does not
/// tell them from regular files before they are open; but their length is zero, so what has no bytes is not opened at all.
/// </summary>
public static class InputFile
{
    /// <summary>Opens a file, which others may be writing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="largest">The most bytes that it may have.</param>
    /// <param name="mayBeEmpty">Whether no bytes are an answer.</param>
    /// <exception cref="InputException">It is larger, or has no bytes.</exception>
    /// <exception cref="IOException">It is missing, a folder, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static Stream Open(string path, long largest, bool mayBeEmpty = false)
    {
        if (Directory.Exists(path))
        {
            throw new IOException("it is a folder");
        }

        long length = Length(Path.GetFullPath(path));
        return length == 0 ? mayBeEmpty ? new MemoryStream([], writable: false) : throw new InputException($"The file '{path}' is empty, or it is a pipe or a device and no regular file; name a file with something in it.")
            : length <= largest ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1, FileOptions.SequentialScan)
            : throw new InputException(string.Create(
                CultureInfo.InvariantCulture, $"The file '{path}' is larger than {largest >> 20} MiB, the most that is read of its kind; shorten it, or name another file."));
    }

    /// <summary>The bytes of a file; as <see cref="Open"/>.</summary>
    public static byte[] Bytes(string path, int largest)
    {
        using Stream stream = Open(path, largest);
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>The text of a file in UTF-8; as <see cref="Open"/>.</summary>
    public static string Text(string path, int largest, bool mayBeEmpty = false)
    {
        using StreamReader reader = new(Open(path, largest, mayBeEmpty), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The lines of a file in UTF-8; as <see cref="Open"/>.</summary>
    public static string[] Lines(string path, int largest)
    {
        using StreamReader reader = new(Open(path, largest), Encoding.UTF8);
        List<string> lines = [];
        while (reader.ReadLine() is { } line)
        {
            lines.Add(line);
        }

        return [.. lines];
    }

    // Of a link, the length is that of its own text. One that leads to a pipe without a name, as /dev/stdin may, leads to no file.
    private static long Length(string path)
    {
        FileSystemInfo? target = File.ResolveLinkTarget(path, returnFinalTarget: true);
        return target is not null && !target.Exists && target.FullName.StartsWith("/proc/", StringComparison.Ordinal) ? 0 : new FileInfo(target?.FullName ?? path).Length;
    }

    /// <summary>Refuses a pipe or a device in place of a file that is read and written.</summary>
    /// <param name="stream">The open file.</param>
    /// <exception cref="IOException">It is none.</exception>
    public static void ThrowIfNoFile(this FileStream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanSeek)
        {
            throw new IOException($"'{stream.Name}' is no regular file");
        }
    }
}
