using System.Text;

namespace TheoryLab.Cli;

/// <summary>Passes lines on without the blanks at their ends, with which tables are padded.</summary>
/// <param name="inner">Where the lines go.</param>
internal sealed class TrimmedLines(TextWriter inner) : TextWriter
{
    private int _blanks;

    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    public override void Write(char value)
    {
        if (value == ' ')
        {
            _blanks++;
            return;
        }

        for (int held = value is '\n' or '\r' ? 0 : _blanks; held > 0; held--)
        {
            inner.Write(' ');
        }

        _blanks = 0;
        inner.Write(value);
    }

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();
}
