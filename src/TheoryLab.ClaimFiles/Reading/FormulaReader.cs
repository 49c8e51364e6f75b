using TheoryLab.Claims;
using TheoryLab.Core;

namespace TheoryLab.ClaimFiles;

/// <summary>Formulas and orders of a claim file, with the place of every error in them.</summary>
/// <param name="constants">The constants that a formula may use, with k and N.</param>
/// <param name="symbols">The symbols of measures that it may use.</param>
/// <param name="problem">What declares the constants, for messages.</param>
internal sealed class FormulaReader(IReadOnlyList<string> constants, IReadOnlyList<string> symbols, string problem)
{
    /// <summary>A formula all of whose names are known.</summary>
    /// <param name="scalar">Its text.</param>
    public Expression Formula(Scalar scalar)
    {
        Expression formula = Parse(scalar);
        foreach (string name in formula.Names.Where(n => !constants.Contains(n) && !symbols.Contains(n)))
        {
            throw scalar.At(PlaceOf(name, scalar.Text)).Error(Unknown(name));
        }

        return formula;
    }

    /// <summary>An order; one whose factor depends on constants is a geometric formula in k.</summary>
    /// <param name="scalar">Its text.</param>
    public RateOrder Order(Scalar scalar)
    {
        try
        {
            return RateText.Parse(scalar.Text);
        }
        catch (InputException e)
        {
            return Geometric(scalar) ?? throw scalar.Place.Error(e);
        }
    }

    /// <summary>A formula, whatever its names.</summary>
    /// <param name="scalar">Its text.</param>
    public static Expression Parse(Scalar scalar) =>
        Expression.Parse(scalar.Text, (column, what) => scalar.At(column).Error($"{what}; correct the formula '{Shown.Of(scalar.Text)}'."));

    // Any letter is one edit from any other, so short names are near in another case only. Symbols may be meant, but there are too many to list.
    private InputException Unknown(string name)
    {
        bool IsNear(IEnumerable<string> names) => name.Length > 2 ? NearestName.Find(name, names) is not null : names.Contains(name, StringComparer.OrdinalIgnoreCase);
        string what = $"constant of {problem}";
        return IsNear(constants) ? NearestName.Unknown(what, name, [.. constants])
            : IsNear(symbols) ? NearestName.Unknown(what, name, [.. symbols])
            : new($"There is no {what} '{name}'. Known: {string.Join(", ", constants)}.");
    }

    private FormulaOrder? Geometric(Scalar scalar)
    {
        Expression law;
        try
        {
            law = Expression.Parse(scalar.Text);
        }
        catch (InputException)
        {
            // Not a formula: the list of orders that RateText prints says what may stand here.
            return null;
        }

        if (law.Names.All(n => n is "k" or "N") || law.PastNames.Count > 0 || !law.Names.Contains("k"))
        {
            return null;
        }

        Formula(scalar);
        double[] values = [.. Enumerable.Range(0, 4).Select(k => law.Evaluate(new Trial(k)))];
        return values[0] == 1 && Enumerable.Range(1, 3).All(k => Math.Abs(values[k] - Math.Pow(values[1], k)) <= 1e-12 * Math.Abs(values[k])) ? new(law)
            : throw scalar.Error($"'{Shown.Of(scalar.Text)}' is no power rho^k of a factor; write an order such as k^-p, 0.9^k, exp(-k/sqrt(kappa)) or (1-1/kappa)^k.");
    }

    /// <summary>Where a name first stands in a formula, from 1.</summary>
    private static int PlaceOf(string name, string text)
    {
        for (int at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if ((at == 0 || !IsPart(text[at - 1])) && (at + name.Length == text.Length || !IsPart(text[at + name.Length])))
            {
                return at + 1;
            }
        }

        return 1;
    }

    private static bool IsPart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    /// <summary>An iteration, and a fixed number above 1 for every constant, another one for each name.</summary>
    internal sealed class Trial(double k) : IExpressionScope<double>
    {
        public double Value(string name) => name switch
        {
            "k" or "N" => k,
            "L" => 3,
            "mu" => 2,
            _ => 1.5 + (name.Sum(c => (double)c) % 17 / 16),
        };

        public double Past(Look look, string name) => Value(name);
    }
}
