using System.Buffers.Text;

namespace TheoryLab.Claims;

/// <summary>A number as it was printed.</summary>
/// <param name="Significant">How many digits there are from the first that is not zero on.</param>
/// <param name="Place">The power of ten of the last digit.</param>
internal readonly record struct PrintedNumber(int Significant, int Place)
{
    // Beyond the exponents of doubles a place says no more.
    private const int FarthestPlace = 400;

    /// <summary>What the text of a number shows.</summary>
    public static PrintedNumber Of(ReadOnlySpan<byte> text)
    {
        int significant = 0, decimals = 0, at = 0;
        bool isFraction = false;
        for (; at < text.Length && text[at] is not ((byte)'e' or (byte)'E'); at++)
        {
            bool isDigit = text[at] is >= (byte)'0' and <= (byte)'9';
            isFraction |= text[at] == '.';
            significant += isDigit && (significant > 0 || text[at] != '0') ? 1 : 0;
            decimals += isDigit && isFraction ? 1 : 0;
        }

        int exponent = at < text.Length && Utf8Parser.TryParse(text[(at + 1)..], out int power, out _) ? Math.Clamp(power, -FarthestPlace, FarthestPlace) : 0;
        return new(significant, Math.Clamp(exponent - decimals, -FarthestPlace, FarthestPlace));
    }
}

/// <summary>
/// What the digits of a printed column leave open. A printed number stands for all that round to it: half a unit of its last digit to either side. A
/// column in which some number has fifteen digits was printed in full, so that a short number in it, such as 0.5, is that double; only the places that
/// the column has at all are then its limit, as numbers with a fixed number of decimals have one.
/// </summary>
internal sealed class PrintedDigits
{
    /// <summary>So many digits every double keeps (the decimal precision of binary64).</summary>
    public const int Full = 15;

    private readonly List<short> _places = [];
    private int _lowest = int.MaxValue;

    /// <summary>The largest number of significant digits.</summary>
    public int Most { get; private set; }

    /// <summary>Whether the column holds doubles in full.</summary>
    public bool AreFull => Most >= Full;

    /// <summary>Adds a number.</summary>
    public void Add(PrintedNumber number)
    {
        _places.Add((short)number.Place);
        _lowest = Math.Min(_lowest, number.Place);
        Most = Math.Max(Most, number.Significant);
    }

    /// <summary>How far the number of an index may be from what was printed.</summary>
    public double HalfUnit(int index) => Math.Pow(10, AreFull ? _lowest : _places[index]) / 2;
}
