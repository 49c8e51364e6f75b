using System.Text;

namespace TheoryLab.External.Tests.Protocol;

/// <summary>2,000 lines that were right once: each is read, or refused with a sentence on one line.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Right =
    [
        "{\"gradient\":[1.5,-2.0,3e-5]}", "{\"value\":[1.5,-2.0,3e-5]}", "{\"hessian-product\":[1,2,3],\"direction\":[4,5,6]}", "{\"lmo\":[0,0,1]}",
        "{\"iterate\":[1.5,-2.0,3e-5]}", "{\"done\":true}", "{\"error\":\"caf\\u00e9 \\ud83d\\ude00\"}",
    ];

    private static readonly string[] Pieces = ["NaN", "-", "{", "}", "[", "]", "\"", "\\", "\\ud800", "null", "1e400", "direction", "\0", "\r", "true", ",", ":", new('[', 100), "é"];

    [Fact]
    public void Mutated_solver_lines_are_read_or_refused() => Fuzz(Right, 2000, line => new SolverLine(3).Read(line));

    /// <summary>Mutates lines and reads them.</summary>
    internal static void Fuzz(string[] right, int count, ReadLine read)
    {
        Random random = new(20261121);
        int refused = 0;
        for (int i = 0; i < count; i++)
        {
            byte[] line = Mutated(Encoding.UTF8.GetBytes(right[i % right.Length]), random);
            try
            {
                read(line);
            }
            catch (ProtocolException e)
            {
                refused++;
                Assert.All([e.Message, e.Mend], text => Assert.True(text.Length > 0 && !text.Any(char.IsControl), text));
            }
        }

        // Most mutations break a line, and some do not: both ways are seen.
        Assert.InRange(refused, count / 4, count - 1);
    }

    internal delegate void ReadLine(ReadOnlySpan<byte> line);

    private static byte[] Mutated(byte[] line, Random random)
    {
        for (int n = random.Next(1, 4); n > 0; n--)
        {
            int at = random.Next(line.Length + 1);
            line = random.Next(4) switch
            {
                0 => [.. line[..at], (byte)random.Next(256), .. line[at..]],
                1 => [.. line[..at], .. Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]), .. line[at..]],
                2 when at < line.Length => [.. line[..at], .. line[(at + 1)..]],
                _ => [.. line[..at], .. line[random.Next(at + 1)..at], .. line[at..]],
            };
        }

        return line;
    }
}
