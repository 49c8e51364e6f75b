using System.Globalization;

namespace TheoryLab.Claims;

/// <summary>What was found on a run, for readers: a measured value beside its bound, or a fitted law beside the claimed one.</summary>
internal static class FoundWords
{
    /// <summary>"k = 3 of 50: 0.3 against 0.2".</summary>
    /// <param name="w">The point.</param>
    /// <param name="shortly">How numbers are printed where they differ clearly; null for six digits.</param>
    public static string AtPoint(Witness w, Func<double, string>? shortly) => Text($"k = {w.Iteration} of {w.Horizon}: {w.Compared(shortly)}");

    /// <summary>"measured exponent 1.02 (95% interval 0.9 to 1.15) from k = 6 to 40, claimed exponent 1".</summary>
    /// <param name="rate">The fit.</param>
    /// <param name="stated">What was claimed; null where it was not stored.</param>
    /// <param name="claimed">The claimed exponent, factor or order on this instance.</param>
    /// <param name="shortly">How numbers are printed; null for six digits.</param>
    public static string OfFit(RateResult rate, StatedClaim? stated, double claimed, Func<double, string>? shortly)
    {
        Func<double, string> shown = shortly ?? (value => Text($"{value:G6}"));
        string law = rate.Model switch
        {
            "power" => $"measured exponent {shown(rate.Estimate)}",
            "power-log" => $"measured exponent {shown(rate.Estimate)} beside a logarithm",
            "linear" => $"measured factor {shown(rate.Estimate)} per iteration",
            "superlinear" => $"measured order {shown(rate.Estimate)}",
            "stalled" => $"measured plateau {shown(rate.Estimate)}",
            _ => "no law found",
        };
        string interval = double.IsFinite(rate.Low) && double.IsFinite(rate.High) ? Text($" ({100 * rate.Level:G3}% interval {shown(rate.Low)} to {shown(rate.High)})") : string.Empty;
        string window = rate.Window is [var first, var last] ? Text($" from {(stated?.Horizons.Count > 0 ? "N" : "k")} = {first} to {last}") : string.Empty;
        string parameter = stated?.Order is not { } order ? "rate"
            : order.StartsWith("order ", StringComparison.Ordinal) ? "order"
            : order.StartsWith("k^", StringComparison.Ordinal) ? "exponent"
            : "factor";
        return $"{law}{interval}{window}, claimed {parameter} {shown(claimed)}";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
