using System.Text.Json;
using TheoryLab.Claims.Tests.Checks;
using TheoryLab.Problems;

namespace TheoryLab.Claims.Tests.Verdicts;

public sealed class ResultJsonTests
{
    [Fact]
    public void A_result_comes_back_as_it_was_written()
    {
        foreach (Claim claim in new[] { Sample.Upper, Sample.Upper with { Bound = "0" }, Sample.Scripted("order", ClaimKind.Upper, k => 1.0 / k, null) with { Order = new PowerOrder(2), Iterations = 2000 } })
        {
            string line = ResultJson.Write(Sample.Check(claim));
            Assert.DoesNotContain('\n', line);
            Assert.Equal(line, ResultJson.Write(ResultJson.Read(line)));
        }
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.NaN)]
    [InlineData(0.1)]
    [InlineData(-0.0)]
    [InlineData(double.Epsilon)]
    [InlineData(double.MaxValue)]
    [InlineData(1.0 / 3)]
    public void Every_double_survives(double value)
    {
        ClaimResult result = Sample.Check(Sample.Upper);
        Witness worst = result.Worst! with { Measured = value, Parameters = new Dictionary<string, ParameterValue> { ["x"] = value, ["basis"] = "reflected" } };
        ClaimResult back = ResultJson.Read(ResultJson.Write(result with { Tightness = value, Worst = worst, Rate = new("power", value, 0, 0, 0.95, [1, 2]) }));
        Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(back.Tightness));
        Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(back.Worst!.Measured));
        Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(back.Rate!.Estimate));
        Assert.Equal(value, back.Worst.Parameters["x"].Number);
        Assert.Equal("reflected", back.Worst.Parameters["basis"].Text);
    }

    [Fact]
    public void Fields_have_the_names_of_the_contract()
    {
        using JsonDocument document = JsonDocument.Parse(ResultJson.Write(Sample.Check(Sample.Upper with { Bound = "0" })));
        string[] expected =
        [
            "allowance", "attained", "backend", "certified", "claim", "floor", "instances", "iterations", "kind", "power", "powerFactor", "rate", "reason", "reproduce", "schema", "seed", "stated",
            "tightness", "timing", "transient", "twin", "twins", "verdict", "version", "witness", "worst",
        ];
        Assert.Equal(expected, document.RootElement.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal("refuted", document.RootElement.GetProperty("verdict").GetString());
        Assert.Equal("upper", document.RootElement.GetProperty("kind").GetString());
        Assert.Equal(JsonValueKind.Number, document.RootElement.GetProperty("witness").GetProperty("parameters").GetProperty("dimension").ValueKind);
    }

    [Fact]
    public void A_description_of_a_run_comes_back()
    {
        RunInfo info = new("theorylab check a --out \"b c\"", ["a"], 1, 2, null, "managed", "0.1.0", "test", DateTimeOffset.UnixEpoch);
        RunInfo back = ResultJson.ReadInfo(ResultJson.Write(info));
        Assert.Empty(info.Differences(back));
        Assert.Equal(info.Command, back.Command);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{\"claim\":\"x\",\"verdict\":\"perhaps\"}")]
    public void What_is_no_result_is_refused(string line) => Assert.Throws<JsonException>(() => ResultJson.Read(line));
}
