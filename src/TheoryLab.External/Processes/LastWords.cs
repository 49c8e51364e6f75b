using System.Text;

namespace TheoryLab.External;

/// <summary>Reads a stream to its end on a thread of its own and keeps the last bytes only: what a process said before it died.</summary>
internal sealed class LastWords
{
    private const int Kept = 4096;
    private const int LongestQuote = 300;

    private readonly byte[] _ring = new byte[Kept];
    private readonly Thread _reader;
    private long _length;

    public LastWords(Stream stream)
    {
        // A background thread: a process that escaped may hold the pipe open for ever.
        _reader = new(() => Drain(stream)) { IsBackground = true, Name = "standard error" };
        _reader.Start();
    }

    /// <summary>The last lines on one line, after the stream has ended or a moment has passed; empty if there are none.</summary>
    /// <param name="patience">How long to wait for the end of the stream.</param>
    public string Read(TimeSpan patience)
    {
        _reader.Join(patience);
        byte[] last;
        lock (_ring)
        {
            int count = (int)Math.Min(_length, Kept);
            last = new byte[count];
            for (int i = 0; i < count; i++)
            {
                last[i] = _ring[(_length - count + i) % Kept];
            }
        }

        string text = string.Join(" / ", Encoding.UTF8.GetString(last).Split('\n').Select(Clean).Where(l => l.Length > 0));
        return text.Length <= LongestQuote ? text : "…" + text[^LongestQuote..];
    }

    private static string Clean(string line) => new([.. line.Trim().Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)]);

    private void Drain(Stream stream)
    {
        byte[] buffer = new byte[Kept];
        int read;
        while ((read = Pipes.Read(stream, buffer)) > 0)
        {
            lock (_ring)
            {
                for (int i = 0; i < read; i++)
                {
                    _ring[_length++ % Kept] = buffer[i];
                }
            }
        }
    }
}
