using System.Text;
using TheoryLab.Claims;
using TheoryLab.Core;

namespace TheoryLab.Fuzz.Tests;

/// <summary>Trace files, and the fit of those that can be read.</summary>
internal sealed class TraceTarget : IFuzzTarget
{
    public string Name => "trace files";

    public IReadOnlyList<byte[]> Corpus { get; } =
    [
        .. new[]
        {
            "k,gap\n" + string.Concat(Enumerable.Range(1, 30).Select(k => $"{k},{3.0 / (k * k):R}\n")),
            "# a comment\nk,\"gap, so far\",calls\r\n" + string.Concat(Enumerable.Range(0, 25).Select(k => $"{k},{Math.Pow(0.7, k):R},{2 * k}\r\n")),
            string.Concat(Enumerable.Range(1, 30).Select(k => $"{{\"k\":{k},\"gap\":{1.0 / k:R}}}\n")),
        }.Select(Encoding.UTF8.GetBytes),
    ];

    public bool Accepts(byte[] input)
    {
        try
        {
            NonpositiveValues handling = (NonpositiveValues)(input.Length % 3);
            FitResult.Of("t", TraceFile.Read(new MemoryStream(input), "t", new(Nonpositive: handling)), RateText.Parse("1/k"), Claims.Fitting.OrderKind.AtMost);
            return true;
        }
        catch (InputException)
        {
            return false;
        }
    }
}
