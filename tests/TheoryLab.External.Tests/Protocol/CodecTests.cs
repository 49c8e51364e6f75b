using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using TheoryLab.Tests;

namespace TheoryLab.External.Tests.Protocol;

/// <summary>Doubles travel bit for bit.</summary>
public sealed class CodecTests
{
    private static readonly double[] Corners =
        [0, -0.0, 1, -1, 0.1, 1e15, 1e16, 123456789012345, 9007199254740993, double.Epsilon, -double.Epsilon, double.MaxValue, double.MinValue, 2.2250738585072014e-308, 1.0 / 3];

    [Fact]
    public void Every_finite_double_comes_back_bit_for_bit() => Check.One(Drawn.Cases(10_000), Prop.ForAll(
        Gen.Choose(int.MinValue, int.MaxValue).Two().Select(b => BitConverter.Int64BitsToDouble(((long)b.Item1 << 32) | (uint)b.Item2)).Where(double.IsFinite).ToArbitrary(),
        x => Bits(Sent([x])[0]) == Bits(x)));

    [Fact]
    public void Corners_come_back_bit_for_bit() => Assert.Equal(Corners.Select(Bits), Sent(Corners).Select(Bits));

    [Fact]
    public void No_number_looks_like_an_integer()
    {
        using LineWriter writer = new();
        string line = Encoding.UTF8.GetString(writer.Vector("iterate", Corners).Line.Span);
        Assert.All(line[(line.IndexOf('[', StringComparison.Ordinal) + 1)..line.IndexOf(']', StringComparison.Ordinal)].Split(','), n => Assert.Matches("[.E]", n));
        Assert.EndsWith("}\n", line, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_finite_travels_as_a_string()
    {
        using LineWriter writer = new();
        string line = Encoding.UTF8.GetString(writer.Vector("gradient", [double.NaN, double.PositiveInfinity, double.NegativeInfinity]).Line.Span);
        Assert.Equal("{\"gradient\":[\"NaN\",\"Infinity\",\"-Infinity\"]}\n", line);
    }

    [Fact]
    public void The_longest_line_that_a_solver_is_allowed_holds_two_vectors_of_the_longest_numbers()
    {
        using LineWriter writer = new();
        double[] x = [.. Enumerable.Repeat(-2.2250738585072014e-308, 1000)];
        writer.Begin().Add("hessian-product", x).Add("direction", x).End();
        Assert.InRange(writer.Line.Length, 1, SolverLine.Longest(1000));
    }

    private static double[] Sent(double[] numbers)
    {
        using LineWriter writer = new();
        ReadOnlySpan<byte> line = writer.Vector("iterate", numbers).Line.Span;
        using JsonDocument json = JsonDocument.Parse(writer.Line);
        Assert.Equal(numbers.Length, json.RootElement.GetProperty("iterate").GetArrayLength());
        SolverLine read = new(numbers.Length);
        read.Read(line[..^1]);
        return read.Point;
    }

    private static long Bits(double x) => BitConverter.DoubleToInt64Bits(x);
}
