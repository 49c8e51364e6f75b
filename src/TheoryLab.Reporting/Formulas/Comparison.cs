using TheoryLab.Claims;

namespace TheoryLab.Reporting;

/// <summary>What a claim compares, as one formula.</summary>
internal static class Comparison
{
    private const string SuperlinearPrefix = "order ";

    /// <summary>"h ≤ bound", "h = O(order)", "scale h → target".</summary>
    /// <param name="notation">MathML or TeX.</param>
    /// <param name="kind">The kind of the claim.</param>
    /// <param name="stated">What it states.</param>
    public static string Of(FormulaWriter notation, string kind, StatedClaim stated)
    {
        string left = notation.Write(stated.Quantity ?? stated.Symbol);
        if (stated.Order is { } order)
        {
            if (order.StartsWith(SuperlinearPrefix, StringComparison.Ordinal))
            {
                // The symbol of a measure at two iterations; a quantity is a formula of its own and stays as it is.
                string now = notation.Indexed(stated.Symbol, "k"), next = notation.Indexed(stated.Symbol, "k", "+", "1");
                return notation.Row(next, notation.Sign("="), notation.Function("O"), notation.Fenced("(", notation.RaisedTo(now, order[SuperlinearPrefix.Length..]), ")"));
            }

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
