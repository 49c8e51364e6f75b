using System.Globalization;

namespace TheoryLab.Claims;

/// <summary>A method in a result.</summary>
/// <param name="Name">Its name.</param>
/// <param name="UpdateRule">Its update in one line.</param>
public sealed record StatedMethod(string Name, string UpdateRule);

/// <summary>What a result is about, in words and formulas, so that a report needs the run alone and not the catalogue or file that the claim came from.</summary>
/// <param name="Topic">The family of claims.</param>
/// <param name="Statement">What is claimed.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Assumptions">What it assumes.</param>
/// <param name="Methods">The methods.</param>
/// <param name="Measure">Name of the measure.</param>
/// <param name="Symbol">Its symbol in formulas.</param>
/// <param name="Meaning">Its formula.</param>
/// <param name="Quantity">What is compared in place of the bare measure.</param>
/// <param name="Bound">The bound, or the target of a limit.</param>
/// <param name="Order">The order.</param>
/// <param name="Scale">For a limit: what the measure is multiplied by.</param>
/// <param name="From">First iteration.</param>
/// <param name="Horizons">Horizons; empty where iterations are compared.</param>
/// <param name="Remarks">Remarks.</param>
public sealed record StatedClaim(
    string Topic,
    string Statement,
    Source Source,
    string Assumptions,
    IReadOnlyList<StatedMethod> Methods,
    string Measure,
    string Symbol,
    string Meaning,
    string? Quantity,
    string? Bound,
    string? Order,
    string? Scale,
    int From,
    IReadOnlyList<int> Horizons,
    string? Remarks)
{
    /// <summary>A scale beside the symbol of what it multiplies, in parentheses where it is more than a power.</summary>
    /// <param name="scale">The scale, as in "k^2".</param>
    /// <param name="symbol">The symbol.</param>
    public static string Scaled(string scale, string symbol)
    {
        ArgumentNullException.ThrowIfNull(scale);
        return scale.All(c => char.IsLetterOrDigit(c) || c == '^') ? $"{scale} {symbol}" : $"({scale}) {symbol}";
    }

    /// <summary>What a claim states.</summary>
    /// <param name="claim">The claim.</param>
    public static StatedClaim Of(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return new(
            claim.Topic,
            claim.Statement,
            claim.Source,
            claim.Assumptions,
            [.. claim.Methods.Select(m => new StatedMethod(m.Name, m.UpdateRule))],
            claim.Measure.Name,
            claim.Measure.Symbol,
            claim.Measure.Summary,
            claim.Quantity?.Text,
            claim.Bound?.Text,
            claim.Order is { } order ? string.Create(CultureInfo.InvariantCulture, $"{order}") : null,
            claim.Scale?.Text,
            claim.From,
            claim.Horizons,
            claim.Remarks);
    }
}
