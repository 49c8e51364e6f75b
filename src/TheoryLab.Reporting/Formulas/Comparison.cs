using TheoryLab.Claims;

namespace TheoryLab.Reporting;

/// <summary>What a claim compares, as one formula.</summary>
internal static class Comparison
{
    private const string Superlinear = "superlinear";
    private const string SuperlinearPrefix = "order ";

    /// <summary>"h ≤ bound", "h = O(order)", "h_{k+1}/h_k → 0", "scale h → target".</summary>
    /// <param name="notation">MathML or TeX.</param>
    /// <param name="kind">The kind of the claim.</param>
    /// <param name="stated">What it states.</param>
    public static string Of(FormulaWriter notation, string kind, StatedClaim stated)
    {
        string left = notation.Write(stated.Quantity ?? stated.Symbol);
        if (stated.Order is { } order)
        {
            // The symbol of a measure at two iterations; a quantity is a formula of its own and stays as it is.
            string now = notation.Indexed(stated.Symbol, "k"), next = notation.Indexed(stated.Symbol, "k", "+", "1");
            if (order == Superlinear)
            {
                return notation.Row(next, notation.Sign("/"), now, notation.Sign("→"), notation.Write("0"));
            }

            if (order.StartsWith(SuperlinearPrefix, StringComparison.Ordinal))
            {
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
