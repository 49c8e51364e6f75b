using TheoryLab.Claims;

namespace TheoryLab.Reporting;

/// <summary>What a claim compares, as one formula.</summary>
internal static class Comparison
{
    /// <summary>"h ≤ bound", "h = O(order)", "scale h → target".</summary>
    /// <param name="notation">MathML or TeX.</param>
    /// <param name="kind">The kind of the claim.</param>
    /// <param name="stated">What it states.</param>
    public static string Of(FormulaWriter notation, string kind, StatedClaim stated)
    {
        string left = notation.Write(stated.Quantity ?? stated.Symbol);
        if (stated.Order is { } order)
        {
            string big = kind switch { "upper" => "O", "lower" => "Ω", _ => "Θ" };
            return notation.Row(left, notation.Sign("="), notation.Function(big), notation.Fenced("(", notation.Write(order), ")"));
        }

        if (kind == "limit")
        {
            string product = stated.Scale is { } scale ? notation.Write($"({scale})*{stated.Quantity ?? stated.Symbol}") : left;
            return notation.Row(product, notation.Sign("→"), notation.Write(stated.Bound ?? "?"));
        }

        string relation = kind switch { "lower" or "negative" => "≥", "identity" => "=", _ => "≤" };
        return notation.Row(left, notation.Sign(relation), notation.Write(stated.Bound ?? "?"));
    }
}
