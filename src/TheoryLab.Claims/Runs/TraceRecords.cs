using TheoryLab.Core;

namespace TheoryLab.Claims;

/// <summary>
/// The records of a trace file as bytes: a line each, except that a quoted field of CSV may hold line breaks. Comments and blank lines are passed
/// over, and a byte order mark.
/// </summary>
internal sealed class TraceRecords(Stream stream, string name)
{
    private const int FirstLength = 1 << 16;

    // Far beyond any line of a trace: what is longer is another kind of file, or a quotation mark that is never closed.
    private const int LongestRecord = 1 << 24;

    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];
    private byte[] _buffer = new byte[FirstLength];
    private int _start;
    private int _end;
    private int _recordStart;
    private int _recordLength;
    private long _nextLine = 1;
    private bool _begun;
    private bool _known;

    /// <summary>What messages call the file.</summary>
    public string Name => name;

    /// <summary>The line on which the current record begins, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>Whether the file holds JSON lines: known once there is a record.</summary>
    public bool IsJson { get; private set; }

    /// <summary>The current record without its line break.</summary>
    public ReadOnlySpan<byte> Record => _buffer.AsSpan(_recordStart, _recordLength);

    /// <summary>Goes to the next record; false at the end.</summary>
    public bool Next()
    {
        if (!_begun)
        {
            _begun = true;
            Fill();
            _start = _buffer.AsSpan(0, _end).StartsWith(Mark) ? Mark.Length : 0;
        }

        while (Advance())
        {
            ReadOnlySpan<byte> record = Record;
            if (record.Length > 0 && record[0] != '#' && !record.Trim(" \t"u8).IsEmpty)
            {
                _known = true;
                return true;
            }
        }

        return false;
    }

    /// <summary>An error at the current record.</summary>
    public InputException Error(string message) => new($"{name}, line {Line}: {message}");

    private bool Advance()
    {
        Line = _nextLine;
        int searched = 0, from = 0;
        while (true)
        {
            int found = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            int length = found < 0 ? _end - _start : searched + found;
            if (found >= 0 && Closed(from, length))
            {
                _nextLine++;
                Take(length, length + 1);
                return true;
            }

            if (found >= 0)
            {
                // A line break inside a quoted field.
                _nextLine++;
                searched = from = length + 1;
                continue;
            }

            searched = length;
            if (length > LongestRecord)
            {
                throw Error(_nextLine > Line ? Unclosed : "longer than 16 MiB; this is not a trace of lines with commas or JSON objects.");
            }

            if (!Fill())
            {
                length = _end - _start;
                if (length > 0 && !Closed(from, length))
                {
                    throw Error(Unclosed);
                }

                Take(length, length);
                return length > 0;
            }
        }
    }

    private const string Unclosed = "a quotation mark is not closed; close it or remove it.";
    private bool _open;

    // Whether the quotation marks of the record are even in number, given those before from.
    private bool Closed(int from, int length)
    {
        ReadOnlySpan<byte> record = _buffer.AsSpan(_start, length);
        if (from == 0)
        {
            _open = false;
            if (!_known)
            {
                IsJson = record.TrimStart(" \t"u8) is [(byte)'{', ..];
            }
        }

        if (IsJson || record is [(byte)'#', ..])
        {
            return true;
        }

        _open ^= (record[from..].Count((byte)'"') & 1) != 0;
        return !_open;
    }

    private void Take(int length, int consumed)
    {
        (_recordStart, _recordLength) = (_start, length);
        _start += consumed;
        if (length > 0 && _buffer[_recordStart + length - 1] == '\r')
        {
            _recordLength--;
        }
    }

    // Moves what is unread to the front and reads more behind it.
    private bool Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        int before = _end;
        while (_end < _buffer.Length && stream.Read(_buffer.AsSpan(_end)) is > 0 and int read)
        {
            _end += read;
        }

        return _end > before;
    }
}
