using System.Text.Json;

namespace TheoryLab.External;

/// <summary>A line that answers a question.</summary>
internal static class OracleAnswer
{
    /// <summary>The longest answer: a vector with 64 characters a number, and 4,096 for the rest.</summary>
    /// <param name="dimension">n.</param>
    public static int Longest(int dimension) => (int)Math.Min(int.MaxValue / 2, 4096 + (64L * dimension));

    /// <summary>Reads a vector.</summary>
    /// <param name="line">The line without its line feed.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="target">Target.</param>
    /// <exception cref="ProtocolException">It breaks the protocol, or is an error line.</exception>
    public static void Vector(ReadOnlySpan<byte> line, string question, double[] target)
    {
        bool answered = false;

        bool Field(string key, ref Utf8JsonReader json)
        {
            if (key != question)
            {
                return Refused(key, question, ref json);
            }

            LineReader.Vector(key, ref json, target);
            return answered = true;
        }

        LineReader.Read(line, Field, question);
        Require(answered, question);
    }

    /// <summary>Reads a number, which may be the string "Infinity".</summary>
    /// <param name="line">The line without its line feed.</param>
    /// <param name="question">What was asked.</param>
    /// <exception cref="ProtocolException">It breaks the protocol, or is an error line.</exception>
    public static double Scalar(ReadOnlySpan<byte> line, string question)
    {
        double? answer = null;

        bool Field(string key, ref Utf8JsonReader json)
        {
            if (key != question)
            {
                return Refused(key, question, ref json);
            }

            answer = LineReader.Extended(key, ref json);
            return true;
        }

        LineReader.Read(line, Field, question);
        Require(answer is not null, question);
        return answer!.Value;
    }

    private static bool Refused(string key, string question, ref Utf8JsonReader json) =>
        key == "error" && LineReader.Text(key, ref json) is var words
            ? throw new ProtocolException($"answered \"{question}\" with the error '{LineReader.Short(words)}'", "mend the oracle")
            : false;

    private static void Require(bool answered, string question)
    {
        if (!answered)
        {
            throw new ProtocolException($"did not answer \"{question}\"", $"write {{\"{question}\":…}} and nothing else");
        }
    }
}
