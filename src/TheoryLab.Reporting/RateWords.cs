using TheoryLab.Claims;

namespace TheoryLab.Reporting;

/// <summary>A fitted rate in words.</summary>
internal static class RateWords
{
    /// <summary>The law, its interval, its window, transient and floor; HTML.</summary>
    public static string Of(RateResult rate, ClaimResult result, string index)
    {
        string estimate = Words.Of(rate.Estimate);
        string law = rate.Model switch
        {
            "power" => $"k<sup>−p</sup> with p = {estimate}",
            "power-log" => $"k<sup>−p</sup> log k with p = {estimate}",
            "linear" => $"ρ<sup>k</sup> with ρ = {estimate}",
            "superlinear" => $"superlinear of order {estimate}",
            "stalled" => $"stalls at {estimate}",
            _ => "no law",
        };
        string interval = double.IsNaN(rate.Low) ? string.Empty : $" ({Words.Of(100 * rate.Level)}% interval {Words.Of(rate.Low)} to {Words.Of(rate.High)})";
        string window = rate.Window is [var first, var last] ? $", fitted from {index} = {Words.Of(first)} to {Words.Of(last)}" : string.Empty;
        string transient = result.Transient is { } end ? $"; transient up to {index} = {Words.Of(end)}" : string.Empty;
        string floor = result.Floor is { } level ? $"; round-off floor at {Words.Of(level)}" : string.Empty;
        return law + interval + window + transient + floor;
    }
}
