namespace TheoryLab.External;

/// <summary>Reading and writing the pipes of a process that may end at any moment: a broken pipe is an end, not an error.</summary>
internal static class Pipes
{
    /// <summary>Reads some bytes; 0 at the end.</summary>
    public static int Read(Stream stream, Span<byte> buffer)
    {
        try
        {
            return stream.Read(buffer);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            return 0;
        }
    }

    /// <summary>Writes and flushes; false if nobody reads any more.</summary>
    public static bool Write(Stream stream, ReadOnlySpan<byte> bytes)
    {
        try
        {
            stream.Write(bytes);
            stream.Flush();
            return true;
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>Closes a pipe, whatever is left in it.</summary>
    public static void Close(Stream stream)
    {
        try
        {
            stream.Dispose();
        }
        catch (IOException)
        {
            // Nobody reads the rest.
            return;
        }
    }
}
