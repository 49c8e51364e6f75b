using System.Text;

namespace TheoryLab.Fuzz.Tests;

/// <summary>Damages bytes: flips, cuts, repeats, exchanges, and puts in what readers stumble over. The same seed makes the same damage.</summary>
internal static class Mutator
{
    private static readonly byte[][] Nasty =
    [
        .. new[]
        {
            "\0", "\r", "\n", "\t", "\"", "'", "\\", "{", "}", "[", "]", ",", ":", "-", "#", "&a", "*a", "!!binary ", "---\n", "|", ">", "%", "@", "0", "-0", "1e999", "-1e999", "1e-999", "NaN", "Infinity",
            "1/0", "0/0", "1..0", "9223372036854775808", "-2147483649", "0x7f", "null", "true", "\uFEFF", "\u202E", "é", "1,5", "k", "\"\\ud800\"",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF],
        [0xC3, 0x28],
        [.. Enumerable.Repeat((byte)'[', 2000)],
        [.. Enumerable.Repeat((byte)'(', 5000)],
        [.. Enumerable.Repeat((byte)'9', 3000)],
        [.. Enumerable.Repeat((byte)'-', 3000)],
    ];

    /// <summary>A damaged copy.</summary>
    /// <param name="corpus">Good inputs.</param>
    /// <param name="random">Where the choices come from.</param>
    public static byte[] Damage(IReadOnlyList<byte[]> corpus, Random random)
    {
        List<byte> bytes = [.. corpus[random.Next(corpus.Count)]];
        for (int changes = 1 + random.Next(4); changes > 0; changes--)
        {
            Change(bytes, corpus, random);
        }

        return [.. bytes];
    }

    private static void Change(List<byte> bytes, IReadOnlyList<byte[]> corpus, Random random)
    {
        int at = random.Next(bytes.Count + 1), length = random.Next(Math.Min(64, bytes.Count - at) + 1);
        switch (random.Next(8))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 3:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 4:
                List<byte> moved = bytes.GetRange(at, length);
                bytes.RemoveRange(at, length);
                bytes.InsertRange(random.Next(bytes.Count + 1), moved);
                break;
            case 5:
                byte[] other = corpus[random.Next(corpus.Count)];
                int from = random.Next(other.Length + 1);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(other.Length - from, 200)).ToArray());
                break;
            case 6 when at < bytes.Count && char.IsAsciiDigit((char)bytes[at]):
                bytes[at] = (byte)('0' + random.Next(10));
                break;
            default:
                bytes.InsertRange(at, Nasty[random.Next(Nasty.Length)]);
                break;
        }
    }
}
