namespace TheoryLab.External;

/// <summary>How a turn of a conversation ended.</summary>
internal enum TurnOutcome
{
    Line,
    Closed,
    TooLong,
}

/// <summary>
/// Writes lines to a process and reads its lines, on a thread of its own, so that whoever asks can stop waiting: a read from a pipe cannot be
/// called off, and a process that escaped may hold the pipe open for ever. One turn is: write a line (or nothing), then read one.
/// </summary>
internal sealed class Conversation : IDisposable
{
    private readonly Stream _to;
    private readonly Stream _from;
    private readonly SemaphoreSlim _asked = new(0);
    private readonly SemaphoreSlim _answered = new(0);
    private byte[] _buffer = new byte[4096];
    private int _begin;
    private int _end;
    private ReadOnlyMemory<byte> _message;
    private volatile bool _over;

    public Conversation(Stream to, Stream from)
    {
        (_to, _from) = (to, from);
        new Thread(Converse) { IsBackground = true, Name = "external process" }.Start();
    }

    /// <summary>The longest line that is read.</summary>
    public int LongestLine { get; set; }

    /// <summary>How the last turn ended.</summary>
    public TurnOutcome Outcome { get; private set; }

    /// <summary>The line of the last turn, without its line feed; valid until the next turn.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Begins a turn.</summary>
    /// <param name="message">What to write first; not changed until the turn is over.</param>
    public void Begin(ReadOnlyMemory<byte> message)
    {
        _message = message;
        _asked.Release();
    }

    /// <summary>Waits for the end of the turn.</summary>
    /// <param name="patience">For how long.</param>
    /// <param name="cancellation">Ends the wait with an <see cref="OperationCanceledException"/>.</param>
    /// <returns>Whether the turn is over.</returns>
    public bool Wait(TimeSpan patience, CancellationToken cancellation) => _answered.Wait(patience, cancellation);

    /// <summary>Lets the thread end when its turn is over; the semaphores, which hold no handle, stay as long as it may use them.</summary>
    public void Dispose()
    {
        _over = true;
        _asked.Release();
    }

    private void Converse()
    {
        while (true)
        {
            _asked.Wait();
            if (_over)
            {
                return;
            }

            // What was written before the pipe broke is still to be read: it may say why.
            _ = _message.Length == 0 || Pipes.Write(_to, _message.Span);
            Outcome = ReadLine();
            _answered.Release();
        }
    }

    private TurnOutcome ReadLine()
    {
        int looked = _begin;
        while (true)
        {
            int feed = _buffer.AsSpan(looked, _end - looked).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                Line = _buffer.AsMemory(_begin, looked + feed - _begin);
                _begin = looked + feed + 1;
                return Line.Length > LongestLine ? TurnOutcome.TooLong : TurnOutcome.Line;
            }

            looked = _end;
            if (_end - _begin > LongestLine)
            {
                return TurnOutcome.TooLong;
            }

            looked -= MakeRoom();
            int read = Pipes.Read(_from, _buffer.AsSpan(_end));
            if (read == 0)
            {
                return TurnOutcome.Closed;
            }

            _end += read;
        }
    }

    /// <summary>Moves what is left to the front of the buffer, and doubles a full one; by how much it moved.</summary>
    private int MakeRoom()
    {
        int moved = _begin;
        if (_begin > 0)
        {
            _buffer.AsSpan(_begin, _end - _begin).CopyTo(_buffer);
            (_begin, _end) = (0, _end - _begin);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        return moved;
    }
}
